/** Small arithmetic on half-open UTF-16 spans. */
import type { Span } from "./contract.js";

export function makeSpan(start: number, end: number): Span {
  return { start, end };
}

/** The very words of the span. */
export function wordsOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Order of the text: by start, the longer first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
