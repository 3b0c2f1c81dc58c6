/** The words that show an act: its clause without the punctuation around it. */
import { hasRelation, type Parsed, spanOf, subtreeRange } from "../../language/index.js";
import type { Span } from "../../reading/index.js";
import type { EventCandidate } from "../event-layer.js";
import { clauseOf } from "./clauses.js";

/** The clause that tells the act; clauses joined to it are left out where they stand apart from the trigger. */
export function findEvidence(candidate: EventCandidate, parsed: Parsed): Span {
  const own = subtreeRange(
    parsed,
    clauseOf(parsed, candidate.clause),
    (child) => hasRelation(parsed, child, "parataxis") || isJoinedClause(parsed, child),
  );
  const first = Math.min(own.first, candidate.first);
  const last = Math.max(own.last, candidate.last);
  return trimmed(parsed, first, last);
}

/** The branch under a word as a span without outer punctuation and its leading preposition; null for −1. */
export function findBranch(parsed: Parsed, token: number): Span | null {
  if (token < 0) return null;
  const { first, last } = subtreeRange(parsed, token, (child) => hasRelation(parsed, child, "parataxis", "case", "cc"));
  return trimmed(parsed, first, last);
}

function isJoinedClause(parsed: Parsed, token: number): boolean {
  return hasRelation(parsed, token, "conj") && (parsed.upos[token] === "VERB" || parsed.upos[token] === "AUX");
}

function trimmed(parsed: Parsed, first: number, last: number): Span {
  let [from, to] = [first, last];
  while (from < to && isOuter(parsed, from)) from++;
  while (to > from && isOuter(parsed, to)) to--;
  return spanOf(parsed, from, to);
}

function isOuter(parsed: Parsed, token: number): boolean {
  return parsed.upos[token] === "PUNCT" || parsed.upos[token] === "CCONJ";
}
