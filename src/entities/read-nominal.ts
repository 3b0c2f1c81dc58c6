/** Mentions by common nouns: bare roles, groups, organs of state, unknown bodies, and "his country", "both sides". */
import { childBy, childrenBy, hasRelation } from "../language/index.js";
import { resolvePlacement } from "../names/index.js";
import type { Candidate, Nominal } from "./candidate.js";
import { holdsDoubtful, nameOver } from "./name-cover.js";
import { findPhraseRange, type PhraseKind } from "./phrase-range.js";
import {
  codeOf,
  type FinderContext,
  findJointOwners,
  findOwner,
  findRuler,
  GOVERNMENTS,
  nounSectors,
  ownWords,
} from "./reading-context.js";
import { findSideSectors } from "./side-sectors.js";

const PLURAL = ["NNS", "NNPS"];

/** The actor that a noun stands for, null where it stands for none. */
export function readNominal(context: FinderContext, head: number): Candidate | null {
  const { parsed } = context;
  if (parsed.upos[head] === "NUM") return readNumber(context, head);
  if (parsed.upos[head] !== "NOUN" && parsed.upos[head] !== "PROPN" && parsed.upos[head] !== "ADJ") return null;
  if (isModifier(context, head)) return readModifier(context, head);
  const states = readStates(context, head) ?? readTheState(context, head) ?? readKind(context, head);
  if (states) return states;
  const kind = kindOf(context, head);
  if (!kind) return null;
  const range = findPhraseRange(parsed, head, kind.phrase);
  if (parsed.form[range.first]!.toLowerCase() === "no" || isAbstract(context, head, range)) return null;
  return { ...range, head, type: "nominal", referent: describe(context, head, range, kind) };
}

/** "Chad jails 14", "nine were killed": a bare number beside what is done to people. */
function readNumber(context: FinderContext, head: number): Candidate | null {
  const { parsed } = context;
  if (!isDoneToPeople(context, head) || !/^(?:\p{L}+|\d{1,3}(?:,?\d{3})*)$/u.test(parsed.form[head]!)) return null;
  if (childrenBy(parsed, head, "nmod", "compound", "nummod", "case").length > 0) return null;
  const kind: NounKind = { what: "group", phrase: "group", sectors: ["CVL"] };
  const range = { first: head, last: head };
  const words = SMALL[Number(parsed.form[head]) - 1] ?? parsed.form[head]!.toLowerCase();
  const referent = { ...describe(context, head, range, kind), noun: words, words, count: words };
  return { ...range, head, type: "nominal", referent };
}

/** Numbers that are named in words, from one on. */
const SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Whether it is the object, also of a passive, of a verb such as "kill", "jail", "free". */
function isDoneToPeople(context: FinderContext, head: number): boolean {
  const { parsed } = context;
  const verb = parsed.head[head]!;
  const isObject = hasRelation(parsed, head, "obj") || parsed.deprel[head] === "nsubj:pass";
  return isObject && nounSectors(context, verb, "doing") !== null;
}

/** "justice", "head": a singular without article, owner or attribute names nobody in running text; "for president" an office. */
function isAbstract({ parsed }: FinderContext, head: number, range: { first: number; last: number }): boolean {
  const isBare = range.first === head && range.last === head && parsed.xpos[head] === "NN";
  const isHeading = parsed.sentences[parsed.sentenceOf[head]!]!.heading;
  const isOffice = hasRelation(parsed, head, "obl", "nmod", "xcomp");
  return (
    isBare && !isHeading && /^\p{Ll}/u.test(parsed.form[head]!) && (isOffice || ABSTRACT.includes(parsed.form[head]!))
  );
}

