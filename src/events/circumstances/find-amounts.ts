/** Numbers in a sentence with their bounds and units: "at least 43 people", "between 10 and 20", "$5 billion". */
import { hasRelation, type Parsed, type Sentence } from "../../language/index.js";
import { formAt, lemmaAt } from "./clauses.js";
import { type Bound, type BoundPhrase, isNumberWord, isPart, type NumberRead, readNumber } from "./number-words.js";
import type { QuantityWords } from "./quantity-words.js";

/** A number as the text bounds it. */
export interface Amount {
  /** First and last token of the words: bounds, currency and number. */
  readonly first: number;
  readonly last: number;
  readonly low: number | null;
  readonly high: number | null;
  /** ISO 4217 for money. */
  readonly unit: string | null;
  /** Head token of what is counted: "people" of "43 people". */
  readonly counted: number;
}

interface Run {
  readonly first: number;
  readonly last: number;
  readonly read: NumberRead;
}

/** Amounts of the sentence in text order. */
export function findAmounts(parsed: Parsed, sentence: Sentence, words: QuantityWords): Amount[] {
  const found: Amount[] = [];
  for (let token = sentence.first; token <= sentence.last; ) {
    const run = readRun(parsed, token, sentence.last, words);
    const amount = run === null ? null : amountOf(parsed, run, sentence, words);
    if (amount !== null) found.push(amount);
    token = (amount?.last ?? run?.last ?? token) + 1;
  }
  return found;
}

/** The longest number that begins at the token: "two hundred", "tens of thousands", "5 billion". */
function readRun(parsed: Parsed, first: number, end: number, words: QuantityWords): Run | null {
  if (!isNumberWord(formAt(parsed, first), words.numbers)) return null;
  if (!/^(?:NUM|NOUN|ADJ|DET|SYM|X)$/.test(parsed.upos[first]!) || /^(?:one|m|b|k)$/.test(formAt(parsed, first)))
    return null;
  const forms: string[] = [];
  let best: Run | null = null;
  for (let token = first; token <= end && token < first + 6; token++) {
    const form = formAt(parsed, token);
    const isNumber = isNumberWord(form, words.numbers);
    const next = token < end ? formAt(parsed, token + 1) : undefined;
    if (!isNumber && !isLink(form, [...forms, next], words)) break;
    forms.push(form);
    const read = isNumber ? readNumber(forms, words.numbers) : null;
    if (read !== null) best = { first, last: token, read };
  }
  return best;
}

/** Words between those of a number; "a" only beside a fraction: "half a million", "two and a half". */
function isLink(form: string, around: readonly (string | undefined)[], words: QuantityWords): boolean {
  if (form === "a") return around.some((word) => isPart(word, words.numbers));
  return /^(?:and|of|-|–)$/.test(form);
}

function amountOf(parsed: Parsed, run: Run, sentence: Sentence, words: QuantityWords): Amount | null {
  const range = readRange(parsed, run, sentence, words);
  const [unitFirst, unitLast, unit] = readUnit(parsed, run.first, range.last, sentence, words);
  const before = phraseBefore(parsed, unitFirst, sentence.first, words.numbers.before);
  const after = phraseAfter(parsed, unitLast, sentence.last, words.numbers.after);
  const first = unitFirst - (before?.words.length ?? 0) - (range.opens ? 1 : 0);
  const last = unitLast + (after?.words.length ?? 0);
  const counted = countedBy(parsed, run.last, unit === null ? run.last : unitLast);
  if (unit === null && isDateOrLabel(parsed, run)) return null;
  const bound = before?.bound ?? after?.bound ?? (run.read.isOpen ? "low" : "both");
  const bounds = range.high === null ? applyBound(run.read.value, bound) : { low: run.read.value, high: range.high };
  return { first: Math.max(first, sentence.first), last, ...bounds, unit, counted };
}

function applyBound(value: number, bound: Bound): { low: number | null; high: number | null } {
  return { low: bound === "high" ? null : value, high: bound === "low" ? null : value };
}

/** "between 10 and 20", "10 to 20": the second number, where there is one. */
function readRange(
  parsed: Parsed,
  run: Run,
  sentence: Sentence,
  words: QuantityWords,
): { last: number; high: number | null; opens: boolean } {
  const none = { last: run.last, high: null, opens: false };
  if (run.last + 2 > sentence.last) return none;
  const link = formAt(parsed, run.last + 1);
  const opens = run.first > sentence.first && ["between", "from"].includes(formAt(parsed, run.first - 1));
  if (!(link === "to" || link === "-" || link === "–" || (link === "and" && opens))) return none;
  const second = readRun(parsed, run.last + 2, sentence.last, words);
  if (second === null || second.read.value <= run.read.value) return none;
  return { last: second.last, high: second.read.value, opens };
}

/** First and last token with the currency, and its code: "$ 5 billion", "40 billion euros", "US$ 20". */
function readUnit(
  parsed: Parsed,
  first: number,
  last: number,
  sentence: Sentence,
  words: QuantityWords,
): readonly [number, number, string | null] {
  // Before the number only signs and codes: "$", "EUR"; "won 20 seats" is no money.
  const isSign = first > sentence.first && !/^[a-z]+$/.test(parsed.form[first - 1]!);
  const before = isSign ? words.currencies.get(formAt(parsed, first - 1)) : undefined;
  if (before !== undefined) return [first - 1, last, before];
  if (last === sentence.last || !/^(?:NOUN|PROPN|SYM)$/.test(parsed.upos[last + 1]!)) return [first, last, null];
  const after = words.currencies.get(lemmaAt(parsed, last + 1)) ?? words.currencies.get(formAt(parsed, last + 1));
  if (after !== undefined) return [first, last + 1, after];
  return [first, last, null];
}

/** Head of what the number counts: its own head, or the currency's place in the clause. */
function countedBy(parsed: Parsed, number: number, unit: number): number {
  let at = number;
  while (hasRelation(parsed, at, "compound", "flat", "nummod", "det", "amod") && parsed.head[at]! >= 0) {
    at = parsed.head[at]!;
    if (!/^(?:NUM|SYM)$/.test(parsed.upos[at]!) && at !== unit) break;
  }
  return at;
}

/** "17 May", "in 2016", "Group of 20", "Article 5": numbers that count nothing. */
function isDateOrLabel(parsed: Parsed, run: Run): boolean {
  const head = parsed.head[run.last]!;
  const isBareYear = run.first === run.last && /^(?:1[89]|20)\d\d$/.test(parsed.form[run.last]!);
  if (isBareYear && !hasRelation(parsed, run.last, "nummod")) return true;
  return (
    head >= 0 && parsed.upos[head] === "PROPN" && hasRelation(parsed, run.last, "nummod", "flat", "compound", "nmod")
  );
}

function phraseBefore(
  parsed: Parsed,
  token: number,
  first: number,
  phrases: readonly BoundPhrase[],
): BoundPhrase | null {
  const fits = ({ words }: BoundPhrase) =>
    token - words.length >= first && words.every((word, i) => formAt(parsed, token - words.length + i) === word);
  return phrases.find(fits) ?? null;
}

function phraseAfter(parsed: Parsed, token: number, last: number, phrases: readonly BoundPhrase[]): BoundPhrase | null {
  const fits = ({ words }: BoundPhrase) =>
    token + words.length <= last && words.every((word, i) => formAt(parsed, token + 1 + i) === word);
  return phrases.find(fits) ?? null;
}
