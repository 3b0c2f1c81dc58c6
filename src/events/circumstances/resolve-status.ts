/** Whether an act happened: decided once, by the words around it in the tree, from the act outwards. */
import { childBy, hasRelation, type Parsed } from "../../language/index.js";
import type { EventStatus, EventType } from "../../reading/index.js";
import type { EventCandidate } from "../event-layer.js";
import { isVerbal, lemmaAt } from "./clauses.js";
import { findBeside, type StatusDecision, statusOf } from "./find-beside.js";
import { findGoverning } from "./find-governing.js";
import { isOfKind, type StatusCues } from "./status-cues.js";

/** How far outwards from the act its status is looked for. */
const FAR_ENOUGH = 12;

/**
 * What a type has already drawn from the words around it: agreeing lies ahead by nature and a wish to agree is one
 * ("wants to talk"), a threat says "will" and "would", giving way is coded when it is announced, "must" is a request
 * and "will not" a refusal. Such words are no status besides.
 */
const SPENT: Readonly<Partial<Record<EventType, readonly EventStatus[]>>> = {
  AGREE: ["future"],
  CONCEDE: ["future"],
  REJECT: ["negated", "future"],
  THREATEN: ["future"],
};

/**
 * Status of the act by the rule that found it, else by the nearest word around it that decides; null where nothing
 * does: "would attack" is hypothetical, "denied attacking" negated, "attacked" undecided.
 */
export function findStatus(candidate: EventCandidate, parsed: Parsed, cues: StatusCues): StatusDecision | null {
  if (candidate.status !== null) return { status: candidate.status, token: candidate.statusToken };
  const own = findOwnStatus(candidate, parsed, cues);
  if (own !== null) return own;
  let at = candidate.trigger;
  for (let step = 0; step < FAR_ENOUGH; step++) {
    const decision = decideAt(parsed, at, candidate, cues);
    if (decision !== null) return isSpent(parsed, decision, candidate, cues) ? null : decision;
    if (!isShared(parsed, at, candidate, cues)) return null;
    at = parsed.head[at]!;
  }
  return null;
}

/** "readies sanctions": the trigger itself says that the act is ahead; to ready forces is to mobilize them. */
function findOwnStatus(candidate: EventCandidate, parsed: Parsed, cues: StatusCues): StatusDecision | null {
  const { trigger, type } = candidate;
  const status = isVerbal(parsed, trigger) && type !== "MOBILIZE" ? statusOf(parsed, trigger, "self", cues) : undefined;
  return status === undefined ? null : { status, token: trigger };
}

function decideAt(parsed: Parsed, token: number, candidate: EventCandidate, cues: StatusCues): StatusDecision | null {
  const beside = findBeside(parsed, token, cues);
  if (beside !== null) return beside;
  // A claim that is denied was made all the same.
  const isClaim = token === candidate.trigger && isOfKind(cues, "content", lemmaAt(parsed, token));
  return isClaim || isAttempt(parsed, token, candidate, cues) ? null : findGoverning(parsed, token, cues);
}

/** An assault attempted is an assault, whether or not it succeeds. */
function isAttempt(parsed: Parsed, token: number, candidate: EventCandidate, cues: StatusCues): boolean {
  const governor = parsed.head[token]!;
  return candidate.type === "ASSAULT" && governor >= 0 && isOfKind(cues, "attempt", lemmaAt(parsed, governor));
}

function isSpent(parsed: Parsed, decision: StatusDecision, candidate: EventCandidate, cues: StatusCues): boolean {
  if (SPENT[candidate.type]?.includes(decision.status)) return true;
  if (decision.status !== "hypothetical" || decision.token < 0) return false;
  const word = lemmaAt(parsed, decision.token);
  if (candidate.type === "REQUEST") return ["must", "should", "need", "ought"].includes(word);
  if (candidate.type === "THREATEN") return word === "would" || word === "threaten";
  return candidate.type === "AGREE" && (isOfKind(cues, "want", word) || word === "to");
}

/** Whether the act shares the status of the word that it hangs on: one predicate, a pair of verbs, a verb and its noun. */
function isShared(parsed: Parsed, token: number, candidate: EventCandidate, cues: StatusCues): boolean {
  const governor = parsed.head[token]!;
  if (governor < 0 || isOfKind(cues, "factive", lemmaAt(parsed, governor))) return false;
  if (token !== candidate.clause && hasAncestor(parsed, token, candidate.clause)) return true;
  if (isAttempt(parsed, token, candidate, cues)) return true;
  if (isVerbal(parsed, token)) return isSharedByVerb(parsed, token, cues);
  if (hasRelation(parsed, token, "conj")) return !isVerbal(parsed, governor);
  const isCarried = hasRelation(
    parsed,
    token,
    "obj",
    "nsubj",
    "nsubj:pass",
    "obl",
    "nmod",
    "compound",
    "ccomp",
    "xcomp",
  );
  return isCarried && isOfKind(cues, "carrier", lemmaAt(parsed, governor));
}

/** Whether the coder has raised the act's clause to a word further out, such as "carried" of "carried out strikes". */
function hasAncestor(parsed: Parsed, token: number, ancestor: number): boolean {
  let at = parsed.head[token]!;
  for (let step = 0; at >= 0 && step < FAR_ENOUGH; step++, at = parsed.head[at]!) if (at === ancestor) return true;
  return false;
}

function isSharedByVerb(parsed: Parsed, token: number, cues: StatusCues): boolean {
  const governor = parsed.head[token]!;
  if (hasRelation(parsed, token, "xcomp")) return true;
  if (hasRelation(parsed, token, "conj")) return isVerbal(parsed, governor) && isContinued(parsed, token);
  return isOfKind(cues, "content", lemmaAt(parsed, governor)) && hasRelation(parsed, token, "acl", "advcl");
}

/** A second verb without subject, auxiliary or tense of its own: "may arrest and deport". */
function isContinued(parsed: Parsed, token: number): boolean {
  return !/^VB[DZP]$/.test(parsed.xpos[token]!) && childBy(parsed, token, "nsubj", "aux", "mark") < 0;
}
