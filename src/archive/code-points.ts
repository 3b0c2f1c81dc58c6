/** Turns offsets in UTF-16 code units into offsets in code points. */
import type { Span } from "../reading/index.js";

/** A span with both kinds of offsets, as the archive keeps it. */
export type DoubleSpan = {
  readonly start: number;
  readonly end: number;
  readonly start_cp: number;
  readonly end_cp: number;
};

export type ToDouble = (span: Span) => DoubleSpan;

/** The converter of one text; most texts have no character beyond U+FFFF, and then both offsets are the same. */
export function makeConverter(text: string): ToDouble {
  const pairs = findPairs(text);
  if (pairs.length === 0) return ({ start, end }) => ({ start, end, start_cp: start, end_cp: end });
  const convert = (offset: number) => offset - countBelow(pairs, offset);
  return ({ start, end }) => ({ start, end, start_cp: convert(start), end_cp: convert(end) });
}

/** Offsets of the second halves of all surrogate pairs. */
function findPairs(text: string): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) found.push(match.index + 1);
  return found;
}

/** How many of the sorted numbers are below the limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
