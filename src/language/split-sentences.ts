/** Splits the words of a paragraph into sentences where the learnt weights say so, save where rules are certain. */

import { describeWords } from "./describe-words.js";
import { Gaps, MARGIN, type WordColumns } from "./gap-features.js";
import type { WordSpan } from "./split-words.js";
import type { SplittingRules } from "./splitting-rules.js";
import { SHAPES } from "./word-shapes.js";

/** A sentence of a paragraph: words `first` to `last` inclusive. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

/** Sentences of the words of one paragraph in order; none is longer than `longest` words. */
export function splitSentences(
  text: string,
  words: readonly WordSpan[],
  rules: SplittingRules,
  longest: number,
): WordRange[] {
  if (words.length === 0) return [];
  const described = describeWords(text, words, rules);
  const gaps = new Gaps(described);
  const sentences: WordRange[] = [];
  let first = 0;
  for (let at = 0; at < words.length; at++) {
    const least = at + 1 === words.length ? Number.NEGATIVE_INFINITY : leastScore(described, at + MARGIN);
    if (least === Number.POSITIVE_INFINITY) continue;
    if (least !== Number.NEGATIVE_INFINITY && rules.breaks.score(gaps.look(at, first)) <= least) continue;
    for (const piece of cutLong(text, words, { first, last: at }, longest)) sentences.push(piece);
    first = at + 1;
  }
  return sentences;
}

/** Gaps without a sign that ends sentences must be surer than others. */
const UNSIGNED = 64;

/** The score that a gap must be above for a sentence to end there; infinite where a rule is certain. */
export function leastScore({ looks, starts }: WordColumns, place: number): number {
  const before = looks[place]! >> 1;
  const after = looks[place + 1]! >> 1;
  const spaced = looks[place + 1]! % 2 === 1;
  if (NEVER_LAST.has(before) || NEVER_FIRST.has(after)) return Number.POSITIVE_INFINITY;
  if (ABBREVIATED.has(before)) return spaced && starts[place + 1] ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (!spaced && (!MAY_TOUCH.has(before) || CLOSING.has(after))) return Number.POSITIVE_INFINITY;
  if (isNote(looks, place) || isName(looks, place)) return Number.POSITIVE_INFINITY;
  return isSigned(looks, place) ? 0 : UNSIGNED;
}

/** A title or an initial before its name, and signs that open something. */
const NEVER_LAST = new Set<number>([
  SHAPES.title,
  SHAPES.initial,
  SHAPES["open-bracket"],
  SHAPES["open-square"],
  SHAPES["open-quote"],
]);
const NEVER_FIRST = new Set<number>([
  SHAPES.stop,
  SHAPES.question,
  SHAPES.comma,
  SHAPES.semicolon,
  SHAPES["close-bracket"],
]);
/** Forms with a full stop of their own: a sentence ends with one just before a word that begins sentences. */
const ABBREVIATED = new Set<number>([SHAPES.abbreviation, SHAPES.initials]);
const CLOSING = new Set<number>([SHAPES["close-quote"], SHAPES["close-bracket"]]);
const STOPS = new Set<number>([SHAPES.stop, SHAPES.question, SHAPES.shout, SHAPES.dots]);
/** What a sentence may end with where no white space follows. */
const MAY_TOUCH = new Set<number>([...STOPS, ...CLOSING]);

/** The number of a note, "[12]", belongs to the sentence before it. */
function isNote(looks: Uint8Array, place: number): boolean {
  const [open, number, close] = [1, 2, 3].map((step) => looks[place + step]! >> 1);
  return open === SHAPES["open-square"] && number === SHAPES.number && close === SHAPES["close-bracket"];
}

/** A name that ends in a stop of its own goes on in small letters: "Yahoo! says". */
function isName(looks: Uint8Array, place: number): boolean {
  const after = looks[place + 1]! >> 1;
  return after === SHAPES.small && STOPS.has(looks[place]! >> 1) && looks[place - 1]! >> 1 !== SHAPES.small;
}

/** Whether the word before the gap ends sentences, closing signs left aside. */
function isSigned(looks: Uint8Array, place: number): boolean {
  let sign = place;
  while (CLOSING.has(looks[sign]! >> 1) && place - sign < MOST_CLOSING) sign--;
  return STOPS.has(looks[sign]! >> 1) || looks[place]! >> 1 === SHAPES.smiley;
}

/** Closing signs that are looked past. */
const MOST_CLOSING = 4;

const formOf = (text: string, word: WordSpan) => text.slice(word.start, Math.min(word.end, word.start + 64));

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
