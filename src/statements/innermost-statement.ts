/** Finds the statement in whose content words stand. */
import type { Span, Statement } from "../reading/index.js";

/** The innermost statement whose content holds the span, null where none does: the shortest content wins. */
export function innermostStatement(statements: readonly Statement[], span: Span): Statement | null {
  let best: Statement | null = null;
  let bestLength = Number.POSITIVE_INFINITY;
  for (const statement of statements) {
    if (!statement.content.some((part) => part.start <= span.start && span.end <= part.end)) continue;
    const length = statement.content.reduce((sum, part) => sum + part.end - part.start, 0);
    if (length < bestLength) {
      best = statement;
      bestLength = length;
    }
  }
  return best;
}
