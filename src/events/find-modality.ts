/** Finds whether a clause tells what is to come, what will not be, or what somebody should do. */
import { childrenBy, hasRelation, type Parsed } from "../language/index.js";
import { hasCase } from "./find-subject.js";

/** The clause's own time and polarity, as far as it changes the type of an act. */
export interface Modality {
  readonly kind: "future" | "never" | "none";
  /** Token that decides: "will", "not", the headline's "to"; −1 where none does. */
  readonly token: number;
}

const NONE: Modality = { kind: "none", token: -1 };

/** "will meet", "to visit" of a headline: future; "will not attend", "won't back": never. */
export function findModality(parsed: Parsed, clause: number, isGoverned: boolean): Modality {
  const will = childrenBy(parsed, clause, "aux").find((child) => isWill(parsed, child, clause));
  const not = findNegation(parsed, clause);
  if (will !== undefined) return not >= 0 ? { kind: "never", token: not } : { kind: "future", token: will };
  const mark = childrenBy(parsed, clause, "mark").find((child) => parsed.lemma[child] === "to") ?? -1;
  if (isGoverned || mark < 0 || isAdjunct(parsed, clause)) return NONE;
  return not >= 0 ? { kind: "never", token: not } : { kind: "future", token: mark };
}

/** "not", "never", "n't" of the clause, or "no" of its subject or object; −1 where there is none. */
export function findNegation(parsed: Parsed, token: number): number {
  const own = childrenBy(parsed, token, "advmod", "det", "neg").find((child) => isNot(parsed, child));
  if (own !== undefined) return own;
  const parts = childrenBy(parsed, token, "obj", "nsubj", "nsubj:pass");
  return parts.flatMap((part) => childrenBy(parsed, part, "det")).find((child) => parsed.lemma[child] === "no") ?? -1;
}

function isNot(parsed: Parsed, token: number): boolean {
  return ["not", "n't", "n’t", "never", "no", "neither"].includes(parsed.form[token]!.toLowerCase());
}

/** "said that it would free them" looks ahead; "would free them if" does not. */
function isWill(parsed: Parsed, token: number, clause: number): boolean {
  const lemma = parsed.lemma[token]!.toLowerCase();
  const form = parsed.form[token]!.toLowerCase();
  if (form === "would" || form === "’d" || form === "'d") return isReported(parsed, clause);
  return ["will", "shall", "wo", "'ll", "’ll"].includes(lemma) || form === "wo" || form === "will";
}

function isReported(parsed: Parsed, clause: number): boolean {
  const head = parsed.head[clause]!;
  const isPast = head >= 0 && ["VBD", "VBN"].includes(parsed.xpos[head]!);
  const isConditional = childrenBy(parsed, clause, "advcl").some((child) => hasCase(parsed, child, "if"));
  return hasRelation(parsed, clause, "ccomp") && isPast && !isConditional;
}

/** "met to discuss": the purpose of another clause. */
function isAdjunct(parsed: Parsed, clause: number): boolean {
  return hasRelation(parsed, clause, "advcl", "acl", "xcomp", "csubj");
}
