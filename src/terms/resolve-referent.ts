/** Resolves what a label names: "the war" in "the “operation”, as Russia calls the war". */
import { childBy, childrenBy, hasRelation, type Parsed, spanOf, subtreeRange } from "../language/index.js";
import type { Span } from "../reading/index.js";
import type { Label } from "./find-labels.js";

/** The words for the thing itself, null where the text has none; `giver` is the verb that gives the label, −1 where none. */
export function resolveReferent(parsed: Parsed, label: Label, giver: number): Span | null {
  const head = parsed.head[label.head]!;
  if (hasRelation(parsed, label.head, "amod", "compound") && head > label.last) {
    return nounSpan(parsed, head, label.last + 1);
  }
  if (hasRelation(parsed, label.head, "appos") && head >= 0) return nounSpan(parsed, head, 0);
  const isLabel = (child: number) => child >= label.first && child <= label.last;
  const object = giver < 0 ? undefined : childrenBy(parsed, giver, "obj").find((child) => !isLabel(child));
  return object === undefined ? null : nounSpan(parsed, object, 0);
}

/** The noun phrase without what hangs after its head; from `from` where the label itself is its first part. */
function nounSpan(parsed: Parsed, head: number, from: number): Span {
  const range = subtreeRange(
    parsed,
    head,
    (child) => child > head || hasRelation(parsed, child, "case", "punct", "mark"),
  );
  let first = Math.max(range.first, from);
  while (first < head && parsed.upos[first] === "PUNCT") first++;
  return spanOf(parsed, first, Math.max(head, childBy(parsed, head, "flat")));
}
