/** Finds the statement in whose content words stand. */
import type { Span, Statement } from "../reading/index.js";

/** The innermost statement whose content holds the span, null where none does: the shortest content wins. */
export function innermostStatement(statements: readonly Statement[], span: Span): Statement | null {
  return createStatementFinder(statements)(span);
}

/** One part of a content. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly statement: Statement;
  /** Length of the whole content. */
  readonly length: number;
  /** The farthest end of this part and those before it. */
  reach: number;
}

/** `innermostStatement` for many spans of one text: it looks only at contents that may reach the span. */
export function createStatementFinder(statements: readonly Statement[]): (span: Span) => Statement | null {
  const parts = statements.flatMap((statement): Part[] => {
    const length = statement.content.reduce((sum, part) => sum + part.end - part.start, 0);
    return statement.content.map(({ start, end }) => ({ start, end, statement, length, reach: end }));
  });
  parts.sort((a, b) => a.start - b.start || b.end - a.end);
  for (let i = 1; i < parts.length; i++) parts[i]!.reach = Math.max(parts[i]!.reach, parts[i - 1]!.reach);
  return (span) => findShortest(parts, span);
}

function findShortest(parts: readonly Part[], span: Span): Statement | null {
  let best: Part | null = null;
  for (let i = lastStart(parts, span.start); i >= 0 && parts[i]!.reach >= span.end; i--) {
    const part = parts[i]!;
    if (part.end >= span.end && (best === null || part.length <= best.length)) best = part;
  }
  return best?.statement ?? null;
}

/** Number of the last part that starts no later than the offset, −1 where none does. */
function lastStart(parts: readonly Part[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
