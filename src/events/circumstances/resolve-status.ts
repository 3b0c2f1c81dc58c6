/** Whether an act happened: decided once, by the words around it in the tree, from the act outwards. */
import { childBy, childrenBy, hasRelation, type Parsed } from "../../language/index.js";
import type { EventStatus } from "../../reading/index.js";
import type { EventCandidate } from "../event-layer.js";
import { formAt, isVerbal, lemmaAt } from "./clauses.js";
import type { Governor, StatusCues } from "./status-cues.js";

/** A status, and the token that decides it, −1 where none does. */
export interface StatusDecision {
  readonly status: EventStatus;
  readonly token: number;
}

/** How far outwards from the act its status is looked for. */
const FAR_ENOUGH = 12;

const OF_NOUNS = ["obj", "obl", "nmod", "nsubj:pass", "compound", "amod"] as const;
const OF_CLAUSES = ["xcomp", "ccomp", "acl", "advcl", "obl", "csubj"] as const;

/**
 * Status of the act by the rule that found it, else by the nearest word around it that decides; null where nothing
 * does: "would attack" is hypothetical, "denied attacking" negated, "attacked" undecided.
 */
export function findStatus(candidate: EventCandidate, parsed: Parsed, cues: StatusCues): StatusDecision | null {
  if (candidate.status !== null) return { status: candidate.status, token: candidate.statusToken };
  let at = candidate.trigger;
  for (let step = 0; step < FAR_ENOUGH; step++) {
    const decision = findBeside(parsed, at, cues) ?? findGoverning(parsed, at, cues);
    if (decision !== null) return decision;
    if (!isShared(parsed, at, candidate, cues)) return null;
    at = parsed.head[at]!;
  }
  return null;
}

/** What the word's own dependants decide: "not", "would", "if", "no", "possible". */
function findBeside(parsed: Parsed, token: number, cues: StatusCues): StatusDecision | null {
  const negation = findNegation(parsed, token, cues);
  if (negation !== null) return negation;
  const order: readonly [string, readonly string[]][] = [
    ["mark", ["mark"]],
    ["modal", ["aux"]],
    ["modifier", ["amod"]],
    ["adverb", ["advmod"]],
    ["case", ["case"]],
  ];
  for (const [kind, relations] of order) {
    const words = cues.beside.get(kind);
    for (const child of childrenBy(parsed, token, ...relations)) {
      const status = words?.get(lemmaAt(parsed, child)) ?? words?.get(formAt(parsed, child));
      if (status !== undefined) return { status: weighed(parsed, token, child, status), token: child };
    }
  }
  return findCondition(parsed, token, cues) ?? findInfinitive(parsed, token);
}

/** "would" told of the past is a future: "said that it would withdraw". */
function weighed(parsed: Parsed, token: number, modal: number, status: EventStatus): EventStatus {
  const isWould = ["would", "’d", "'d"].includes(formAt(parsed, modal));
  if (!isWould || !hasRelation(parsed, token, "ccomp")) return status;
  const governor = parsed.head[token]!;
  const isConditional = childrenBy(parsed, token, "advcl").some((child) => hasMark(parsed, child, "if", "unless"));
  return parsed.xpos[governor] === "VBD" && !isConditional ? "future" : status;
}

function findNegation(parsed: Parsed, token: number, cues: StatusCues): StatusDecision | null {
  const words = cues.beside.get("negator");
  const isNegator = (child: number) => words?.has(lemmaAt(parsed, child)) || words?.has(formAt(parsed, child));
  for (const child of childrenBy(parsed, token, "advmod", "det", "mark", "case", "cc:preconj")) {
    if (isNegator(child) && !isNotOnly(parsed, child)) return { status: "negated", token: child };
  }
  if (!isVerbal(parsed, token)) return null;
  for (const subject of childrenBy(parsed, token, "nsubj", "obj")) {
    const negator = isNegator(subject) ? subject : childrenBy(parsed, subject, "det").find(isNegator);
    if (negator !== undefined) return { status: "negated", token: negator };
  }
  return null;
}

/** "not only … but also" negates nothing. */
function isNotOnly(parsed: Parsed, token: number): boolean {
  return token + 1 < parsed.length && ["only", "just", "least"].includes(formAt(parsed, token + 1));
}

/** An act to come that hangs on an "if" of its own: "will strike if attacked". */
function findCondition(parsed: Parsed, token: number, cues: StatusCues): StatusDecision | null {
  const isOpen = childrenBy(parsed, token, "aux").some((aux) => cues.beside.get("modal")?.has(lemmaAt(parsed, aux)));
  if (!isOpen) return null;
  const clause = childrenBy(parsed, token, "advcl").find((child) => hasMark(parsed, child, "if", "unless"));
  return clause === undefined ? null : { status: "hypothetical", token: childBy(parsed, clause, "mark") };
}

