/** The clause that tells an act: the trigger's own, or that of a verb which only carries its noun. */
import { hasRelation, type Parsed } from "../../language/index.js";
import type { EventCandidate } from "../event-layer.js";
import { isOccasion, isVerbal, lemmaAt } from "./clauses.js";
import { isOfKind, type StatusCues } from "./status-cues.js";

/** How many nouns may stand between a verb and the act: "launched a series of strikes". */
const NOUNS_BETWEEN = 2;

/**
 * Head of the clause: where the coder's rules have raised it, theirs; else, for a noun, the verb that carries it
 * ("launched a series of strikes", "the meeting took place"); else the trigger itself.
 */
export function findTellingClause(candidate: EventCandidate, parsed: Parsed, cues: StatusCues): number {
  const { trigger, clause } = candidate;
  if (isVerbal(parsed, trigger) || isVerbal(parsed, clause)) return clause;
  let noun = clause;
  for (let step = 0; step < NOUNS_BETWEEN; step++) {
    const head = parsed.head[noun]!;
    if (head < 0 || !isOfKind(cues, "carrier", lemmaAt(parsed, head))) return clause;
    if (isVerbal(parsed, head)) {
      return hasRelation(parsed, noun, "obj", "nsubj", "nsubj:pass", "obl", "xcomp") ? head : clause;
    }
    if (!hasRelation(parsed, noun, "nmod", "compound")) return clause;
    noun = head;
  }
  return clause;
}

/** A meeting that is the occasion of another act is of that act's day: "asked for it in a call with her colleague". */
export function findDatedClause(candidate: EventCandidate, parsed: Parsed): number {
  const { type, trigger, clause } = candidate;
  const isMet = type === "CONSULT" && clause === trigger && isOccasion(parsed, trigger);
  return isMet && isVerbal(parsed, parsed.head[trigger]!) ? parsed.head[trigger]! : clause;
}
