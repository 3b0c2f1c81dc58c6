/** Splits a text into paragraphs at its line breaks, save those that only wrap a long line. */

/** Half-open UTF-16 offsets of a paragraph, white space at its ends left out. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
}

interface Line extends Paragraph {
  /** Whether it comes right after another line, with no empty line between. */
  readonly follows: boolean;
}

/** A line that was wrapped is at least this long, in UTF-16 units, since the next word would not have fitted. */
const NARROWEST = 50;
/** Lines that go on in small letters which show that a whole text was wrapped by hand. */
const TELLING = 2;

export function splitParagraphs(text: string): Paragraph[] {
  const lines = findLines(text);
  const before = (i: number) => (lines[i]!.follows ? lines[i - 1]! : null);
  const goesOn = (i: number) =>
    isOpen(text, before(i)) && /^\p{Ll}/u.test(text.slice(lines[i]!.start, lines[i]!.start + 2));
  const wrapped = lines.filter((_, i) => goesOn(i)).length >= TELLING;
  const paragraphs: Paragraph[] = [];
  for (const [i, { start, end }] of lines.entries()) {
    const joins = goesOn(i) || (wrapped && isOpen(text, before(i)) && text[before(i)!.end - 1] !== ")");
    if (joins) paragraphs.push({ start: paragraphs.pop()!.start, end });
    else paragraphs.push({ start, end });
  }
  return paragraphs;
}

/** Whether there is a line, a long one, and its last sentence has not ended. */
function isOpen(text: string, line: Line | null): boolean {
  if (!line || line.end - line.start < NARROWEST) return false;
  return !/[.!?:]["'”’)\]]*$/.test(text.slice(line.end - 6, line.end));
}

/** Every line that is not empty, without the white space around it. */
function findLines(text: string): Line[] {
  const breaks = /\r\n|[\n\r\u2028\u2029]/g;
  const lines: Line[] = [];
  let from = 0;
  let follows = false;
  while (from <= text.length) {
    const to = breaks.exec(text)?.index ?? text.length;
    const line = trim(text, from, to);
    if (line.start < line.end) lines.push({ ...line, follows });
    follows = line.start < line.end;
    from = to === text.length ? to + 1 : breaks.lastIndex;
  }
  return lines;
}

const isSpace = (unit: string) => /\s/.test(unit);

function trim(text: string, from: number, to: number): Paragraph {
  let start = from;
  let end = to;
  while (start < end && isSpace(text[start]!)) start++;
  while (end > start && isSpace(text[end - 1]!)) end--;
  return { start, end };
}
