/** Passes over country names that are parts of persons' names: "Chad Mooney", "Michael Jordan", and "Jordan" after him. */
import { hasRelation, type Parsed } from "../language/index.js";
import { nounOf } from "./actor-knowledge.js";
import type { NameHit } from "./name-index.js";
import type { CountryNameEntry, NameKnowledge } from "./name-knowledge.js";

type Hit = NameHit<CountryNameEntry>;

/** The hits that are no given names or surnames of persons in the text. */
export function withoutPersons(parsed: Parsed, hits: readonly Hit[], names: NameKnowledge): readonly Hit[] {
  const surnames = new Map<string, string>();
  const kept = hits.filter((hit) => {
    if (isGivenName(parsed, hit, names)) return false;
    if (!isSurname(parsed, hit, names)) return true;
    surnames.set(parsed.form[hit.first]!, hit.entry.country.code);
    return false;
  });
  if (surnames.size === 0) return kept;
  const isBare = ({ first, last }: Hit) => first === last && surnames.has(parsed.form[first]!);
  const told = new Set(kept.filter((hit) => !isBare(hit)).map(({ entry }) => entry.country.code));
  return kept.filter((hit) => !isBare(hit) || told.has(hit.entry.country.code));
}

/** "Chad Mooney" in running text: a name that people are given, and a surname behind it that is no word of another kind. */
function isGivenName(parsed: Parsed, { first, last }: Hit, { actors }: NameKnowledge): boolean {
  const next = last + 1;
  if (first !== last || !actors.pronouns.has(parsed.form[first]!) || !isCapitalised(parsed, next)) return false;
  const sentence = parsed.sentences[parsed.sentenceOf[first]!]!;
  if (sentence.heading || next > sentence.last) return false;
  const isJoined = parsed.head[next] === first || parsed.head[first] === next;
  if (!isJoined || !(hasRelation(parsed, next, "flat") || hasRelation(parsed, first, "compound", "flat"))) return false;
  for (let token = next; isCapitalised(parsed, token) && token <= sentence.last; token++) {
    if (isOtherNoun(parsed, token, actors)) return false;
  }
  return true;
}

const OTHER_NOUNS = ["role", "group", "organ", "body", "thing", "title", "land", "generic", "time", "origin"] as const;

function isOtherNoun(parsed: Parsed, token: number, actors: NameKnowledge["actors"]): boolean {
  const form = parsed.form[token]!.toLowerCase();
  const lemma = parsed.lemma[token]!.toLowerCase();
  return OTHER_NOUNS.some((wanted) => nounOf(actors, form, wanted) !== null || nounOf(actors, lemma, wanted) !== null);
}

function isCapitalised(parsed: Parsed, token: number): boolean {
  return token < parsed.length && parsed.upos[token] === "PROPN" && /^\p{Lu}\p{L}*\p{Ll}/u.test(parsed.form[token]!);
}

/** "Michael Jordan": behind a name that people are given. */
function isSurname(parsed: Parsed, { first, last }: Hit, { actors }: NameKnowledge): boolean {
  const before = first - 1;
  if (first !== last || before < 0 || parsed.sentenceOf[before] !== parsed.sentenceOf[first]) return false;
  const isJoined = parsed.head[first] === before || parsed.head[before] === first;
  return isJoined && actors.pronouns.has(parsed.form[before]!) && isCapitalised(parsed, before);
}
