/** Finds quoted words: typographic, straight, doubled and single marks, paired within their paragraph. */
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
  readonly opens: boolean;
  readonly closes: boolean;
}

const MARKS = /["“”„«»]+|''|``|‘‘|’’|['‘’]/g;

/** Every quotation of the text, and a note for each that nobody closes. */
export function findQuotations(text: string): Quotations {
  const quotations: Quotation[] = [];
  const notes: Note[] = [];
  let open: OpenMark | null = null;
  for (const match of text.matchAll(MARKS)) {
    const mark = readMark(text, match.index, match[0]);
    if (open && mark.start > open.lineEnd) {
      endParagraph(text, open, opensParagraph(text, mark), { quotations, notes });
      open = null;
    }
    if (!open) open = mark.opens ? { ...mark, lineEnd: endOfLine(text, mark.end) } : null;
    else if (mark.kind === open.kind && mark.closes) {
      quotations.push(quotationOf(open.start, open.end, mark.start, mark.end));
      open = null;
    }
  }
  if (open) endParagraph(text, open, false, { quotations, notes });
  return { quotations, notes };
}

/** An opening mark, and where the paragraph ends in which it must be closed. */
interface OpenMark extends Mark {
  readonly lineEnd: number;
}

/** Settles a mark left open: an unclosed single one is an apostrophe, a double one runs to the end of its paragraph. */
function endParagraph(
  text: string,
  open: OpenMark,
  opensNext: boolean,
  found: { readonly quotations: Quotation[]; readonly notes: Note[] },
): void {
  const end = open.end + text.slice(open.end, open.lineEnd).trimEnd().length;
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

/** The end of the paragraph: a line break, save one in the middle of a sentence, where lines are of a fixed width. */
function endOfLine(text: string, from: number): number {
  let end = text.indexOf("\n", from);
  while (end >= 0 && isWrapped(text, end)) end = text.indexOf("\n", end + 1);
  return end < 0 ? text.length : end;
}

/** Whether a sentence goes on over the line break: a letter or comma before it, a small letter or a deep margin after it. */
function isWrapped(text: string, at: number): boolean {
  const before = text[text[at - 1] === "\r" ? at - 2 : at - 1] ?? "";
  return /[\p{L}\p{N},]/u.test(before) && /^\n[ \t]*(?:\p{Ll}| {4}[^\s])/u.test(text.slice(at, at + 40));
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
  if (/^[“„«`‘]/.test(marks)) return { start, end, kind, opens: true, closes: marks.startsWith("„") };
  if (/^[”»’]/.test(marks)) return { start, end, kind, opens: false, closes: true };
  const free = /[\s([{—–-]/.test(before);
  const bound = /[\s)\]},.;:!?—–-]/.test(after);
  return { start, end, kind, opens: !bound || (free && !/\s/.test(after)), closes: !free || bound };
}

/** A single mark within a word is an apostrophe; so is one before digits: ’90s. */
function readSingle(mark: string, before: string, after: string, span: Span): Mark {
  const free = /[\s([{—–"“-]/.test(before);
  const opens = mark !== "’" && free && /[\p{L}$£€]/u.test(after);
  const closes = mark !== "‘" && !free && !/[\p{L}\p{N}]/u.test(after);
  return { ...span, kind: "single", opens, closes };
}
