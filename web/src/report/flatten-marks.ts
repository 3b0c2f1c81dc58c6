/** Spans that overlap in every way, made into pieces that do not: each piece of text knows all the marks over it. */

export type Layer = "event" | "statement" | "entity" | "place" | "time" | "term" | "chosen";

export interface Mark {
  readonly layer: Layer;
  /** Id of the thing marked: "v3", "e1" … */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/** Paragraphs of a text as spans; lines of white space alone part them. */
export function findParagraphs(text: string): { start: number; end: number }[] {
  const lines = [...text.matchAll(/[^\n\r]+/g)].filter(([line]) => /\S/.test(line));
  return lines.map((line) => ({ start: line.index, end: line.index + line[0].length }));
}

/** The pieces of `start … end`, in order, without a gap; marks that are empty or lie outside are passed over. */
export function flattenMarks(start: number, end: number, marks: readonly Mark[]): Piece[] {
  const within = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  const cuts = new Set([start, end]);
  for (const mark of within) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, i) => {
    const until = sorted[i + 1] ?? end;
    return { start: from, end: until, marks: within.filter((mark) => mark.start <= from && mark.end >= until) };
  });
}

/** Marks by the paragraph that they stand in, in one pass: a report of 100,000 words has as many marks. */
export function shareMarks(paragraphs: readonly { start: number; end: number }[], marks: readonly Mark[]): Mark[][] {
  const shares: Mark[][] = paragraphs.map(() => []);
  for (const mark of marks) {
    let i = firstEndingAfter(paragraphs, mark.start);
    for (; i < paragraphs.length && (paragraphs[i]?.start ?? 0) < mark.end; i += 1) shares[i]?.push(mark);
  }
  return shares;
}

function firstEndingAfter(paragraphs: readonly { end: number }[], offset: number): number {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
