/** Resolves what a label names: "the war" in "the “operation”, as Russia calls the war". */
import { childBy, childrenBy, hasRelation, type Parsed, spanOf, subtreeRange } from "../language/index.js";
import type { Span } from "../reading/index.js";
import type { Label } from "./find-labels.js";

/** The words for the thing itself, null where the text has none; `cue` is the verb that gives the label, −1 where none. */
export function resolveReferent(parsed: Parsed, label: Label, cue: number): Span | null {
  const head = parsed.head[label.head]!;
  if (hasRelation(parsed, label.head, "amod", "compound") && head > label.last)
    return nounSpan(parsed, head, label.last + 1);
  if (hasRelation(parsed, label.head, "appos") && head >= 0) return nounSpan(parsed, head, -1);
  const giver = hasRelation(parsed, label.head, "xcomp", "obj", "obl", "advcl") ? head : cue;
  if (giver < 0 || (giver !== cue && giver !== head)) return null;
  const isGiven = giver === cue && parsed.upos[giver] === "VERB";
  const object = isGiven
    ? childrenBy(parsed, giver, "obj").find((child) => child < label.first || child > label.last)
    : undefined;
  return object === undefined || object === label.head ? null : nounSpan(parsed, object, -1);
}

/** The noun phrase without what hangs after its head; from `from` where the label itself is its first part. */
function nounSpan(parsed: Parsed, head: number, from: number): Span {
  const range = subtreeRange(
    parsed,
    head,
    (child) => child > head || hasRelation(parsed, child, "case", "punct", "mark"),
  );
  const flat = childBy(parsed, head, "flat");
  return spanOf(parsed, Math.max(range.first, from), Math.max(head, flat));
}
