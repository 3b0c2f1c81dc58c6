/** Country names in a text: each with what it names and how it is used there. */
import type { Parsed } from "../language/index.js";
import { entryNamed, findNames, type NameHit, nameAt } from "./name-index.js";
import type { Country, CountryNameEntry, CountryNameKind, NameKnowledge } from "./name-knowledge.js";
import { withoutPersons } from "./names-of-persons.js";
import { type AmbiguousHit, resolveAmbiguous } from "./resolve-ambiguous.js";

/** "South Korean" in "South Korean troops": tokens, country, and that it is an adjective there. */
export interface CountryName {
  /** First and last token, inclusive; determiners are left out. */
  readonly first: number;
  readonly last: number;
  readonly country: Country;
  readonly kind: CountryNameKind;
  /** Sectors of a seat of power that is more than the state: "Pentagon" `["MIL"]`. */
  readonly sectors: readonly string[];
  /** The others that it names at once: North Korea in "the two Koreas". */
  readonly also: readonly Country[];
}

/**
 * Every country, capital, seat, adjective and people that the text names, in order and without overlap; names of two
 * countries only where the text tells which one is meant.
 */
export function findCountryNames(parsed: Parsed, names: NameKnowledge): CountryName[] {
  const found = findAllNames(parsed, names);
  const doubtful = new Map(resolveAmbiguous(parsed, found, names).map((hit) => [hit.name, hit]));
  if (doubtful.size === 0) return found;
  return found.flatMap((name) => {
    const hit = doubtful.get(name);
    if (!hit) return [name];
    return hit.country ? [{ ...name, country: hit.country }] : [];
  });
}

/** Names of two countries in the text that nothing but usage, or nothing at all, tells apart. */
export function findDoubtfulNames(parsed: Parsed, names: NameKnowledge): AmbiguousHit<CountryName>[] {
  const hits = resolveAmbiguous(parsed, findAllNames(parsed, names), names);
  return hits.filter(({ country, isUsage }) => country === null || isUsage);
}

function findAllNames(parsed: Parsed, names: NameKnowledge): CountryName[] {
  const hits = findNames(parsed, names.index).filter((hit) => !isInLonger(parsed, hit, names));
  const found = withoutPersons(parsed, hits, names).flatMap(({ first, last, entry }) => {
    const { country, sectors, also } = entry;
    const name = { first, last, country, kind: kindHere(parsed, last, entry), sectors, also };
    return [...findHalf(parsed, name, names), name];
  });
  return withBareHalves(parsed, found, names);
}

/** How many words before a country's name a longer name that holds it may begin. */
const LONGEST_OPENING = 3;

/** "New Mexico", "Lake Chad", "South China Sea": the name of a place that is not the country's. */
function isInLonger(parsed: Parsed, { first, last, entry }: NameHit<CountryNameEntry>, names: NameKnowledge): boolean {
  for (let from = Math.max(0, first - LONGEST_OPENING); from <= first; from++) {
    const longer = parsed.sentenceOf[from] === parsed.sentenceOf[first] ? nameAt(parsed, names.longer, from) : null;
    const isLonger = longer && longer.last >= last && longer.last - longer.first > last - first;
    if (isLonger && longer.entry !== entry.country.code) return true;
  }
  return false;
}

const HALVES: ReadonlyMap<string, string> = new Map([
  ["North", "South"],
  ["South", "North"],
]);

/** The "North" of "North and South Korea", which names a country of its own. */
function findHalf(parsed: Parsed, name: CountryName, { index }: NameKnowledge): CountryName[] {
  const first = name.first - 2;
  const other = HALVES.get(parsed.form[name.first]!);
  if (other === undefined || parsed.form[first] !== other || !/^(?:and|,|or)$/.test(parsed.form[first + 1] ?? ""))
    return [];
  const rest = parsed.text.slice(parsed.end[name.first], parsed.end[name.last]);
  const entry = entryNamed(index, `${other}${rest}`);
  return entry ? [{ ...name, first, last: first, country: entry.country, also: [] }] : [];
}

/** "the North" where the report is about South Korea, or names North Korea in full: each half of a land by its direction alone. */
function withBareHalves(parsed: Parsed, found: CountryName[], { index }: NameKnowledge): CountryName[] {
  const halves = halvesOf(found, index);
  if (halves.size === 0) return found;
  const covered = new Set(
    found.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  );
  const bare: CountryName[] = [];
  for (let token = 0; token < parsed.length; token++) {
    const country = halves.get(parsed.form[token]!);
    if (!country || covered.has(token) || !standsAlone(parsed, token)) continue;
    bare.push({ first: token, last: token, country, kind: "name", sectors: [], also: [] });
  }
  return bare.length === 0 ? found : [...found, ...bare].sort((a, b) => a.first - b.first);
}

/**
 * Countries by the direction that tells each from its other half; South Africa and North Macedonia are no halves. None where
 * the text names halves of two lands, South Korea and South Sudan: nobody knows whose South is meant.
 */
function halvesOf(found: readonly CountryName[], index: NameKnowledge["index"]): ReadonlyMap<string, Country> {
  const lands = new Map<string, readonly (readonly [string, Country])[]>();
  for (const { country } of found) {
    const [half = "", land = ""] = country.name.split(" ");
    const other = HALVES.get(half);
    if (other === undefined || lands.has(land)) continue;
    const sibling = entryNamed(index, `${other} ${land}`)?.country;
    const rest = sibling ?? entryNamed(index, land)?.country;
    if (!rest || rest.code === country.code) continue;
    lands.set(
      land,
      sibling
        ? [
            [half, country],
            [other, sibling],
          ]
        : [[half, country]],
    );
  }
  const [only, ...others] = lands.values();
  return new Map(others.length === 0 ? only : []);
}

/** Whether a direction is no part of a longer name ("North Carolina") and has an article, which a headline leaves out. */
function standsAlone(parsed: Parsed, token: number): boolean {
  const sentence = parsed.sentences[parsed.sentenceOf[token]!]!;
  const isBefore = token < sentence.last && /^\p{Lu}/u.test(parsed.form[token + 1]!);
  const isAfter =
    token > sentence.first && /^\p{Lu}|^-/u.test(parsed.form[token - 1]!) && parsed.lemma[token - 1] !== "the";
  if (isAfter || (isBefore && !sentence.heading)) return false;
  const hasArticle = token > 0 && parsed.form[token - 1]!.toLowerCase() === "the";
  return hasArticle || (sentence.heading && !isModifier(parsed, token));
}

/** The country that exactly these words name in one of these ways (all ways by default), null where none does. */
export function countryNamed(
  names: NameKnowledge,
  words: string,
  kinds: readonly CountryNameKind[] = ["name", "adjective", "people", "capital", "seat"],
): Country | null {
  const entry = entryNamed(names.index, words);
  return entry?.kinds.some((kind) => kinds.includes(kind)) ? entry.country : null;
}

/** Which use of an ambiguous form it is: "Afghan troops" adjective, "an Afghan" people. */
function kindHere(parsed: Parsed, last: number, entry: CountryNameEntry): CountryNameKind {
  const [only] = entry.kinds;
  if (entry.kinds.length === 1) return only!;
  if (entry.kinds.includes("name") && !isModifier(parsed, last)) return "name";
  if (entry.kinds.includes("adjective") && isModifier(parsed, last)) return "adjective";
  if (entry.kinds.includes("people")) return "people";
  return only!;
}

function isModifier(parsed: Parsed, token: number): boolean {
  const deprel = parsed.deprel[token]!;
  return deprel === "amod" || deprel === "compound" || parsed.upos[token] === "ADJ";
}
