/** Finds the word that governs an act: the verb, noun or adjective in whose complement it stands. */
import { childrenBy, hasRelation, type Parsed, relation } from "../language/index.js";

/** A governing word, and the preposition that links it, empty for a plain complement. */
export interface Governor {
  readonly token: number;
  readonly link: string;
}

const CLAUSE_MARKS = ["to", "of", "for", "from", "with", "into", "about", "over", "on", "against"];

/** The word that `node` is a complement of; null for a main clause, an adjunct ("after the attack") or a subject. */
export function findGovernor(parsed: Parsed, node: number): Governor | null {
  const head = parsed.head[node]!;
  if (head < 0) return null;
  switch (relation(parsed, node)) {
    case "xcomp":
    case "ccomp":
    case "csubj":
    case "obj":
      return { token: head, link: "" };
    case "nsubj":
      return { token: head, link: hasRelation(parsed, node, "nsubj:pass") ? "" : "nsubj" };
    case "advcl":
    case "acl":
      return governClause(parsed, node, head);
    case "obl":
    case "nmod":
      return { token: head, link: caseOf(parsed, node) };
    case "conj":
      return hasRelation(parsed, head, "root") || ownsSubject(parsed, node) ? null : findGovernor(parsed, head);
    default:
      return null;
  }
}

function governClause(parsed: Parsed, node: number, head: number): Governor | null {
  const mark = childrenBy(parsed, node, "mark", "case").map((child) => parsed.lemma[child]!.toLowerCase());
  if (relation(parsed, node) === "acl") return mark.length > 0 ? { token: head, link: "" } : null;
  return mark.some((word) => CLAUSE_MARKS.includes(word)) ? { token: head, link: "" } : null;
}

function caseOf(parsed: Parsed, node: number): string {
  const first = childrenBy(parsed, node, "case")[0];
  return first === undefined ? "" : parsed.lemma[first]!.toLowerCase();
}

function ownsSubject(parsed: Parsed, node: number): boolean {
  return childrenBy(parsed, node, "nsubj").length > 0;
}
