/** What the word that an act hangs on says of whether it happened: "denied", "threatened", "plans", "call for". */
import { childBy, childrenBy, hasRelation, type Parsed } from "../../language/index.js";
import { formAt, isVerbal, lemmaAt } from "./clauses.js";
import { findNegation, hasMark, hasTense, type StatusDecision } from "./find-beside.js";
import { type Governor, isOfKind, type StatusCues } from "./status-cues.js";

const OF_NOUNS = ["obj", "obl", "nmod", "nsubj:pass", "compound", "amod"] as const;

/** The governor's decision, turned round where it is negated itself ("no plans to"); null where it decides nothing. */
export function findGoverning(parsed: Parsed, token: number, cues: StatusCues): StatusDecision | null {
  const governor = parsed.head[token]!;
  if (governor < 0) return null;
  const found = isVerbal(parsed, token) ? overClause(parsed, token, cues) : overNoun(parsed, token, cues);
  if (found === null) return findPurpose(parsed, token);
  const negation = findNegation(parsed, governor, cues);
  if (negation === null) return { status: found.status, token: governor };
  return found.status === "negated" ? { status: "actual", token: governor } : negation;
}

function overClause(parsed: Parsed, token: number, cues: StatusCues): Governor | null {
  const governor = parsed.head[token]!;
  if (!mayBeGoverned(parsed, token)) return null;
  if (hasTense(parsed, token) && !isOfKind(cues, "assumed", lemmaAt(parsed, governor))) return null;
  const { clause } = isVerbal(parsed, governor) || parsed.upos[governor] === "ADJ" ? cues.verbs : cues.nouns;
  return select(clause, parsed, token, false);
}

/** Complements, and the infinitives and gerunds that parsers call adverbial: "committed to supporting". */
function mayBeGoverned(parsed: Parsed, token: number): boolean {
  if (hasRelation(parsed, token, "xcomp", "ccomp", "csubj", "obl")) return true;
  const isBare =
    hasMark(parsed, token, "to") || (parsed.xpos[token] === "VBG" && childBy(parsed, token, "mark", "case") >= 0);
  return isBare && !hasRelation(parsed, token, "acl:relcl") && hasRelation(parsed, token, "acl", "advcl");
}

function overNoun(parsed: Parsed, token: number, cues: StatusCues): Governor | null {
  const governor = parsed.head[token]!;
  if (hasRelation(parsed, token, "nsubj")) {
    const status = cues.beside.get("subject")?.get(lemmaAt(parsed, governor));
    return status === undefined ? null : { status, cases: [] };
  }
  if (!hasRelation(parsed, token, ...OF_NOUNS)) return null;
  const isVerb = isVerbal(parsed, governor) || parsed.upos[governor] === "ADJ";
  const isDirect = hasRelation(parsed, token, "obj", "nsubj:pass", "compound") || hasCase(parsed, token, "of");
  // A noun that only stands beside a verb is not governed by it: "urged restraint after the attack".
  return select((isVerb ? cues.verbs : cues.nouns).noun, parsed, token, isVerb && !isDirect);
}

function hasCase(parsed: Parsed, token: number, word: string): boolean {
  return childrenBy(parsed, token, "case").some((child) => lemmaAt(parsed, child) === word);
}

function select(
  words: ReadonlyMap<string, readonly Governor[]>,
  parsed: Parsed,
  token: number,
  needsCase: boolean,
): Governor | null {
  const governor = parsed.head[token]!;
  const cases = childrenBy(parsed, token, "case", "mark").map((child) => lemmaAt(parsed, child));
  const found = [...(words.get(lemmaAt(parsed, governor)) ?? []), ...(words.get(formAt(parsed, governor)) ?? [])];
  const fits = (one: Governor) =>
    one.cases.length === 0 ? !needsCase : one.cases.some((word) => cases.includes(word));
  return found.find(fits) ?? null;
}

/** An infinitive that tells what something is for leaves open whether it came about. */
function findPurpose(parsed: Parsed, token: number): StatusDecision | null {
  if (!isVerbal(parsed, token) || !hasMark(parsed, token, "to")) return null;
  if (!hasRelation(parsed, token, "acl", "advcl", "csubj")) return null;
  return { status: "hypothetical", token: childBy(parsed, token, "mark") };
}
