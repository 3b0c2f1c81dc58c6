/** Quotes the report's words in a line or two, the telling word kept in view. */
import { type Span, wordsOf } from "../reading/index.js";
import { measureWidth } from "./display-width.js";
import { makeRun, type Run } from "./layout.js";
import { makePrintable } from "./printable.js";

/** Words farther than this from the trigger are not looked at: a clause may be as long as the report. */
const REACH = 600;

/** The evidence in quotation marks, cut to some `columns` around its trigger, which stands out. */
export function quoteAround(text: string, evidence: Span, trigger: Span, columns: number): Run[] {
  const start = Math.max(evidence.start, trigger.start - REACH);
  const end = Math.min(evidence.end, trigger.end + REACH);
  const key = wordsOf(text, trigger).slice(0, REACH);
  const before = text.slice(start, trigger.start).match(/\S+\s*|\s+/g) ?? [];
  const after = text.slice(trigger.end, Math.max(trigger.end, end)).match(/\s*\S+|\s+/g) ?? [];
  const [left, right] = chooseAround(before, after, columns - widthOf(key));
  const isCutLeft = left < before.length || start > evidence.start;
  const isCutRight = right < after.length || end < evidence.end;
  return [
    makeRun(
      `“${isCutLeft ? "… " : ""}${nestQuotes(
        before
          .slice(before.length - left)
          .join("")
          .trimStart(),
      )}`,
    ),
    makeRun(nestQuotes(key), "strong"),
    makeRun(`${nestQuotes(after.slice(0, right).join("").trimEnd())}${isCutRight ? " …" : ""}”`),
  ];
}

/** The words of the spans in quotation marks, cut to some `columns`. */
export function quoteSpans(text: string, spans: readonly Span[], columns: number): string {
  return `“${nestQuotes(cutSpans(text, spans, columns))}”`;
}

/** The words of the spans, cut to some `columns`; what is left out between them is "…". */
export function cutSpans(text: string, spans: readonly Span[], columns: number): string {
  const words = spans.map((span) => wordsOf(text, span).slice(0, 2 * REACH)).join(" … ");
  const pieces = words.trim().match(/\s*\S+/g) ?? [];
  const [, count] = chooseAround([], pieces, columns);
  const quote = pieces.slice(0, Math.max(1, count)).join("");
  return count < pieces.length ? `${quote} …` : quote.replace(/[,;]$/, "");
}

/** Inner quotation marks become single ones, as print has it. */
function nestQuotes(words: string): string {
  return words.replace(/[“„«]/g, "‘").replace(/[”»]/g, "’").replace(/"/g, "'");
}

/** How many pieces on either side fit: two after the trigger for one before it. */
function chooseAround(before: readonly string[], after: readonly string[], columns: number): [number, number] {
  let [left, right, room] = [0, 0, columns];
  const takes = (piece: string | undefined) => {
    if (piece === undefined) return false;
    const width = widthOf(piece);
    if (width > room) return false;
    room -= width;
    return true;
  };
  let [opens, closes] = [true, true];
  for (let turn = 0; opens || closes; turn++) {
    if (closes && (turn % 3 !== 2 || !opens)) {
      closes = takes(after[right]);
      if (closes) right += 1;
    } else if (opens) {
      opens = takes(before[before.length - 1 - left]);
      if (opens) left += 1;
    }
  }
  return [left, right];
}

function widthOf(words: string): number {
  return measureWidth(makePrintable(words));
}
