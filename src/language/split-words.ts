/** Splits a stretch of text into words and signs as the treebanks do: clitics, hyphens and signs stand alone. */
import type { SplittingRules } from "./splitting-rules.js";

/** Half-open UTF-16 offsets of a word. */
export interface WordSpan {
  readonly start: number;
  readonly end: number;
}

/** Addresses, file names and numbers, tried before words; every run is bounded, so that matching stays linear. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}(?<![.,;:!?)\]'’])|(?:mailto:)?[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}_-]{1,64}(?:\.[\p{L}\p{N}_-]{1,64}){0,8}|[@#]\p{L}[\p{L}\p{N}_]{0,99}|\p{Ll}{2,64}(?:\.\p{Ll}{2,64}){2,8}(?![\p{L}\p{N}])|[\p{L}\p{N}_-][\p{L}\p{N}_#-]{0,63}(?:\.[\p{L}\p{N}_-]{1,64}){0,8}\.(?:com|org|net|gov|edu|info|doc|xls|pdf|html?|COM|DOC|XLS|PDF|HTML?)(?![\p{L}\p{N}])|\.(?:doc|xls|pdf)(?![\p{L}\p{N}])|w\/(?:o|out)?(?![\p{L}\p{N}/])/uy;
const NUMBER =
  /[+-]?\d{1,3}(?:,\d{3}){1,99}(?:\.\d{1,999})?(?!\d)|\d{1,999}(?:[-–]\d{1,999}){2,99}(?!\d)|(?:\d{3}|\d{5})-\d{4}(?!\d)|(?:1\d)?\d0['’]s(?![\p{L}\p{N}])|\d{1,999}(?:\/\d{1,999}){1,2}(?!\d)|[+-]?(?:\d{1,999}(?:[.:]\d{1,999}){0,99}|\.\d{1,999})|['’]\d\ds?(?![\p{L}\p{N}])/uy;
const INITIALS = /(?:\p{L}\.){2,99}(?:\p{L}(?![\p{L}\p{N}'’]))?|\p{L}(?:\.\p{L}){1,99}(?![\p{L}\p{N}])/uy;
/** A word is put together from these: a star over millions of letters would overflow the pattern engine's stack. */
const WORD_START = /[\p{L}\p{N}_]/uy;
const WORD_RUN = /[\p{L}\p{M}\p{N}_]{1,4096}/uy;
const WORD_JOINT = /['’`&](?=[\p{L}\p{N}_])/uy;
const CURRENCY = /(?:US|CA|AU|HK|NZ|[ACSUR])\$|\p{Sc}/uy;
const SIGNS =
  /[.!?]{2,1000}|…{1,1000}\.{0,99}|(?<=\s)(?:>?[:;=]['-]?[()DPp/](?![\p{L}\p{N}])|\(:(?=\s|$)|\^_{1,3}\^)|[-=*~_#<>|+^]{3,1000}|-{2}|—{1,1000}|([=*~_#<>|+])\1|``|''|‘‘|’’|\p{Extended_Pictographic}(?:\u200d|\p{M}|\p{Extended_Pictographic}){0,99}|./suy;
/** What SIGNS takes of one sign repeated; the rest of a longer run is counted, since a pattern's stack would overflow. */
const LONG_RUN = 1000;
const CLITIC = /(?:n['’]t|['’`](?:s|re|ve|ll|d|m))$/iu;
const LONE_CLITIC = /['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}])/iuy;
/** Longest form that the table of fused words can hold. */
const LONGEST_FUSED = 10;
const SPACE = /\s{1,4096}/uy;
const RUN = /\S{1,4096}/uy;
/** So many code units without white space are nobody's words but a picture's bytes or a broken table, and stay whole. */
const LONGEST_RUN = 2000;

/** The words of `text` between two offsets, in order; together they cover all that is not white space. */
export function splitWords(text: string, start: number, end: number, rules: SplittingRules): WordSpan[] {
  const words: WordSpan[] = [];
  const scan = new Scan(text, end, rules, words);
  for (let at = start; at < end; ) at = scan.step(at);
  return words;
}

/** The place of a splitting run: what it reads and what it has found. */
class Scan {
  constructor(
    private readonly text: string,
    private readonly end: number,
    private readonly rules: SplittingRules,
    private readonly words: WordSpan[],
  ) {}

  /** Splits off what stands at `at` and says where to go on. */
  step(at: number): number {
    const space = this.match(SPACE, at);
    if (space > at) return space;
    const run = this.endlessRun(at);
    if (run > at) return this.push(at, run);
    const whole = this.whole(at);
    if (whole > at) return this.push(at, whole);
    const number = this.match(NUMBER, at);
    if (number > at) return this.number(at, number);
    const word = this.matchWord(at);
    if (word > at) return this.word(at, this.extend(at, word));
    let end = Math.max(this.match(SIGNS, at), at + 1);
    while (end - at >= LONG_RUN && end < this.end && this.text[end] === this.text[at]) end++;
    return this.push(at, end);
  }

  /** End of a run without white space that is too long for words, `at` itself where there is none. */
  private endlessRun(at: number): number {
    if (this.words.length > 0 && !/\s/.test(this.text[at - 1]!)) return at;
    let end = at;
    for (let next = this.match(RUN, end); next > end; next = this.match(RUN, end)) end = next;
    return end - at > LONGEST_RUN ? end : at;
  }

  /** End of what the pattern matches at `at`, `at` itself where it does not. */
  private match(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(this.text) ? Math.min(pattern.lastIndex, this.end) : at;
  }

  /** End of the word that begins at `at`: letters, marks and digits, joined by apostrophes inside ("O'Reilly", "AT&T"). */
  private matchWord(at: number): number {
    let end = this.match(WORD_START, at);
    while (end > at) {
      const next = Math.max(this.match(WORD_RUN, end), this.match(WORD_JOINT, end));
      if (next === end) break;
      end = next;
    }
    return end;
  }

  private push(start: number, end: number): number {
    this.words.push({ start, end });
    return end;
  }

  /** What stays whole whatever it holds: addresses, initials with full stops, currency signs, a clitic left alone. */
  private whole(at: number): number {
    const inside = at > 0 && /[\p{L}\p{N}]/u.test(this.text[at - 1]!);
    if (!inside) {
      const address = this.match(ADDRESS, at);
      if (address > at) return address;
    }
    const initials = inside ? at : this.match(INITIALS, at);
    if (initials > at) return initials;
    const currency = this.match(CURRENCY, at);
    if (currency > at) return currency;
    return at > 0 && !/\s/.test(this.text[at - 1]!) ? this.match(LONE_CLITIC, at) : at;
  }

  /** A number; letters that follow at once are a unit of their own or belong to it ("1990s", "19th", "3D"). */
  private number(start: number, end: number): number {
    const first = this.text[start]!;
    const signed = (first === "-" || first === "+") && start > 0 && !/[\s(]/.test(this.text[start - 1]!);
    if (signed) return this.push(start, start + 1);
    const tail = this.matchWord(end);
    if (tail === end) return this.push(start, end);
    if (this.rules.units.has(this.text.slice(end, tail).toLowerCase())) {
      this.push(start, end);
      return this.push(end, tail);
    }
    return this.word(start, tail);
  }

  /** Takes in hyphens after prefixes, and the full stop of an abbreviation or initial. */
  private extend(start: number, word: number): number {
    let end = word;
    while (this.text[end] === "-" && this.rules.prefixes.has(this.text.slice(start, end).toLowerCase())) {
      const next = this.matchWord(end + 1);
      if (next === end + 1) break;
      end = next;
    }
    return this.isAbbreviation(start, end) ? end + 1 : this.degree(start, end);
  }

  /** The end of an abbreviation with stops inside it ("Ph.D."), `end` where there is none. */
  private degree(start: number, end: number): number {
    if (this.text[end] !== "." || end - start > 3) return end;
    const found = /^\.\p{L}{1,4}\.?(?![\p{L}\p{N}])/u.exec(this.text.slice(end, end + 7))?.[0] ?? "";
    return this.rules.abbreviations.has(this.text.slice(start, end) + found) ? end + found.length : end;
  }

  private isAbbreviation(start: number, end: number): boolean {
    if (this.text[end] !== "." || end - start > 12 || end + 1 > this.end) return false;
    const next = this.text.slice(end + 1, end + 12).trimStart();
    const form = this.text.slice(start, end + 1);
    if (/^\p{Lu}\.$/u.test(form)) return isInitial(this.text, start, next);
    const { abbreviations } = this.rules;
    const follow =
      abbreviations.get(form) ?? (abbreviations.get(titleCase(form)) === "capital" ? "capital" : undefined);
    if (follow === "digit") return /^[\d#]/.test(next);
    if (follow === "small") return /^[\p{Ll},;:.)\]"”’'-]/u.test(next);
    if (follow === "capital") return /^[\p{Lu}\d"“‘'-]/u.test(next);
    return follow === "any";
  }

  /** Where a word that ends at `end` is two written as one ("cannot", "dont"), 0 if it is not. */
  private fusedAt(form: string, end: number): number {
    const fused = this.rules.fused.get(form.toLowerCase());
    if (!fused) return 0;
    if (fused.next === "") return fused.at;
    const next = /^[ \t]{1,3}(\p{L}+)(?![\p{L}\p{M}\p{N}'’-])/u.exec(this.text.slice(end, end + 20))?.[1] ?? "";
    const follows = fused.next === "small" ? /^\p{Ll}/u.test(next) : ` ${fused.next} `.includes(` ${next} `);
    return next !== "" && follows ? fused.at : 0;
  }

  /** A word with its clitics split off; possessives stay on plain apostrophes inside names ("O'Reilly"). */
  private word(start: number, end: number): number {
    const form = this.text.slice(Math.max(start, end - 40), end);
    const from = end - form.length;
    const clitic = form.search(CLITIC);
    if (clitic > 0 && from + clitic > start) {
      this.push(start, from + clitic);
      return this.push(from + clitic, end);
    }
    const middle = form.length <= LONGEST_FUSED ? this.fusedAt(form, end) : 0;
    if (middle > 0) this.push(start, start + middle);
    return this.push(start + middle, end);
  }
}

/** A word in capitals as a title is written otherwise: "GEN." becomes "Gen.". */
function titleCase(form: string): string {
  return form.slice(0, 1) + form.slice(1).toLowerCase();
}

/** Whether a capital with a full stop is somebody's initial: a capitalised word or another initial follows. */
function isInitial(text: string, start: number, next: string): boolean {
  if (start > 0 && /[\p{L}\p{N}'’]/u.test(text[start - 1]!)) return false;
  return /^\p{Lu}/u.test(next);
}
