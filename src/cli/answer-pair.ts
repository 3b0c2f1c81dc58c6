/** Answers one line of `chancery code --pairs`. */
import type { Engine, PairInput } from "../engine.js";
import { InputError } from "../errors.js";
import type { Span } from "../reading/index.js";

/** What the actor's words do to the recipient's, under the line's own id; throws InputError `span-impossible`. */
export function answerPair(engine: Engine, input: PairInput & { readonly id?: unknown }): object {
  checkSpans(input);
  const { type, modes, status, confidence, rule } = engine.code(input);
  return { id: input.id ?? null, type, modes, status, confidence, rule };
}

/** A line that is no object, or has no text, is left to the engine's own check, which names that fault. */
function checkSpans(input: PairInput): void {
  if (typeof input !== "object" || input === null || typeof input.text !== "string") return;
  for (const field of ["actor", "recipient"] as const) {
    if (isSpanOf(input.text, input[field])) continue;
    throw new InputError(
      "span-impossible",
      `${field} is no span of the text, which has ${input.text.length} UTF-16 code units`,
      `Give "${field}" as {"start": n, "end": m} with 0 ≤ n < m ≤ ${input.text.length}.`,
      field,
    );
  }
}

function isSpanOf(text: string, span: Span | null | undefined): boolean {
  if (typeof span !== "object" || span === null) return false;
  const { start, end } = span;
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length;
}
