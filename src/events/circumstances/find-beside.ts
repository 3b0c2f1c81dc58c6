/** What the words right beside an act say of whether it happened: "not", "would", "if", "no", "planned". */
import { childBy, childrenBy, hasRelation, type Parsed } from "../../language/index.js";
import type { EventStatus } from "../../reading/index.js";
import { formAt, isVerbal, lemmaAt } from "./clauses.js";
import { isOfKind, type StatusCues } from "./status-cues.js";

/** A status, and the token that decides it, −1 where none does. */
export interface StatusDecision {
  readonly status: EventStatus;
  readonly token: number;
}

/** Kinds of words beside an act, and the relations in which they stand to it; the first that is there decides. */
const KINDS: readonly (readonly [kind: string, relation: string])[] = [
  ["mark", "mark"],
  ["mark-ahead", "mark"],
  ["modal", "aux"],
  ["modifier", "amod"],
  ["adverb", "advmod"],
  ["case", "case"],
  ["case-ahead", "case"],
];

/** What a word's own dependants decide; null where they leave it open. */
export function findBeside(parsed: Parsed, token: number, cues: StatusCues): StatusDecision | null {
  const negation = findNegation(parsed, token, cues);
  if (negation !== null) return negation;
  for (const [kind, relation] of KINDS) {
    if (kind.endsWith("-ahead") && isToldAsPast(parsed, token)) continue;
    for (const child of childrenBy(parsed, token, relation)) {
      const status = statusOf(parsed, child, kind, cues);
      if (status === "future" && isOfKind(cues, "ongoing", lemmaAt(parsed, token))) continue;
      if (status !== undefined) return { status: shiftWould(parsed, token, child, status), token: child };
    }
  }
  return findCondition(parsed, token, cues) ?? findHeadline(parsed, token) ?? findSubjunctive(parsed, token);
}

/** "not", "no", "without", or a subject that is nobody. */
export function findNegation(parsed: Parsed, token: number, cues: StatusCues): StatusDecision | null {
  const isNegator = (child: number) => statusOf(parsed, child, "negator", cues) !== undefined;
  for (const child of childrenBy(parsed, token, "advmod", "det", "mark", "case", "cc:preconj")) {
    if (isNegator(child) && !isNotOnly(parsed, child)) return { status: "negated", token: child };
  }
  if (!isVerbal(parsed, token)) return null;
  for (const argument of childrenBy(parsed, token, "nsubj", "obj")) {
    const negator = isNegator(argument) ? argument : childrenBy(parsed, argument, "det").find(isNegator);
    if (negator !== undefined) return { status: "negated", token: negator };
  }
  return null;
}

/** Whether the verb has a tense of its own: "met", "meets", "will meet", against "to meet", "meeting". */
export function hasTense(parsed: Parsed, token: number): boolean {
  if (/^VB[DZP]$/.test(parsed.xpos[token]!)) return true;
  return childrenBy(parsed, token, "aux", "aux:pass", "cop").some((aux) => /^(?:MD|VB[DZP])$/.test(parsed.xpos[aux]!));
}

export function hasMark(parsed: Parsed, token: number, ...words: readonly string[]): boolean {
  return childrenBy(parsed, token, "mark").some((mark) => words.includes(lemmaAt(parsed, mark)));
}

export function statusOf(parsed: Parsed, token: number, kind: string, cues: StatusCues): EventStatus | undefined {
  const words = cues.beside.get(kind);
  return words?.get(lemmaAt(parsed, token)) ?? words?.get(formAt(parsed, token));
}

/** What comes "before" or "until" is ahead, unless the sentence tells it as past: "days before they met". */
function isToldAsPast(parsed: Parsed, token: number): boolean {
  const verb = isVerbal(parsed, token) ? token : parsed.head[token]!;
  if (verb < 0) return false;
  return (
    parsed.xpos[verb] === "VBD" ||
    childrenBy(parsed, verb, "aux", "aux:pass", "cop").some((aux) => parsed.xpos[aux] === "VBD")
  );
}

/** "would", told of the past, is a future: "said that it would withdraw". */
function shiftWould(parsed: Parsed, token: number, modal: number, status: EventStatus): EventStatus {
  const isWould = ["would", "’d", "'d"].includes(formAt(parsed, modal));
  if (!isWould || !hasRelation(parsed, token, "ccomp") || hasCondition(parsed, token)) return status;
  return parsed.xpos[parsed.head[token]!] === "VBD" ? "future" : status;
}

function hasCondition(parsed: Parsed, token: number): boolean {
  return childrenBy(parsed, token, "advcl").some((child) => hasMark(parsed, child, "if", "unless"));
}

/** "not only … but also" negates nothing. */
function isNotOnly(parsed: Parsed, token: number): boolean {
  return token + 1 < parsed.length && ["only", "just", "least"].includes(formAt(parsed, token + 1));
}

/** An act to come that hangs on an "if" of its own: "will strike if attacked". */
function findCondition(parsed: Parsed, token: number, cues: StatusCues): StatusDecision | null {
  const modal = childrenBy(parsed, token, "aux").find((aux) => statusOf(parsed, aux, "modal", cues) !== undefined);
  return modal !== undefined && hasCondition(parsed, token) ? { status: "hypothetical", token: modal } : null;
}

/** A headline's infinitive is a future: "India to deport migrants", which parsers often hang on the noun before it. */
function findHeadline(parsed: Parsed, token: number): StatusDecision | null {
  if (!isVerbal(parsed, token) || !hasMark(parsed, token, "to")) return null;
  const governor = parsed.head[token]!;
  const isHeadline =
    governor < 0 ||
    (hasRelation(parsed, token, "ccomp", "parataxis") && isVerbal(parsed, governor)) ||
    (hasRelation(parsed, token, "xcomp") && lemmaAt(parsed, governor) === "say") ||
    (hasRelation(parsed, token, "acl") && isBareHeadline(parsed, governor));
  return isHeadline ? { status: "future", token: childBy(parsed, token, "mark") } : null;
}

/** A noun that is the whole sentence, or all that somebody says, with no verb of its own. */
function isBareHeadline(parsed: Parsed, noun: number): boolean {
  if (isVerbal(parsed, noun) || childBy(parsed, noun, "cop", "det") >= 0) return false;
  const head = parsed.head[noun]!;
  return head < 0 || (hasRelation(parsed, noun, "ccomp", "parataxis") && isVerbal(parsed, head));
}

/** "Further strikes would be a mistake": what is said of the noun under "would" leaves open whether it comes. */
function findSubjunctive(parsed: Parsed, token: number): StatusDecision | null {
  if (isVerbal(parsed, token) || !hasRelation(parsed, token, "nsubj", "nsubj:pass")) return null;
  const would = childrenBy(parsed, parsed.head[token]!, "aux").find((aux) => formAt(parsed, aux) === "would");
  return would === undefined ? null : { status: "hypothetical", token: would };
}
