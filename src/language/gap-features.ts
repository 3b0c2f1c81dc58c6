/** What the break model sees of the gaps between the words of a paragraph. */
import { SHAPES } from "./word-shapes.js";

/** What is known of each word of a paragraph, with three beyond either end. */
export interface WordColumns {
  readonly length: number;
  /** Number of the word in the model's vocabulary, 0 if it is not there; word i stands at i + MARGIN. */
  readonly ids: Int32Array;
  /** Shape × 2, plus 1 where white space stands before the word. */
  readonly looks: Uint8Array;
  /** 1 where the word begins sentences even after an abbreviation. */
  readonly starts: Uint8Array;
}

export const MARGIN = 3;

/** What a feature's value is: a count, a word, a look, two looks, or a count with a look. */
export type ValueKind = "count" | "word" | "look" | "looks" | "marked";

/** Features by number, in the order in which `look` adds them, with the kinds of their two values. */
export const FEATURES: readonly (readonly [name: string, first: ValueKind, second: ValueKind])[] = [
  ["bias", "count", "count"],
  ["looks", "look", "look"],
  ["looks-before", "looks", "look"],
  ["looks-after", "looks", "look"],
  ["looks-far-before", "looks", "look"],
  ["looks-far-after", "looks", "look"],
  ["word-before", "word", "look"],
  ["word-after", "word", "look"],
  ["second-before", "word", "look"],
  ["second-after", "word", "look"],
  ["third-before", "word", "look"],
  ["third-after", "word", "look"],
  ["words-around", "word", "word"],
  ["words-before", "word", "word"],
  ["words-after", "word", "word"],
  ["length-so-far", "count", "look"],
  ["next-stop", "count", "look"],
  ["paragraph-end", "count", "look"],
  ["state", "marked", "look"],
  ["style", "marked", "look"],
  ["opening-look", "looks", "look"],
  ["opening-word", "word", "look"],
  ["after-at-length", "word", "count"],
  ["after-to-stop", "word", "count"],
  ["before-to-stop", "word", "count"],
];

/** Values are below these: two looks or a word number, and the second value. */
export const LOOKS = 64;
export const VALUES = 4096;

/** Where a number falls: 0, 1, 2, 3, 4, then steps that widen. */
const STEPS = [0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 23, 32, 50, 80];
const BUCKETS = Uint8Array.from({ length: 81 }, (_, n) => STEPS.findLastIndex((step) => n >= step));
export const bucketOf = (n: number): number => BUCKETS[Math.min(n, 80)]!;

const isStopShape = (shape: number) => shape >= SHAPES.stop && shape <= SHAPES.dots;

/** Walks over the gaps of a paragraph and fills in the features of each. */
export class Gaps {
  private readonly keys = new Int32Array(FEATURES.length);
  private count = 0;
  private readonly toStop: Uint8Array;
  private readonly states: Uint8Array;
  private readonly style: number;

  constructor(private readonly words: WordColumns) {
    this.toStop = stopsAhead(words);
    this.states = statesOf(words);
    this.style = styleOf(words);
  }

  /** Keys of the features of the gap after word `at`, in a sentence that began with word `begin`; good until the next look. */
  look(at: number, begin: number): Int32Array {
    const { ids, looks, length } = this.words;
    const l = at + MARGIN;
    const opening = begin + MARGIN;
    const [before, after] = [looks[l]!, looks[l + 1]!];
    const [wordBefore, wordAfter] = [ids[l]!, ids[l + 1]!];
    const [sofar, ahead] = [bucketOf(at - begin), this.toStop[l + 1]!];
    this.count = 0;
    this.add(0, 0);
    this.add(before, after);
    this.add(looks[l - 1]! * LOOKS + before, after);
    this.add(before * LOOKS + after, looks[l + 2]!);
    this.add(looks[l - 2]! * LOOKS + looks[l - 1]!, before);
    this.add(after * LOOKS + looks[l + 2]!, looks[l + 3]!);
    this.add(wordBefore, after);
    this.add(wordAfter, before);
    this.add(ids[l - 1]!, before);
    this.add(ids[l + 2]!, after);
    this.add(ids[l - 2]!, before);
    this.add(ids[l + 3]!, after);
    this.add(wordBefore, wordAfter);
    this.add(ids[l - 1]!, wordBefore);
    this.add(wordAfter, ids[l + 2]!);
    this.add(sofar, before);
    this.add(ahead, before);
    this.add(bucketOf(length - 2 - at) * 8 + this.style, before);
    this.add(this.states[l]! * LOOKS + before, after);
    this.add(this.style * LOOKS + before, after);
    this.add(looks[opening]! * LOOKS + before, after);
    this.add(ids[opening]!, before);
    this.add(wordAfter, sofar);
    this.add(wordAfter, ahead);
    this.add(wordBefore, ahead);
    return this.keys;
  }

  private add(first: number, second: number): void {
    this.keys[this.count] = (this.count * VALUES + first) * VALUES + second;
    this.count++;
  }
}

/** For each word the bucket of the number of words from it to the next stop. */
function stopsAhead({ length, looks }: WordColumns): Uint8Array {
  const ahead = new Uint8Array(length + 2 * MARGIN);
  let distance = 80;
  for (let i = length + MARGIN - 1; i >= MARGIN; i--) {
    distance = isStopShape(looks[i]! >> 1) ? 0 : Math.min(distance + 1, 80);
    ahead[i] = bucketOf(distance);
  }
  return ahead;
}

/** For each word whether a quotation (1) or bracket (2) is open after it. */
function statesOf({ length, looks }: WordColumns): Uint8Array {
  const states = new Uint8Array(length + 2 * MARGIN);
  let state = 0;
  for (let i = MARGIN; i < length + MARGIN; i++) {
    const shape = looks[i]! >> 1;
    if (shape === SHAPES["open-quote"]) state |= 1;
    else if (shape === SHAPES["close-quote"]) state &= ~1;
    else if (shape === SHAPES["open-bracket"] || shape === SHAPES["open-square"]) state |= 2;
    else if (shape === SHAPES["close-bracket"]) state &= ~2;
    states[i] = state;
  }
  return states;
}

/** How a paragraph is written: 1 if it ends with a stop, 2 if it begins with a small letter, 4 if a small letter follows a stop. */
function styleOf({ length, looks }: WordColumns): number {
  let last = length + MARGIN - 1;
  while (last > MARGIN && looks[last]! >> 1 >= SHAPES["close-bracket"] && looks[last]! >> 1 <= SHAPES.quote) last--;
  let style = isStopShape(looks[last]! >> 1) ? 1 : 0;
  if (looks[MARGIN]! >> 1 === SHAPES.small) style |= 2;
  for (let i = MARGIN; i < length + MARGIN - 1; i++) {
    const stops = looks[i]! >> 1 >= SHAPES.stop && looks[i]! >> 1 <= SHAPES.shout;
    if (stops && looks[i + 1]! >> 1 === SHAPES.small) return style | 4;
  }
  return style;
}
