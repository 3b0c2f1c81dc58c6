/** Splits a text into paragraphs at its line breaks, save those that only wrap a long line. */

/** Half-open UTF-16 offsets of a paragraph, white space at its ends left out. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
}

/** Lines wrapped by hand are no longer than this. */
const WIDEST = 100;
/** A line that was wrapped is at least this long, since the next word would not have fitted. */
const NARROWEST = 50;

export function splitParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | null = null;
  for (const line of findLines(text)) {
    if (open && line.start < line.end && isWrapped(text, paragraphs.at(-1)!, open, line)) {
      paragraphs.push({ start: paragraphs.pop()!.start, end: line.end });
    } else if (line.start < line.end) paragraphs.push(line);
    open = line.start < line.end ? line : null;
  }
  return paragraphs;
}

/** Every line without the white space around it; an empty line has no length. */
function* findLines(text: string): Generator<Paragraph> {
  const breaks = /\r\n|[\n\r\u0085\u2028\u2029]/g;
  let from = 0;
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    yield trim(text, from, found.index);
    from = breaks.lastIndex;
  }
  yield trim(text, from, text.length);
}

const isSpace = (unit: string) => /\s/.test(unit);

function trim(text: string, from: number, to: number): Paragraph {
  let start = from;
  let end = to;
  while (start < end && isSpace(text[start]!)) start++;
  while (end > start && isSpace(text[end - 1]!)) end--;
  return { start, end };
}

/** Whether the break between two lines is a wrap: the first is nearly full and its sentence goes on. */
function isWrapped(text: string, paragraph: Paragraph, before: Paragraph, line: Paragraph): boolean {
  const length = before.end - before.start;
  if (length < NARROWEST || length > WIDEST || line.end - line.start > WIDEST) return false;
  if (/[.!?:]["'”’)\]]*$/.test(text.slice(Math.max(before.start, before.end - 6), before.end))) {
    return paragraph.start < before.start && /^\p{L}/u.test(text.slice(line.start, line.start + 2));
  }
  return /^[\p{Ll}]/u.test(text.slice(line.start, line.start + 2)) || paragraph.start < before.start;
}