const ABSTRACT = [
  "justice",
  "head",
  "chief",
  "power",
  "leadership",
  "authority",
  "representative",
  "pilot",
  "director",
];

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
  const quantity = quantitySectors(context, head);
  if (quantity) return { what: "group", phrase: "group", sectors: quantity };
  const organ = nounSectors(context, head, "organ");
  if (parsed.upos[head] === "ADJ" && !group && (!(role ?? organ) || !standsAlone(context, head))) return null;
  if (organ) return { what: "organ", phrase: "organ", sectors: organ };
  if (role && !isPlural) return { what: "role", phrase: "role", sectors: role };
  if (group ?? role) return { what: "group", phrase: "group", sectors: group ?? role ?? [] };
  const body = isBodyName(context, head) ? nounSectors(context, head, "body") : null;
  return body ? { what: "named-body", phrase: "organ", sectors: body } : null;
}

/** A capitalised noun, one with a known owner, or a coalition of states. */
function isBodyName(context: FinderContext, head: number): boolean {
  return (
    context.parsed.upos[head] === "PROPN" ||
    hasOwner(context, head) ||
    isStateCoalition(context, Math.max(0, head - 3), head)
  );
}

/** An adjective that does a noun's work: "official: talks to go on". */
function standsAlone({ parsed }: FinderContext, head: number): boolean {
  return hasRelation(parsed, head, "nsubj", "obj", "obl", "parataxis", "root", "conj", "appos", "nmod");
}

/** "Libya's rebel council", "U.N. agency": a known name before it. */
function hasOwner({ parsed, cover }: FinderContext, head: number): boolean {
  for (let child = parsed.firstChild[head]!; child >= 0 && child < head; child = parsed.nextSibling[child]!) {
    if (nameOver(cover, child)) return true;
  }
  return false;
}

/** Sectors of those counted by "thousands of", "a group of"; civilians where only the number acts ("thousands march"). */
function quantitySectors(context: FinderContext, head: number): readonly string[] | null {
  const { parsed } = context;
  if (nounSectors(context, head, "quantity") === null) return null;
  const counted = countedBy(context, head);
  if (counted >= 0) {
    if (nounSectors(context, counted, "quantity")) return quantitySectors(context, counted);
    const people = nameOver(context.cover, counted) ? ["CVL"] : null;
    return people ?? nounSectors(context, counted, "group") ?? nounSectors(context, counted, "role");
  }
  const isAlone = hasRelation(parsed, head, "nsubj") || isDoneToPeople(context, head);
  return isAlone && parsed.xpos[head] === "NNS" ? ["CVL"] : null;
}

/** Head of "Syrians" in "thousands of Syrians", −1 where nothing is counted. */
function countedBy({ parsed }: FinderContext, head: number): number {
  const counted = childBy(parsed, head, "nmod");
  const preposition = counted < 0 ? -1 : childBy(parsed, counted, "case");
  return preposition >= 0 && parsed.form[preposition]!.toLowerCase() === "of" ? counted : -1;
}

/** Whether the phrase is told by its number: the "Syrians" of "thousands of Syrians" are no second mention. */
export function isCounted(context: FinderContext, head: number): boolean {
  const { parsed } = context;
  const host = parsed.head[head]!;
  if (host < 0 || !hasRelation(parsed, head, "nmod") || quantitySectors(context, host) === null) return false;
  return countedBy(context, host) === head;
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
  const owner =
    findOwner(context, range.first, range.last, head) ?? findRuler(context, head) ?? findOrigin(context, head, kind);
  const isCoalition = isStateCoalition(context, range.first, head);
  const isThe =
    determiner >= 0 && ["the", "this", "that", "these", "those"].includes(parsed.lemma[determiner]!.toLowerCase());
  return {
    what: kind.what,
    noun: parsed.lemma[head]!.toLowerCase(),
    words: ownWords(
      context,
      range.first,
      kind.what === "organ" || kind.what === "named-body" ? lastOwnWord(context, head, range.last) : head,
    ),
    sectors: isCoalition ? ["MIL"] : (findSideSectors(context, range, head) ?? kind.sectors),
    owner: isCoalition ? "IGO" : owner,
    others: owner === null || kind.what === "organ" ? [] : findJointOwners(context, range, head, owner),
    possessor,
    isForeign: holdsDoubtful(context.cover, range) || (kind.what === "group" && isForeign(context, range.first, head)),
    isRelation: nounSectors(context, head, "relation") !== null,
    count: countBefore(context, range.first, head),
    definite: isThe || possessor >= 0 || (owner !== null && determiner < 0 && kind.what === "role"),
  };
}

