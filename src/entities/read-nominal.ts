/** Mentions by common nouns: bare roles, groups, organs of state, unknown bodies, and "his country", "both sides". */
import { childBy, hasRelation } from "../language/index.js";
import type { Candidate, Nominal } from "./candidate.js";
import { findPhraseRange, type PhraseKind } from "./phrase-range.js";
import { type FinderContext, findOwner, findRuler, nounSectors, ownWords } from "./reading-context.js";

const PLURAL = ["NNS", "NNPS"];

/** The actor that a noun stands for, null where it stands for none. */
export function readNominal(context: FinderContext, head: number): Candidate | null {
  const { parsed } = context;
  if (parsed.upos[head] !== "NOUN" && parsed.upos[head] !== "PROPN" && parsed.upos[head] !== "ADJ") return null;
  if (isModifier(context, head)) return readModifier(context, head);
  const states = readStates(context, head);
  if (states) return states;
  const kind = kindOf(context, head);
  if (!kind) return null;
  const range = findPhraseRange(parsed, head, kind.phrase);
  return { ...range, head, type: "nominal", referent: describe(context, head, range, kind) };
}

interface NounKind {
  readonly what: Nominal["what"];
  readonly phrase: PhraseKind;
  readonly sectors: readonly string[];
}

function kindOf(context: FinderContext, head: number): NounKind | null {
  const { parsed } = context;
  const isPlural = PLURAL.includes(parsed.xpos[head]!);
  const group = nounSectors(context, head, "group");
  const role = nounSectors(context, head, "role");
  if (parsed.upos[head] === "ADJ" && !group) return null;
  const organ = nounSectors(context, head, "organ");
  if (organ) return { what: "organ", phrase: "organ", sectors: organ };
  if (role && !isPlural) return { what: "role", phrase: "role", sectors: role };
  if (group ?? role) return { what: "group", phrase: "group", sectors: group ?? role ?? [] };
  const body = parsed.upos[head] === "PROPN" ? nounSectors(context, head, "body") : null;
  return body ? { what: "named-body", phrase: "organ", sectors: body } : null;
}

function describe(
  context: FinderContext,
  head: number,
  range: { readonly first: number; readonly last: number },
  kind: NounKind,
): Nominal {
  const { parsed } = context;
  const possessor = childBy(parsed, head, "nmod:poss");
  const determiner = childBy(parsed, head, "det");
  const owner = findOwner(context, range.first, range.last, head) ?? findRuler(context, head);
  const isThe =
    determiner >= 0 && ["the", "this", "that", "these", "those"].includes(parsed.lemma[determiner]!.toLowerCase());
  return {
    what: kind.what,
    noun: parsed.lemma[head]!.toLowerCase(),
    words: ownWords(context, range.first, kind.what === "organ" || kind.what === "named-body" ? range.last : head),
    sectors: kind.sectors,
    owner,
    possessor,
    definite: isThe || possessor >= 0 || (owner !== null && determiner < 0 && kind.what === "role"),
  };
}

function isModifier({ parsed }: FinderContext, head: number): boolean {
  return hasRelation(parsed, head, "compound", "amod", "nmod:desc", "flat");
}

/** "rebel siege", "government buses": a modifier that names an actor, of a noun that names none. */
function readModifier(context: FinderContext, head: number): Candidate | null {
  const { parsed } = context;
  if (!hasRelation(parsed, head, "compound") || parsed.upos[head] !== "NOUN") return null;
  const host = parsed.head[head]!;
  const kind = kindOf(context, head);
  if (!kind || kindOf(context, host) || nounSectors(context, host, "body")) return null;
  const isActor = kind.what === "organ" || kind.sectors.includes("REB");
  const range = { first: head, last: head };
  return isActor ? { ...range, head, type: "nominal", referent: describe(context, head, range, kind) } : null;
}

const BOTH = ["both", "two", "all"];

/** "both sides", "the two countries", "his country". */
function readStates(context: FinderContext, head: number): Candidate | null {
  const { parsed } = context;
  const form = parsed.form[head]!.toLowerCase();
  const isSide = form === "sides" || form === "parties";
  if (!isSide && nounSectors(context, head, "state") === null) return null;
  const isPlural = PLURAL.includes(parsed.xpos[head]!);
  const owner = childBy(parsed, head, "nmod:poss");
  const range = findPhraseRange(parsed, head, "group");
  const isBoth = isPlural && parsed.form.slice(range.first, head).some((word) => BOTH.includes(word.toLowerCase()));
  const isOwned =
    owner >= 0 && parsed.upos[owner] === "PRON" && ["country", "nation", "countries", "nations"].includes(form);
  if (!isBoth && !isOwned) return null;
  return { ...range, head, type: "nominal", referent: { what: "states", plural: isPlural, owner } };
}
