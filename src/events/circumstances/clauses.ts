/** Small readers of the tree around a trigger: what belongs to its own clause and what to another. */
import { childrenBy, hasRelation, type Parsed } from "../../language/index.js";

/** Relations at which a new clause begins. */
const CLAUSE_EDGES = ["acl", "advcl", "ccomp", "csubj", "parataxis", "xcomp"] as const;

/** Whether the word opens a clause of its own: a clausal relation, or a verb joined to another verb. */
export function opensClause(parsed: Parsed, token: number): boolean {
  if (parsed.head[token]! < 0 || hasRelation(parsed, token, ...CLAUSE_EDGES)) return true;
  return hasRelation(parsed, token, "conj") && isVerbal(parsed, token);
}

/** Head of the smallest clause that holds the word. */
export function clauseOf(parsed: Parsed, token: number): number {
  let at = token;
  while (!opensClause(parsed, at)) at = parsed.head[at]!;
  return at;
}

export function isVerbal(parsed: Parsed, token: number): boolean {
  return parsed.upos[token] === "VERB" || parsed.upos[token] === "AUX";
}

/** Lower-case lemma. */
export function lemmaAt(parsed: Parsed, token: number): string {
  return parsed.lemma[token]!.toLowerCase();
}

/** Lower-case form. */
export function formAt(parsed: Parsed, token: number): string {
  return parsed.form[token]!.toLowerCase();
}

/** An oblique that tells the occasion of its clause: "at a summit", "in an interview", "during the visit". */
export function isOccasion(parsed: Parsed, token: number): boolean {
  if (!hasRelation(parsed, token, "obl") || parsed.upos[token] !== "NOUN") return false;
  return childrenBy(parsed, token, "case").some((child) => ["at", "in", "during"].includes(formAt(parsed, child)));
}

/** Number of the first entry whose `first` is not before the token; entries are in text order. */
export function lowerBound(entries: readonly { readonly first: number }[], token: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The entries that begin between two tokens, both included. */
export function entriesWithin<T extends { readonly first: number }>(
  entries: readonly T[],
  first: number,
  last: number,
): readonly T[] {
  const from = lowerBound(entries, first);
  return entries.slice(from, Math.max(from, lowerBound(entries, last + 1)));
}