/** "militants from the ELN", "a woman visiting from Peru"; soldiers are also brought home from somewhere. */
function findOrigin(context: FinderContext, head: number, { what, sectors }: NounKind): string | null {
  const { parsed } = context;
  if ((what !== "role" && what !== "group") || sectors[0] === "MIL") return null;
  if (childBy(parsed, head, "nmod:poss") >= 0) return null;
  const comers = childrenBy(parsed, head, "acl", "acl:relcl").filter(
    (verb) => nounSectors(context, verb, "coming") !== null,
  );
  const sources = [...childrenBy(parsed, head, "nmod"), ...comers.flatMap((verb) => childrenBy(parsed, verb, "obl"))];
  for (const source of sources) {
    const preposition = childBy(parsed, source, "case");
    const name = nameOver(context.cover, source);
    if (name && preposition >= 0 && parsed.form[preposition]!.toLowerCase() === "from")
      return codeOf(name, context.homes);
  }
  return null;
}

/** Last token before the owner behind the noun: "ministry" of "the ministry in Khartoum". */
function lastOwnWord({ parsed, cover }: FinderContext, head: number, last: number): number {
  let token = last;
  while (token > head && nameOver(cover, token)?.of === "country") token--;
  if (token === last) return last;
  while (token > head && ["DET", "ADP"].includes(parsed.upos[token]!)) token--;
  return token;
}

/** Whether an attribute says that they are of no one country: "foreign", "world", "international". */
function isForeign(context: FinderContext, first: number, head: number): boolean {
  for (let token = first; token < head; token++) if (nounSectors(context, token, "foreign") !== null) return true;
  return false;
}

/** The number right before the noun: "seven people" are others than "44 people". */
function countBefore({ parsed }: FinderContext, first: number, head: number): string {
  const number = childBy(parsed, head, "nummod");
  return number >= first && number < head ? parsed.form[number]!.toLowerCase() : "";
}

/** "the international coalition", "the Coalition": states in arms together, where no country owns it. */
function isStateCoalition({ parsed }: FinderContext, first: number, head: number): boolean {
  if (!["coalition", "alliance"].includes(parsed.lemma[head]!.toLowerCase())) return false;
  const isNamed =
    parsed.upos[head] === "PROPN" && !/^(?:ruling|governing|opposition|party)$/i.test(parsed.form[head - 1] ?? "");
  return (
    isNamed ||
    parsed.form.slice(first, head).some((word) => /^(?:international|multinational|global|-?led)$/i.test(word))
  );
}

function isModifier({ parsed }: FinderContext, head: number): boolean {
  return hasRelation(parsed, head, "compound", "amod", "nmod:desc");
}

/** "rebel siege", "government buses", "army spokesman": a modifier that names an actor of its own. */
function readModifier(context: FinderContext, head: number): Candidate | null {
  const { parsed } = context;
  if (!hasRelation(parsed, head, "compound", "nmod:desc") || !["NOUN", "PROPN"].includes(parsed.upos[head]!))
    return null;
  const kind = kindOf(context, head);
  if (!kind) return null;
  const host = kindOf(context, parsed.head[head]!);
  const isOrgan = kind.what === "organ" && !GOVERNMENTS.includes(parsed.lemma[head]!.toLowerCase());
  if (isOrgan && (host?.what === "role" || parsed.deprel[head] === "compound")) return organBefore(context, head, kind);
  if (host || parsed.deprel[head] !== "compound" || nounSectors(context, parsed.head[head]!, "thing")) return null;
  const isHeading = parsed.sentences[parsed.sentenceOf[head]!]!.heading;
  const isActor = kind.what === "organ" || kind.sectors.includes("REB");
  if (!isActor && !isHeading) return null;
  const range = isHeading ? findPhraseRange(parsed, head, kind.phrase) : { first: head, last: head };
  return { ...range, head, type: "nominal", referent: describe(context, head, range, kind) };
}

