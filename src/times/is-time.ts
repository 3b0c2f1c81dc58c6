/** Sorts out words that only look like a time: Theresa May, Black Friday, 2,000 troops, a dollar a day. */
import { hasRelation, type Parsed } from "../language/index.js";

/** A match on tokens: its words, and the groups of the pattern that found it. */
export interface TimeMatch {
  readonly start: number;
  readonly end: number;
  /** First and last token, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** Whether the match tells a time where it stands. */
export function isTime(parsed: Parsed, match: TimeMatch): boolean {
  const words = parsed.text.slice(match.start, match.end);
  if (/[\p{L}\p{N}]/u.test(parsed.text[match.end] ?? "")) return false;
  if (match.groups.month && !/^\d/.test(match.groups.month) && !isMonth(parsed, match, words)) return false;
  if (match.groups.weekday && !isWeekday(parsed, match)) return false;
  if (/^\d{4}$/.test(words)) return isYear(parsed, match);
  if (match.groups.unit || /^\p{L}+$/u.test(words)) return isCounted(parsed, match, words);
  return true;
}

const CAPITAL = /^\p{Lu}/u;

/** Capitalised; alone it must be a proper noun that is no person's name, and in full or with a full stop. */
function isMonth(parsed: Parsed, match: TimeMatch, words: string): boolean {
  if (!CAPITAL.test(match.groups.month!)) return false;
  if (words !== match.groups.month) return true;
  if (/^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i.test(words)) return false;
  const token = match.first;
  if (parsed.upos[token] !== "PROPN") return false;
  return !isInName(parsed, token) && !hasRelation(parsed, token, "nsubj", "nmod:poss", "appos");
}

/** "Bloody Sunday" is no date, "Black Friday" neither. */
function isWeekday(parsed: Parsed, match: TimeMatch): boolean {
  if (!CAPITAL.test(match.groups.weekday!)) return false;
  const before = match.first - 1;
  const isSame = before >= 0 && parsed.sentenceOf[before] === parsed.sentenceOf[match.first];
  if (!isSame || parsed.head[before] !== match.last || before === parsed.sentences[parsed.sentenceOf[before]!]!.first)
    return true;
  return !(CAPITAL.test(parsed.form[before]!) && hasRelation(parsed, before, "amod", "compound"));
}

/** Tied to a neighbour that is a name: "Theresa May", "May Day". */
function isInName(parsed: Parsed, token: number): boolean {
  const head = parsed.head[token]!;
  if (head >= 0 && hasRelation(parsed, token, "flat") && parsed.upos[head] === "PROPN") return true;
  for (let child = parsed.firstChild[token]!; child >= 0; child = parsed.nextSibling[child]!) {
    const isName = parsed.upos[child] === "PROPN" && CAPITAL.test(parsed.form[child]!);
    if (isName && Math.abs(child - token) === 1 && hasRelation(parsed, child, "compound", "flat")) return true;
  }
  return false;
}

/** A number of four digits by itself: no sum, no count of things, no piece of a name. */
function isYear(parsed: Parsed, match: TimeMatch): boolean {
  const token = match.first;
  if (match.first !== match.last || parsed.start[token] !== match.start || parsed.end[token] !== match.end)
    return false;
  if (/[\p{L}\p{N}$£€¥#.,/-]/u.test(parsed.text[match.start - 1] ?? "")) return false;
  const noun = parsed.head[token]!;
  if (noun === token - 1 && parsed.upos[noun] === "PROPN") return false;
  const isCount = noun > token && parsed.deprel[token] === "nummod" && parsed.xpos[noun] === "NNS";
  const hasPreposition = /^(?:in|since|from|until|till|by|during|after|before|of|for|and|to|the)$/i.test(
    parsed.form[token - 1] ?? "",
  );
  return !isCount || hasPreposition || Number(parsed.form[token]) % 10 !== 0;
}

const BEFORE_COUNT =
  /^(?:for|in|within|after|over|about|nearly|almost|than|least|last|lasted|takes?|took|under|around|spent)$/i;

/** "a year" counts time only after certain words: "for a year", not "twice a year". */
function isCounted(parsed: Parsed, match: TimeMatch, words: string): boolean {
  if (!/^(?:an?|one)\s[^\s-]+$/i.test(words)) return true;
  const before = match.first - 1;
  return (
    before >= 0 &&
    parsed.sentenceOf[before] === parsed.sentenceOf[match.first] &&
    BEFORE_COUNT.test(parsed.form[before]!)
  );
}
