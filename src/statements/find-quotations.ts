/** Finds quoted words: typographic, straight, doubled and single marks, paired within their paragraph. */
import type { Parsed } from "../language/index.js";
import type { Note, Span } from "../reading/index.js";

/** Words between quotation marks. */
export interface Quotation {
  /** With its marks. */
  readonly outer: Span;
  /** Without them. */
  readonly inner: Span;
  /** Whether the next paragraph opens with a mark of its own and goes on with the same speech. */
  readonly goesOn: boolean;
}

export interface Quotations {
  /** In text order; they do not overlap: marks within marks belong to the outer words. */
  readonly quotations: readonly Quotation[];
  readonly notes: readonly Note[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  /** `“` or `‘`: what it is closed by is of the same kind. */
  readonly kind: "double" | "single";
  /** Its first sign. */
  readonly glyph: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

const MARKS = /["“”„«»]+|''|``|‘‘|’’|['‘’]/g;

/** Every quotation of the text, and a note for each that nobody closes; each ends with its paragraph at the latest. */
export function findQuotations(parsed: Pick<Parsed, "text" | "sentences">): Quotations {
  const found: Found = { quotations: [], notes: [] };
  const ends = paragraphEnds(parsed);
  let paragraph = 0;
  let open: OpenMark | null = null;
  for (const match of parsed.text.matchAll(MARKS)) {
    const mark = readMark(parsed.text, match.index, match[0]);
    while (paragraph + 1 < ends.length && ends[paragraph]! <= mark.start) paragraph++;
    const paragraphEnd = Math.max(mark.end, ends[paragraph] ?? parsed.text.length);
    open = takeMark(parsed.text, open, { ...mark, paragraphEnd }, found);
  }
  if (open) endParagraph(parsed.text, open, false, found);
  return found;
}

interface Found {
  readonly quotations: Quotation[];
  readonly notes: Note[];
}

/** What is open after the mark; what it closes, or what ended before it, is added to the found. */
function takeMark(text: string, before: OpenMark | null, mark: OpenMark, found: Found): OpenMark | null {
  const isOver = before !== null && mark.start >= before.paragraphEnd;
  if (isOver) endParagraph(text, before, opensParagraph(text, mark), found);
  const open = isOver ? null : before;
  if (!open) return mark.opens ? mark : null;
  if (mark.kind !== open.kind || !closes(mark, open)) return open;
  found.quotations.push(quotationOf(open.start, open.end, mark.start, mark.end));
  return null;
}

/** What may close marks whose looks tell more than the spaces around them: German „…“ and »…«, French «…». */
const CLOSED_BY: ReadonlyMap<string, string> = new Map([
  ["„", '“”"'],
  ["«", "»"],
  ["»", "«"],
]);

function closes(mark: Mark, open: Mark): boolean {
  const own = CLOSED_BY.get(open.glyph);
  return own === undefined ? mark.closes : own.includes(mark.glyph);
}

/** Where each paragraph's last sentence ends. */
function paragraphEnds({ sentences }: Pick<Parsed, "sentences">): number[] {
  const ends: number[] = [];
  for (const sentence of sentences) ends[sentence.paragraph] = sentence.end;
  return ends;
}

/** An opening mark, and where the paragraph ends in which it must be closed. */
interface OpenMark extends Mark {
  readonly paragraphEnd: number;
}

/** Settles a mark left open: an unclosed single one is an apostrophe, a double one runs to the end of its paragraph. */
function endParagraph(text: string, open: OpenMark, opensNext: boolean, found: Found): void {
  const end = open.end + text.slice(open.end, open.paragraphEnd).trimEnd().length;
  if (open.kind === "single" || end === open.end) return;
  found.quotations.push(quotationOf(open.start, open.end, end, end, opensNext));
  if (!opensNext) found.notes.push(unclosed(open));
}

function quotationOf(outerStart: number, start: number, end: number, outerEnd: number, goesOn = false): Quotation {
  return { outer: { start: outerStart, end: outerEnd }, inner: { start, end }, goesOn };
}

function unclosed(open: Mark): Note {
  const span = { start: open.start, end: open.end };
  return { code: "quote-unclosed", message: "A quotation mark opens here that nothing closes.", span };
}

/** Whether only white space stands between the mark and the line break before it. */
function opensParagraph(text: string, mark: Mark): boolean {
  let at = mark.start - 1;
  while (at >= 0 && (text[at] === " " || text[at] === "\t" || text[at] === "\u00a0")) at--;
  return mark.opens && (at < 0 || text[at] === "\n" || text[at] === "\r");
}

function readMark(text: string, start: number, marks: string): Mark {
  const end = start + marks.length;
  const before = text[start - 1] ?? " ";
  const after = text[end] ?? " ";
  const kind = marks === "'" || marks === "‘" || marks === "’" ? "single" : "double";
  if (kind === "single") return readSingle(marks, before, after, { start, end });
  const glyph = marks.charAt(0);
  const free = /[\s([{—–-]/.test(before);
  if (/[“„«`‘]/.test(glyph)) return { start, end, kind, glyph, opens: true, closes: glyph === "„" };
  if (/[”»’]/.test(glyph)) return { start, end, kind, glyph, opens: opensReversed(free, after), closes: true };
  const bound = /[\s)\]},.;:!?—–-]/.test(after);
  return { start, end, kind, glyph, opens: !bound || (free && !/\s/.test(after)), closes: !free || bound };
}

/** A mark that closes elsewhere opens where it stands free before a word: »ja«, ”ja”. */
function opensReversed(free: boolean, after: string): boolean {
  return free && /[\p{L}\p{N}]/u.test(after);
}

/** A single mark within a word is an apostrophe; so is one before digits: ’90s. */
function readSingle(mark: string, before: string, after: string, span: Span): Mark {
  const free = /[\s([{—–"“-]/.test(before);
  const opens = mark !== "’" && free && /[\p{L}$£€]/u.test(after);
  const closes = mark !== "‘" && !free && !/[\p{L}\p{N}]/u.test(after);
  return { ...span, kind: "single", glyph: mark, opens, closes };
}
