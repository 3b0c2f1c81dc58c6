/** Resolves who a cue's words are ascribed to: its own subject, or the one it shares with the verb above it. */
import { mentionHeadedBy } from "../entities/index.js";
import { childBy, children, childrenBy, hasRelation, type Parsed, relation } from "../language/index.js";
import type { Scene } from "./candidate.js";
import { isSlippedConj } from "./content-ranges.js";

const SUBJECTS = ["nsubj", "nsubj:pass", "nsubj:outer", "csubj"] as const;
/** How far up a chain of shared subjects is followed. */
const REACH = 6;

/** Head token of the source phrase of a verb or predicate, −1 where nobody is named. */
export function resolveSource(parsed: Parsed, cue: number): number {
  let token = cue;
  for (let i = 0; i < REACH && token >= 0; i++) {
    const own = isPassive(parsed, token) && token === cue ? agentOf(parsed, token) : subjectOf(parsed, token);
    if (own >= 0) return antecedentOf(parsed, own, token);
    if (isPassive(parsed, token) && token === cue) return -1;
    const step = subjectAbove(parsed, token);
    if (step.source >= 0) return step.source;
    token = step.next;
  }
  return -1;
}

/** Whether the verb is in the passive: "was told", "is said". */
export function isPassive(parsed: Parsed, verb: number): boolean {
  if (childBy(parsed, verb, "nsubj:pass", "aux:pass", "csubj:pass") >= 0) return true;
  const bare = parsed.xpos[verb] === "VBN" && hasRelation(parsed, verb, "acl");
  return bare && childrenBy(parsed, verb, "aux").length === 0;
}

/** "by Russia" of a passive. */
function agentOf(parsed: Parsed, verb: number): number {
  for (const child of childrenBy(parsed, verb, "obl")) {
    const by = childrenBy(parsed, child, "case").some((word) => parsed.lemma[word] === "by");
    if (by && (parsed.deprel[child] === "obl:agent" || childBy(parsed, child, "case") >= 0)) return child;
  }
  return -1;
}

function subjectOf(parsed: Parsed, verb: number): number {
  const subjects = childrenBy(parsed, verb, ...SUBJECTS).filter((child) => relation(parsed, child) !== "csubj");
  return subjects.findLast((child) => child < verb) ?? subjects[0] ?? -1;
}

/** What a relative pronoun stands for: "the EU, which said". */
function antecedentOf(parsed: Parsed, subject: number, verb: number): number {
  if (!/^(who|which|that|whom)$/i.test(parsed.form[subject]!)) return subject;
  if (!hasRelation(parsed, verb, "acl:relcl", "acl")) return subject;
  return parsed.head[verb]!;
}

interface Step {
  /** The source, where this step finds it; −1 otherwise. */
  readonly source: number;
  /** The verb whose subject is asked for next. */
  readonly next: number;
}

/** "urged Iran to deny" has Iran; "said …, adding" and "said … and denied" share the subject above. */
function subjectAbove(parsed: Parsed, verb: number): Step {
  const head = parsed.head[verb]!;
  if (head < 0) return { source: -1, next: -1 };
  if (relation(parsed, verb) === "acl") return { source: hasRelation(parsed, verb, "acl:relcl") ? -1 : head, next: -1 };
  if (relation(parsed, verb) === "xcomp") {
    const controller = childBy(parsed, head, "obj", "iobj");
    if (controller >= 0 && controller < verb) return { source: controller, next: -1 };
    return { source: -1, next: head };
  }
  if (isAside(parsed, verb)) return { source: -1, next: mainClause(parsed, head) };
  if (isSlippedConj(parsed, verb)) return { source: -1, next: parsed.head[head]! };
  const shares = hasRelation(parsed, verb, "advcl", "conj", "parataxis", "dep", "ccomp");
  const finite = relation(parsed, verb) !== "conj" && /^(VBD|VBZ|VBP)$/.test(parsed.xpos[verb]!);
  return { source: -1, next: shares && !finite ? head : -1 };
}

/** ", adding", ", stating": a participle after a comma. */
function isAside(parsed: Parsed, verb: number): boolean {
  return parsed.xpos[verb] === "VBG" && hasRelation(parsed, verb, "advcl") && parsed.form[verb - 1] === ",";
}

/** The verb of the clause that the one at `verb` is told in: an aside goes on for the sentence's own speaker. */
function mainClause(parsed: Parsed, verb: number): number {
  let token = verb;
  while (hasRelation(parsed, token, "ccomp", "acl", "xcomp") && parsed.head[token]! >= 0) token = parsed.head[token]!;
  return parsed.upos[token] === "VERB" || childBy(parsed, token, "cop") >= 0 ? token : verb;
}

/**
 * The head of the source phrase as the entities bear it out: "who" stands for the nearest person before it, where the
 * tree hangs its clause under a place.
 */
export function findSource(scene: Scene, cue: number): number {
  const { parsed, entities } = scene;
  const source = resolveSource(parsed, cue);
  const who = childrenBy(parsed, cue, "nsubj").find((child) => /^who$/i.test(parsed.form[child]!));
  if (who === undefined || source < 0 || isPerson(scene, source)) return source;
  for (let token = who - 1; token >= 0 && token >= who - REACH_BACK; token--) {
    if (parsed.sentenceOf[token] !== parsed.sentenceOf[who]) break;
    if (entities.mentionAt[token]! >= 0 && isPerson(scene, token)) return token;
  }
  return source;
}

/** How far before "who" its person is looked for, in words. */
const REACH_BACK = 20;

function isPerson({ parsed, entities, persons, knowledge }: Scene, token: number): boolean {
  const ids = mentionHeadedBy(entities, token)?.entities ?? [];
  if (ids.some((id) => persons.has(id))) return true;
  return knowledge.speakers.get(parsed.lemma[token]!) === "person";
}

/** "said Lavrov": a noun after the cue that the tree takes for its object. */
export function invertedSource(parsed: Parsed, cue: number): number {
  const next = children(parsed, cue).find((child) => child > cue && hasRelation(parsed, child, "obj", "nsubj", "dep"));
  return next !== undefined && /^(NOUN|PROPN|PRON)$/.test(parsed.upos[next]!) ? next : -1;
}

/** Whether the phrase names somebody who can speak, or words that somebody wrote. */
export function isSpeaker(scene: Scene, token: number): boolean {
  const { parsed, entities, knowledge } = scene;
  if (token < 0) return false;
  if (parsed.upos[token] === "PRON") return knowledge.speakers.has(parsed.form[token]!.toLowerCase());
  if (mentionHeadedBy(entities, token)) return true;
  if (parsed.upos[token] === "PROPN" || knowledge.speakers.has(parsed.lemma[token]!)) return true;
  const last = parsed.form[token]!.toLowerCase();
  return knowledge.speakers.has(last) || (parsed.upos[token] === "ADJ" && parsed.xpos[token]!.startsWith("NN"));
}

/** Whether the words can be a source at all: no "it" that stands for nothing, no "there", no question word. */
export function isPossibleSource(parsed: Parsed, token: number): boolean {
  if (token < 0 || relation(parsed, token) === "expl") return false;
  return !/^(there|what|this|that|which|who|whom|whose|nothing|something|anything)$/i.test(parsed.form[token]!);
}
