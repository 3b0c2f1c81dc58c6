/** Finds the words that fill one part of an act: its subject, object, owner or a phrase with a preposition. */
import { childBy, children, childrenBy, type Parsed, relation } from "../language/index.js";
import { findAgent, findObject, findSubject, findSurfaceSubject, hasCase } from "./find-subject.js";

/** Head tokens of what fills the slot of a verb, noun or adjective, in text order; empty where nothing does. */
export function findSlot(parsed: Parsed, token: number, slot: string): number[] {
  switch (slot) {
    case "subj":
      return only(isNoun(parsed, token) && !hasSubject(parsed, token) ? -1 : findSubject(parsed, token));
    case "obj":
      return only(isNoun(parsed, token) ? findPhrase(parsed, token, "of") : findObject(parsed, token));
    case "iobj":
      return childrenBy(parsed, token, "iobj");
    case "poss":
      return childrenBy(parsed, token, "nmod:poss");
    case "mod":
      return childrenBy(parsed, token, "amod", "compound").concat(flatModifiers(parsed, token));
    case "by":
      return only(findDoer(parsed, token));
    case "patient":
      return only(findSurfaceSubject(parsed, token, 6));
    case "omod":
      return findObjects(parsed, token).flatMap((object) => findSlot(parsed, object, "mod"));
    case "xsubj":
      return findComplementSubject(parsed, token);
    case "osubj":
      return findObjects(parsed, token).flatMap((object) => findTeller(parsed, object));
    default:
      return findPhrases(parsed, token, slot);
  }
}

/** The agent of the word, or of the participle that tells how it came about: "crimes committed by Oslo". */
function findDoer(parsed: Parsed, token: number): number {
  const own = findAgent(parsed, token);
  if (own >= 0 || !isNoun(parsed, token)) return own;
  const clauses = childrenBy(parsed, token, "acl").filter((clause) => parsed.deprel[clause] === "acl");
  return clauses.map((clause) => findAgent(parsed, clause)).find((agent) => agent >= 0) ?? -1;
}

/** All objects: a headline's tree may give a verb two ("passes funds bill"). */
export function findObjects(parsed: Parsed, token: number): number[] {
  const own = childrenBy(parsed, token, "obj");
  return own.length > 1 ? own : only(findObject(parsed, token));
}

/** Phrases with that preposition, of the word itself and of its object: "imposed sanctions on Iran", "wrote off Iran's debt". */
export function findPhrases(parsed: Parsed, token: number, word: string): number[] {
  const own = phrasesOf(parsed, token, word);
  if (own.length > 0) return own;
  if (isNoun(parsed, token)) {
    return childrenBy(parsed, token, "acl").flatMap((clause) => phrasesOf(parsed, clause, word));
  }
  const object = childBy(parsed, token, "obj", "nsubj:pass");
  if (object < 0) return [];
  const phrases = phrasesOf(parsed, object, word);
  return phrases.length > 0 || word !== "of" ? phrases : childrenBy(parsed, object, "nmod:poss");
}

export function findPhrase(parsed: Parsed, token: number, word: string): number {
  return phrasesOf(parsed, token, word)[0] ?? -1;
}

export function isNoun(parsed: Parsed, token: number): boolean {
  const upos = parsed.upos[token]!;
  return upos === "NOUN" || upos === "PROPN";
}

function phrasesOf(parsed: Parsed, token: number, word: string): number[] {
  return childrenBy(parsed, token, "obl", "nmod").filter((child) => hasCase(parsed, child, word));
}

function hasSubject(parsed: Parsed, token: number): boolean {
  return childBy(parsed, token, "nsubj", "cop") >= 0;
}

/** "U.S.-led", "air strike campaign": modifiers that hang one step deeper. */
function flatModifiers(parsed: Parsed, token: number): number[] {
  return childrenBy(parsed, token, "amod", "compound").flatMap((child) => childrenBy(parsed, child, "compound", "obl"));
}

function findComplementSubject(parsed: Parsed, token: number): number[] {
  const clause = children(parsed, token).find((child) =>
    ["xcomp", "ccomp", "csubj", "advcl", "acl"].includes(relation(parsed, child)),
  );
  return clause === undefined ? [] : childrenBy(parsed, clause, "nsubj").slice(0, 1);
}

/** Who did what a noun's clause tells: "news that Oslo has paid", "the steps taken by Oslo". */
function findTeller(parsed: Parsed, noun: number): number[] {
  return childrenBy(parsed, noun, "acl").flatMap((clause) => {
    const agent = findAgent(parsed, clause);
    return agent >= 0 ? [agent] : childrenBy(parsed, clause, "nsubj").filter((subject) => isNoun(parsed, subject));
  });
}

function only(token: number): number[] {
  return token < 0 ? [] : [token];
}
