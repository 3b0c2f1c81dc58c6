/** Where a token stands to the quotations. */
import type { TokenRange } from "../candidate.js";
import type { Columns } from "./columns.js";
import type { Side } from "./cue-scope.js";

/** The word of a quotation that is farthest on that side. */
export function quoteWord(c: Columns, quotation: number, side: Side): number {
  return side === "left" ? c.quoteFirst[quotation]! : c.quoteLast[quotation]!;
}

/** 1 at the edge of a quotation towards the cue (its last word, where the content is on the left), 2 within one, 0 outside. */
export function nearQuoteEdge(c: Columns, token: number, side: Side): number {
  const own = c.scene.quotationAt[token]!;
  if (own < 0) return 0;
  return quoteWord(c, own, side === "left" ? "right" : "left") === token ? 1 : 2;
}

/** 0 outside, 1 at the far end of the near end's quotation, 2 within that, 3 at the far end of another, 4 within another. */
export function farQuoteEdge(c: Columns, near: number, far: number, side: Side): number {
  const { quotationAt } = c.scene;
  const there = quotationAt[far]!;
  if (there < 0) return 0;
  const isEdge = quoteWord(c, there, side) === far;
  if (there === quotationAt[near]) return isEdge ? 1 : 2;
  return isEdge ? 3 : 4;
}

/** 0 both ends outside quotations, 1 in the same one, 2 to 5 one of them or both in others. */
export function openQuotes(c: Columns, first: number, last: number): number {
  const { quotationAt } = c.scene;
  const [one, other] = [quotationAt[first]!, quotationAt[last]!];
  if (one === other) return one < 0 ? 0 : 1;
  return (one < 0 ? 2 : 3) + (other < 0 ? 0 : 2);
}

/** Whether another quotation ends right before the cue's clause (1), one begins right after it (2), it stands in one (4). */
export function quotesAround(c: Columns, start: number, end: number): number {
  const { quotationAt } = c.scene;
  const own = quotationAt[start] ?? -1;
  const isOther = (token: number) => (quotationAt[token] ?? -1) >= 0 && quotationAt[token] !== own;
  const before = isOther(start - 1) || isOther(start - 2);
  const after = isOther(end + 1) || isOther(end + 2) || isOther(end + 3);
  return (before ? 1 : 0) + (after ? 2 : 0) + (own >= 0 ? 4 : 0);
}

/** The paragraphs in which a quotation goes on that is left open at the end of the one that this word closes. */
export function paragraphsOn(c: Columns, last: number): TokenRange[] {
  const { quotations, quotationAt } = c.scene;
  const ranges: TokenRange[] = [];
  let own = quotationAt[last]!;
  if (own < 0 || c.quoteLast[own] !== last) return ranges;
  while (quotations[own]?.goesOn && own + 1 < quotations.length) {
    own++;
    ranges.push({ first: c.quoteFirst[own]!, last: c.quoteLast[own]! });
  }
  return ranges;
}
