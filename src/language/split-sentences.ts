/** Splits the words of a paragraph into sentences, by full stops, quotation marks and abbreviations. */

import type { WordSpan } from "./split-words.js";
import type { SplittingRules } from "./splitting-rules.js";

/** A sentence of a paragraph: words `first` to `last` inclusive. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

const STOP = /^(?:[.!?]+|…+|[!?]+|。|！|？)$/;
const ENDS_IN_STOP = /^.{1,40}\.$/u;
const CLOSING = /^(?:["”’)\]»]|'|'')$/;
const STARTING = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"“‘'«([$£€@#•*–—-]/u;

/** Sentences of the words of one paragraph in order; none is longer than `longest` words. */
export function splitSentences(
  text: string,
  words: readonly WordSpan[],
  rules: SplittingRules,
  longest: number,
): WordRange[] {
  const sentences: WordRange[] = [];
  let first = 0;
  for (let at = 0; at < words.length; at++) {
    if (!isStop(text, words, at, rules)) continue;
    const last = withClosingSigns(text, words, at);
    if (last + 1 < words.length && !canStart(text, words, last, rules)) continue;
    for (const piece of cutLong(text, words, { first, last }, longest)) sentences.push(piece);
    first = last + 1;
    at = last;
  }
  const rest = { first, last: words.length - 1 };
  if (first < words.length) for (const piece of cutLong(text, words, rest, longest)) sentences.push(piece);
  return sentences;
}

const formOf = (text: string, word: WordSpan) => text.slice(word.start, Math.min(word.end, word.start + 64));

/** Whether a sentence may end with this word: a stop, or an abbreviation before a word that begins sentences. */
function isStop(text: string, words: readonly WordSpan[], at: number, rules: SplittingRules): boolean {
  const form = formOf(text, words[at]!);
  if (STOP.test(form)) return true;
  const next = words[at + 1];
  if (!ENDS_IN_STOP.test(form) || !next) return false;
  const follow = rules.abbreviations.get(form);
  if (follow === "capital" || follow === "digit") return false;
  if (/^\p{Lu}\.$/u.test(form)) return false;
  return rules.starters.has(formOf(text, next));
}

/** The last of the closing quotation marks and brackets that follow without a space. */
function withClosingSigns(text: string, words: readonly WordSpan[], at: number): number {
  let last = at;
  while (last + 1 < words.length) {
    const next = words[last + 1]!;
    const form = formOf(text, next);
    const closes = CLOSING.test(form) && next.start === words[last]!.end;
    if (!closes && !STOP.test(form)) break;
    last++;
  }
  return withNote(text, words, last);
}

/** The end of a note's number in square brackets, "[12]", which belongs to the sentence before it. */
function withNote(text: string, words: readonly WordSpan[], last: number): number {
  if (last + 3 >= words.length) return last;
  const [open, number, close] = [1, 2, 3].map((i) => formOf(text, words[last + i]!));
  return open === "[" && close === "]" && /^\d{1,3}$/.test(number!) ? last + 3 : last;
}

function canStart(text: string, words: readonly WordSpan[], last: number, rules: SplittingRules): boolean {
  const before = words[last]!;
  const next = words[last + 1]!;
  const form = formOf(text, next);
  if (!STARTING.test(form)) return startsSmall(text, words, last, form);
  if (next.start > before.end) return true;
  return rules.starters.has(form) || /^["“]$/.test(form);
}

/** Whether a sentence begins with a small letter: its writer shuns capitals, and what stands before is surely no abbreviation. */
function startsSmall(text: string, words: readonly WordSpan[], last: number, form: string): boolean {
  const stop = formOf(text, words[last]!);
  const before = last > 0 ? formOf(text, words[last - 1]!) : "";
  if (words[last + 1]!.start === words[last]!.end || !/^\p{Ll}/u.test(form)) return false;
  return /^[!?.]$/.test(stop) && /^\p{Ll}{4,}$/u.test(before);
}

/** Cuts an overlong sentence at its last semicolon, colon, dash or comma, else where it gets too long. */
function cutLong(text: string, words: readonly WordSpan[], whole: WordRange, longest: number): WordRange[] {
  const pieces: WordRange[] = [];
  let { first } = whole;
  while (whole.last - first >= longest) {
    const last = bestCut(text, words, first, first + longest - 1);
    pieces.push({ first, last });
    first = last + 1;
  }
  return [...pieces, { first, last: whole.last }];
}

function bestCut(text: string, words: readonly WordSpan[], first: number, latest: number): number {
  const earliest = first + ((latest - first) >> 1);
  for (const signs of [/^[.!?;]+$/, /^(?:[:—]|--)$/, /^,$/]) {
    for (let at = latest; at > earliest; at--) if (signs.test(formOf(text, words[at]!))) return at;
  }
  return latest;
}
