/** Finds who a clause is about: subjects and objects through passives, control, conjunction and relative clauses. */
import { childBy, childrenBy, hasRelation, type Parsed, relation } from "../language/index.js";

const MAX_STEPS = 12;

/** Prepositions of whoever an act of speech turns to. */
const ADDRESSING = ["on", "upon", "at", "against"];

/** Whether the verb's subject suffers the act: "was arrested", "ships seized off Yemen". */
export function isPassive(parsed: Parsed, verb: number): boolean {
  if (childBy(parsed, verb, "aux:pass") >= 0) return true;
  if (isPlainPast(parsed, verb)) return false;
  if (childBy(parsed, verb, "nsubj:pass") >= 0) return true;
  if (parsed.xpos[verb] !== "VBN" || childBy(parsed, verb, "obj") >= 0) return false;
  if (childBy(parsed, verb, "aux") >= 0) return false;
  if (hasRelation(parsed, verb, "conj")) return isPassive(parsed, parsed.head[verb]!) && ownSubject(parsed, verb) < 0;
  return true;
}

/** "France called on both": a sentence's own verb is no passive without an auxiliary, though a parser take it for one. */
function isPlainPast(parsed: Parsed, verb: number): boolean {
  const isHeading = parsed.sentences[parsed.sentenceOf[verb]!]!.heading;
  return !isHeading && parsed.head[verb]! < 0 && childBy(parsed, verb, "aux") < 0 && ownSubject(parsed, verb) >= 0;
}

/** Head token of the logical subject: the doer, also of a passive with "by"; −1 where none is told. */
export function findSubject(parsed: Parsed, verb: number): number {
  return isPassive(parsed, verb) ? findAgent(parsed, verb) : findSurfaceSubject(parsed, verb, MAX_STEPS);
}

/** Head token of the logical object: what the act is done to; −1 where none is told. */
export function findObject(parsed: Parsed, verb: number): number {
  const own = childBy(parsed, verb, "obj");
  if (own >= 0 && !isRelativePronoun(parsed, own)) return own;
  if (own >= 0) return childBy(parsed, verb, "xcomp") < 0 ? antecedentOf(parsed, verb) : -1;
  const head = parsed.head[verb]!;
  const lent = relation(parsed, verb) === "xcomp" ? childBy(parsed, head, "obj") : -1;
  if (lent >= 0 && isRelativePronoun(parsed, lent)) return antecedentOf(parsed, head);
  if (isPassive(parsed, verb)) return findSurfaceSubject(parsed, verb, MAX_STEPS);
  return -1;
}

/** Who does what a passive tells: the phrase with "by". */
export function findAgent(parsed: Parsed, token: number): number {
  const phrases = childrenBy(parsed, token, "obl", "nmod").filter((child) => hasCase(parsed, child, "by"));
  return phrases.find((phrase) => phrase > token) ?? phrases[0] ?? -1;
}

/** Whether the phrase begins with that preposition. */
export function hasCase(parsed: Parsed, token: number, word: string): boolean {
  return childrenBy(parsed, token, "case", "mark").some((child) => parsed.lemma[child]!.toLowerCase() === word);
}

/** The grammatical subject: the clause's own, else the one that it shares with the clause it hangs from. */
export function findSurfaceSubject(parsed: Parsed, verb: number, steps: number): number {
  const own = ownSubject(parsed, verb);
  if (own >= 0) return isRelativePronoun(parsed, own) ? antecedentOf(parsed, verb) : own;
  return steps > 0 ? findSharedSubject(parsed, verb, steps - 1) : -1;
}

/** The subject nearest before the verb: a dateline may pass for another one. */
function ownSubject(parsed: Parsed, verb: number): number {
  const subjects = childrenBy(parsed, verb, "nsubj");
  return subjects.filter((subject) => subject < verb).at(-1) ?? subjects[0] ?? -1;
}

function findSharedSubject(parsed: Parsed, verb: number, steps: number): number {
  const head = parsed.head[verb]!;
  if (head < 0) return -1;
  switch (relation(parsed, verb)) {
    case "conj":
      return isClause(parsed, head) ? findSurfaceSubject(parsed, head, steps) : -1;
    case "xcomp":
      return findController(parsed, head, steps);
    case "ccomp":
      return findController(parsed, head, steps);
    case "advcl":
      return isAboutOther(parsed, verb) ? findController(parsed, head, steps) : findSurfaceSubject(parsed, head, steps);
    case "acl":
      return parsed.deprel[verb] === "acl:relcl" || !hasCase(parsed, verb, "to")
        ? head
        : findHolder(parsed, head, steps);
    case "parataxis":
      return head < verb && isClause(parsed, head) ? findSurfaceSubject(parsed, head, steps) : -1;
    case "obl":
    case "obj":
      return isClause(parsed, head) ? findSurfaceSubject(parsed, head, steps) : -1;
    default:
      return -1;
  }
}

/** "urged Iran to free them": Iran frees; "promised to free them": the promiser. */
function findController(parsed: Parsed, head: number, steps: number): number {
  const object = childBy(parsed, head, "obj", "iobj");
  if (object >= 0 && !isSubjectControl(parsed, head)) return object;
  const addressed = childrenBy(parsed, head, "obl").find((child) => hasAnyCase(parsed, child, ADDRESSING));
  if (addressed !== undefined && !isSubjectControl(parsed, head)) return addressed;
  if (!isClause(parsed, head)) return findHolder(parsed, head, steps);
  return findSurfaceSubject(parsed, head, steps);
}

function isSubjectControl(parsed: Parsed, verb: number): boolean {
  return ["promise", "threaten", "vow"].includes(parsed.lemma[verb]!);
}

/** Whose plan, offer or refusal it is: its owner, else whoever the clause says has or makes it. */
function findHolder(parsed: Parsed, noun: number, steps: number): number {
  const owner = childBy(parsed, noun, "nmod:poss");
  if (owner >= 0) return owner;
  const head = parsed.head[noun]!;
  if (head >= 0 && hasRelation(parsed, noun, "obj", "obl", "xcomp", "ccomp") && isClause(parsed, head)) {
    return findSurfaceSubject(parsed, head, steps);
  }
  return noun;
}

/** "praised Oslo for freeing them", "lashed out at Oslo for freeing them": Oslo frees. */
function isAboutOther(parsed: Parsed, verb: number): boolean {
  return hasAnyCase(parsed, verb, ["of", "for", "from", "into"]);
}

function hasAnyCase(parsed: Parsed, token: number, words: readonly string[]): boolean {
  return words.some((word) => hasCase(parsed, token, word));
}

function isClause(parsed: Parsed, token: number): boolean {
  return ["VERB", "AUX", "ADJ"].includes(parsed.upos[token]!) || childBy(parsed, token, "cop", "nsubj") >= 0;
}

function isRelativePronoun(parsed: Parsed, token: number): boolean {
  return ["WDT", "WP", "WP$"].includes(parsed.xpos[token]!);
}

/** What "who" and "which" stand for: the noun that the relative clause hangs from. */
function antecedentOf(parsed: Parsed, verb: number): number {
  let at = verb;
  for (let step = 0; step < MAX_STEPS && at >= 0; step++) {
    if (hasRelation(parsed, at, "acl:relcl", "acl")) return parsed.head[at]!;
    if (!hasRelation(parsed, at, "conj", "xcomp", "ccomp")) return -1;
    at = parsed.head[at]!;
  }
  return -1;
}
