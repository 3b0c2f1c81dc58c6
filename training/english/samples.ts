/** Makes texts to learn from by chance: headlines and prose of English, and the like of other languages. */
import type { Chance } from "./chance.js";
import type { Names, Sources, WordList } from "./sources.js";

const SYLLABLES = "ba be do fe go ha ju ka ke ki ku li lin ma mo ne ner per ra ri sha sta ti to vel wen zo".split(" ");
const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const isName = (word: string) => /^\p{Lu}\p{Ll}/u.test(word);

/** Draws texts; `foreign` are headlines that were found to be of another language, and learnt from as such. */
export class Samples {
  readonly #sources: Sources;
  readonly #chance: Chance;
  readonly #languages: readonly string[];
  foreign: readonly string[] = [];

  constructor(sources: Sources, chance: Chance) {
    this.#sources = sources;
    this.#chance = chance;
    this.#languages = [...sources.declarations.keys()];
  }

  english(): string {
    const chance = this.#chance;
    if (chance.isIn(0.25)) return this.#vary(this.#drawWords(this.#sources.englishWords).join(" "));
    if (chance.isIn(0.1)) return this.#vary(this.#exchangeNames(chance.pick(this.#sources.acts.sentences)));
    if (chance.isIn(0.1)) return this.#vary(this.#drawAct());
    if (chance.isIn(0.12)) {
      const length = chance.isIn(0.3) ? 20 + chance.below(40) : 4 + chance.below(14);
      return this.#vary(this.#cut(chance.pick(this.#sources.prose), length));
    }
    const headline = chance.pick(this.#sources.headlines.train);
    const named = chance.isIn(0.5) ? this.#exchangeNames(headline) : headline;
    return this.#vary(chance.isIn(0.25) ? this.#cut(named, 3 + chance.below(5)) : named);
  }

  other(): string {
    const chance = this.#chance;
    if (this.foreign.length > 0 && chance.isIn(0.06)) return this.#vary(this.#unaccent(chance.pick(this.foreign)));
    const words = chance.isIn(0.6) ? this.#drawWords(chance.pick(this.#sources.words)) : this.#drawSentence();
    return this.#vary(this.#unaccent(words.join(" ")));
  }

  /** Words of a language and names among them, in no order. */
  #drawWords(list: WordList): string[] {
    const chance = this.#chance;
    const length = chance.isIn(0.07) ? 25 + chance.below(40) : 3 + chance.below(10);
    const named = 0.5 * chance.share();
    const isCapital = (word: string) =>
      list.language === "de" ? word.length > 4 && chance.isIn(0.5) : chance.isIn(0.06);
    return Array.from({ length }, (_, i) => {
      if (chance.isIn(named)) return this.#drawName();
      const word = drawWord(list, chance);
      return i === 0 || isCapital(word) ? capitalise(word) : word;
    });
  }

  /** "Kenya expels Sudan ambassador": a headline of names, a verb in the present and a noun. */
  #drawAct(): string {
    const chance = this.#chance;
    const { verbs, nouns } = this.#sources.acts;
    const verb = chance
      .pick(verbs)
      .replace(/^\w+/, (word) => (/(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`));
    const party = () => {
      const name = chance.isIn(0.4) ? chance.pick(this.#sources.names.countries) : this.#drawName();
      return chance.isIn(0.4) ? `${name} ${chance.pick(nouns)}` : name;
    };
    return `${party()} ${verb} ${party()}${chance.isIn(0.2) ? ` ${chance.pick(["in", "over", "on", "with", "for", "to"])} ${party()}` : ""}`;
  }

  #drawSentence(): string[] {
    const chance = this.#chance;
    const whole = chance.pick(this.#sources.declarations.get(chance.pick(this.#languages))!);
    const named = 0.4 * chance.share();
    const words = (chance.isIn(0.8) ? this.#cut(whole, 3 + chance.below(12)) : whole).split(" ");
    return words.map((word) => (chance.isIn(named) ? this.#drawName() : word));
  }

  #drawName(): string {
    const chance = this.#chance;
    const names: Names = this.#sources.names;
    const kinds: [number, () => string][] = [
      [0.12, () => chance.pick(names.countries)],
      [0.5, () => chance.pick(names.cities)],
      [0.63, () => chance.pick(names.given)],
      [0.76, () => chance.pick(names.surnames)],
      [0.85, () => chance.pick(names.bodies)],
      [0.92, () => capitalise(drawWord(chance.pick(this.#sources.words), chance))],
      [1, () => capitalise(Array.from({ length: 2 + chance.below(2) }, () => chance.pick(SYLLABLES)).join(""))],
    ];
    const share = chance.share();
    return kinds.find(([most]) => share < most)![1]();
  }

  /** Other names for some of a headline's, where its small words tell which are names. */
  #exchangeNames(headline: string): string {
    const words = headline.split(" ");
    if (!words.some((word, i) => i > 0 && /^\p{Ll}/u.test(word))) return headline;
    const share = this.#chance.share();
    return words
      .map((word, i) => (i > 0 && isName(word) && this.#chance.isIn(share) ? this.#drawName() : word))
      .join(" ");
  }

  #cut(text: string, length: number): string {
    const words = text.split(/\s+/);
    const from = this.#chance.below(Math.max(1, words.length - length));
    return words.slice(from, from + length).join(" ");
  }

  /** Capitals, a capital on every word, or none. */
  #vary(text: string): string {
    const share = this.#chance.share();
    if (share < 0.04) return text.toUpperCase();
    if (share < 0.14) return text.split(" ").map(capitalise).join(" ");
    return share < 0.17 ? text.toLowerCase() : text;
  }

  /** Agencies and old systems drop accents. */
  #unaccent(text: string): string {
    if (!this.#chance.isIn(0.25)) return text;
    const plain: Readonly<Record<string, string>> = { ø: "o", Ø: "O", đ: "d", ł: "l", ı: "i", æ: "ae", ß: "ss" };
    return text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[øØđłıæß]/g, (letter) => plain[letter]!);
  }
}

function drawWord({ words, sums }: WordList, chance: Chance): string {
  const aim = chance.share() * sums.at(-1)!;
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! < aim) low = middle + 1;
    else high = middle;
  }
  return words[low]!;
}
