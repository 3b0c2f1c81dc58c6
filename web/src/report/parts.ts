/** A long report in parts: a page holds some thousand words with their marks, not a hundred thousand. */
import type { Reading, Span } from "../../../src/reading/index.js";
import { findParagraphs, type Mark } from "./flatten-marks.js";
import type { ShownStatement } from "./statements-shown.js";

/** UTF-16 code units that a part has at least, where the report goes on: some 5,000 words. */
const LENGTH = 30_000;

export interface Part extends Span {
  /** Its paragraphs; one that is longer than a part by itself is cut between two words. */
  readonly paragraphs: readonly Span[];
}

/** All parts of a text in order, at least one. */
export function findParts(text: string): Part[] {
  const parts: Span[][] = [[]];
  let size = 0;
  for (const piece of findParagraphs(text).flatMap((paragraph) => cut(text, paragraph))) {
    if (size >= LENGTH) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)!.push(piece);
    size += piece.end - piece.start;
  }
  return parts.map((paragraphs) => ({
    paragraphs,
    start: paragraphs[0]?.start ?? 0,
    end: paragraphs.at(-1)?.end ?? text.length,
  }));
}

function cut(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > 2 * LENGTH) {
    const space = text.lastIndexOf(" ", from + LENGTH);
    const until = space > from ? space : from + LENGTH;
    pieces.push({ start: from, end: until });
    from = until;
  }
  return [...pieces, { start: from, end }];
}

/** The index of the part asked for (counted from one), else of the one where the chosen words stand, else the first. */
export function choosePart(parts: readonly Part[], asked: string | null, chosen: Span | null): number {
  const number = Number(asked);
  if (Number.isInteger(number) && number >= 1 && number <= parts.length) return number - 1;
  if (chosen === null) return 0;
  const at = parts.findIndex((part) => part.end > chosen.start);
  return at < 0 ? parts.length - 1 : at;
}

/** Whether any of the span stands in the part. */
export const isWithin = ({ start, end }: Span, part: Span): boolean => start < part.end && end > part.start;

export interface PartContent {
  readonly events: Reading["events"];
  readonly statements: readonly ShownStatement[];
  readonly marks: readonly Mark[];
}

/** What of the whole stands in the part. */
export function contentOf(part: Part, { events, statements, marks }: PartContent): PartContent {
  return {
    events: events.filter(({ trigger }) => isWithin(trigger, part)),
    statements: statements.filter(({ hull }) => isWithin(hull, part)),
    marks: marks.filter((mark) => isWithin(mark, part)),
  };
}