/** A headline's infinitive ("India to deport migrants") is future, a purpose ("in order to win") is open. */
function findInfinitive(parsed: Parsed, token: number): StatusDecision | null {
  if (!isVerbal(parsed, token) || !hasMark(parsed, token, "to")) return null;
  const mark = childBy(parsed, token, "mark");
  const governor = parsed.head[token]!;
  const isHeadline =
    governor < 0 ||
    (hasRelation(parsed, token, "ccomp", "parataxis") && isVerbal(parsed, governor)) ||
    (hasRelation(parsed, token, "xcomp") && lemmaAt(parsed, governor) === "say");
  if (isHeadline) return { status: "future", token: mark };
  return null;
}

/** What the word that the act hangs on decides: "denied", "threatened", "plans", "call for". */
function findGoverning(parsed: Parsed, token: number, cues: StatusCues): StatusDecision | null {
  const governor = parsed.head[token]!;
  if (governor < 0) return null;
  const found = governorOf(parsed, token, cues);
  if (found === null) return openInfinitive(parsed, token);
  const negation = findNegation(parsed, governor, cues);
  if (negation === null) return { status: found.status, token: governor };
  return found.status === "negated" ? { status: "actual", token: governor } : negation;
}

function governorOf(parsed: Parsed, token: number, cues: StatusCues): Governor | null {
  const governor = parsed.head[token]!;
  const cases = childrenBy(parsed, token, "case", "mark").map((child) => lemmaAt(parsed, child));
  const select = (words: ReadonlyMap<string, readonly Governor[]>, needsCase: boolean) =>
    [...(words.get(lemmaAt(parsed, governor)) ?? []), ...(words.get(formAt(parsed, governor)) ?? [])].find((one) =>
      one.cases.length === 0 ? !needsCase : one.cases.some((word) => cases.includes(word)),
    ) ?? null;
  if (isVerbal(parsed, token)) {
    return hasRelation(parsed, token, ...OF_CLAUSES) ? select(cues.overClauses, false) : null;
  }
  if (hasRelation(parsed, token, "nsubj")) return approaching(parsed, governor, cues);
  if (!hasRelation(parsed, token, ...OF_NOUNS)) return null;
  // A noun that only stands beside a verb is not governed by it: "urged restraint after the attack".
  const isDirect = hasRelation(parsed, token, "obj", "nsubj:pass", "compound") || cases.includes("of");
  return select(cues.overNouns, !isDirect && isVerbal(parsed, governor));
}

/** "As the summit approaches". */
function approaching(parsed: Parsed, governor: number, cues: StatusCues): Governor | null {
  const status = cues.beside.get("subject")?.get(lemmaAt(parsed, governor));
  return status === undefined ? null : { status, cases: [] };
}

/** An infinitive that tells a purpose, or what a noun or adjective is for, leaves open whether it came about. */
function openInfinitive(parsed: Parsed, token: number): StatusDecision | null {
  if (!isVerbal(parsed, token) || !hasMark(parsed, token, "to")) return null;
  if (!hasRelation(parsed, token, "acl", "advcl", "csubj")) return null;
  return { status: "hypothetical", token: childBy(parsed, token, "mark") };
}

/** Whether the act shares the status of the word it hangs on: one predicate, one pair of verbs, a carrier and its noun. */
function isShared(parsed: Parsed, token: number, candidate: EventCandidate, cues: StatusCues): boolean {
  const governor = parsed.head[token]!;
  if (governor < 0) return false;
  if (isVerbal(parsed, token)) return isSharedByVerb(parsed, token, cues);
  if (token === candidate.trigger && governor === candidate.clause)
    return hasRelation(parsed, token, "obj", "nsubj", "xcomp");
  const isCarrier = cues.kinds.get("carrier")?.has(lemmaAt(parsed, governor)) ?? false;
  if (hasRelation(parsed, token, "conj")) return !isVerbal(parsed, governor);
  return isCarrier && hasRelation(parsed, token, "obj", "nsubj", "obl", "nmod", "compound");
}

function isSharedByVerb(parsed: Parsed, token: number, cues: StatusCues): boolean {
  const governor = parsed.head[token]!;
  if (hasRelation(parsed, token, "xcomp")) return true;
  if (hasRelation(parsed, token, "conj")) {
    return isVerbal(parsed, governor) && childBy(parsed, token, "nsubj", "aux", "mark") < 0;
  }
  const isContent = cues.kinds.get("content")?.has(lemmaAt(parsed, governor)) ?? false;
  return isContent && hasRelation(parsed, token, "acl", "advcl");
}

function hasMark(parsed: Parsed, token: number, ...words: readonly string[]): boolean {
  return childrenBy(parsed, token, "mark").some((mark) => words.includes(lemmaAt(parsed, mark)));
}