/** "Foreign Ministry" with its country, of "Chinese Foreign Ministry spokesman": what stands right before it. */
function organBefore(context: FinderContext, head: number, kind: NounKind): Candidate {
  let first = head;
  while (first > 0 && isOrganWord(context, first - 1, head)) first--;
  const range = { first, last: head };
  return { ...range, head, type: "nominal", referent: describe(context, head, range, kind) };
}

function isOrganWord({ parsed, cover }: FinderContext, token: number, head: number): boolean {
  if (parsed.sentenceOf[token] !== parsed.sentenceOf[head]) return false;
  const isJoined =
    parsed.head[token] === head || parsed.head[token] === parsed.head[head] || nameOver(cover, token) !== null;
  return isJoined && hasRelation(parsed, token, "amod", "compound", "nmod:desc") && parsed.upos[token] !== "DET";
}

const BOTH = ["both", "two"];

/** "both sides", "the two countries", "his country". */
function readStates(context: FinderContext, head: number): Candidate | null {
  const { parsed } = context;
  const form = parsed.form[head]!.toLowerCase();
  const isSide = form === "sides" || form === "parties";
  const isPlural = PLURAL.includes(parsed.xpos[head]!);
  const persons = isPlural && (nounSectors(context, head, "role")?.includes("GOV") ?? false) && !isSide;
  if (!isSide && !persons && nounSectors(context, head, "state") === null) return null;
  const owner = childBy(parsed, head, "nmod:poss");
  const range = findPhraseRange(parsed, head, "group");
  const isBoth =
    isPlural &&
    parsed.form.slice(range.first, head).some((word) => BOTH.includes(word.toLowerCase())) &&
    (!persons || (head - range.first <= 2 && range.last === head));
  const isOwned =
    owner >= 0 && parsed.upos[owner] === "PRON" && ["country", "nation", "countries", "nations"].includes(form);
  if (!isBoth && !isOwned) return null;
  return { ...range, head, type: "nominal", referent: { what: "states", plural: isPlural, persons, owner } };
}

/** "the country" that does or owns something; where something happens, or without an article, it is a place. */
function readTheState(context: FinderContext, head: number): Candidate | null {
  const { parsed, names } = context;
  if (!/^(?:country|nation|kingdom|republic)$/.test(parsed.form[head]!) || !isPointedAt(context, head)) return null;
  const range = findPhraseRange(parsed, head, "name");
  const isOwner = hasRelation(parsed, head, "nmod:poss");
  if (!isOwner && resolvePlacement(parsed, range.first, range.last, names) !== "actor") return null;
  if (!hasRelation(parsed, head, "nsubj", "obj", "iobj", "nmod:poss", "nmod", "obl")) return null;
  return { ...range, head, type: "nominal", referent: { what: "the-state" } };
}

/** "the alliance", "that terrorist organization": the kind of a body, in small letters and without further words. */
function readKind(context: FinderContext, head: number): Candidate | null {
  const { parsed } = context;
  const isKind = nounSectors(context, head, "generic") !== null || parsed.form[head] === "enemy";
  if (!isKind || parsed.xpos[head] !== "NN" || !/^\p{Ll}/u.test(parsed.form[head]!)) return null;
  if (!isPointedAt(context, head) || GOVERNMENTS.includes(parsed.lemma[head]!)) return null;
  return {
    ...findPhraseRange(parsed, head, "name"),
    head,
    type: "nominal",
    referent: { what: "kind", noun: parsed.form[head]! },
  };
}

/** "the", "this" or "that" before it, and nothing that tells whose or which it is. */
function isPointedAt({ parsed, cover }: FinderContext, head: number): boolean {
  let isThe = false;
  for (let child = parsed.firstChild[head]!; child >= 0; child = parsed.nextSibling[child]!) {
    if (parsed.deprel[child] === "det") isThe ||= /^(?:the|this|that)$/i.test(parsed.form[child]!);
    const isTold = hasRelation(parsed, child, "nmod", "nmod:poss", "acl", "compound", "appos", "nummod");
    if ((isTold && parsed.deprel[child] !== "acl:relcl") || nameOver(cover, child)) return false;
  }
  return isThe;
}
