/** Splits a text into paragraphs at its line breaks, save those that only wrap a long line. */

/** Half-open UTF-16 offsets of a paragraph, white space at its ends left out. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
}

/** A line that was wrapped is at least this long, in UTF-16 units, since the next word would not have fitted. */
const NARROWEST = 50;
/** Lines that go on in small letters which show that a whole text was wrapped by hand. */
const TELLING = 2;

export function splitParagraphs(text: string): Paragraph[] {
  const lines = [...findLines(text)];
  const goesOn = (i: number) => i > 0 && isOpen(text, lines[i - 1]!) && startsWith(text, lines[i]!, /^\p{Ll}/u);
  const wrapped = lines.filter((_, i) => goesOn(i)).length >= TELLING;
  const paragraphs: Paragraph[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.start === line.end) continue;
    const joins = goesOn(i) || (wrapped && i > 0 && isOpen(text, lines[i - 1]!) && text[lines[i - 1]!.end - 1] !== ")");
    if (joins) paragraphs.push({ start: paragraphs.pop()!.start, end: line.end });
    else paragraphs.push(line);
  }
  return paragraphs;
}

/** Whether a line is long and its last sentence has not ended. */
function isOpen(text: string, { start, end }: Paragraph): boolean {
  return end - start >= NARROWEST && !/[.!?:]["'”’)\]]*$/.test(text.slice(end - 6, end));
}

function startsWith(text: string, { start }: Paragraph, letter: RegExp): boolean {
  return letter.test(text.slice(start, start + 2));
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
