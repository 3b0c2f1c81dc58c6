/** Mentions by a known name: states, capitals that act, peoples, and bodies of the table. */
import { childBy, hasRelation, type Parsed } from "../language/index.js";
import { nameAt, phraseHead, resolvePlacement } from "../names/index.js";
import type { Candidate } from "./candidate.js";
import { isHostOrTarget } from "./find-host.js";
import { isDoubtful, type KnownName, type NameCover, nameOver } from "./name-cover.js";
import { findPhraseRange, isBreak } from "./phrase-range.js";
import { type FinderContext, findOwner, GOVERNMENTS, isBase, nounSectors, STATE_SECTORS } from "./reading-context.js";

type CountryHit = Extract<KnownName, { of: "country" }>;
type BodyHit = Extract<KnownName, { of: "body" }>;

/** The mention that a known name makes, null where it only tells a place or an origin. */
export function readKnownName(context: FinderContext, name: KnownName): Candidate | null {
  const head = phraseHead(context.parsed, name.first, name.last);
  if (isDoubtful(name)) return readDoubtful(context, name, head);
  return name.of === "country" ? readCountry(context, name, head) : readBody(context, name, head);
}

/** "Korean leaders", "Korea said": a state that no more is known of, where one of two would be named. */
function readDoubtful(context: FinderContext, name: KnownName, head: number): Candidate | null {
  const { parsed, names } = context;
  if (name.of !== "body") return null;
  const isJoined = hasRelation(parsed, head, "amod", "compound", "nmod:desc");
  const sectors = isJoined ? actorSectors(context, parsed.head[head]!) : null;
  const stands = isJoined
    ? (sectors?.some((sector) => STATE_SECTORS.includes(sector)) ?? false)
    : resolvePlacement(parsed, name.first, name.last, names) !== "location";
  const range = isJoined ? { first: name.first, last: name.last } : widen(findPhraseRange(parsed, head, "name"), name);
  return stands ? { ...range, head, type: "name", referent: { what: "body", body: name.body, owner: null } } : null;
}

function readCountry(context: FinderContext, name: CountryHit, head: number): Candidate | null {
  if (isInPersonName(context, name, head) || isBase(context, name.last)) return null;
  const isJoined = hasRelation(context.parsed, head, "amod", "compound", "nmod:desc", "nmod:poss");
  const isModifier = isJoined && !isParted(context, name.last, context.parsed.head[head]!);
  if (isModifier ? !modifiesActor(context, name, head) : !standsForState(context, name)) return null;
  if (name.kind === "people" && !isModifier) return readPeople(context, name, head);
  const range =
    isModifier && !hasRelation(context.parsed, head, "nmod:poss")
      ? { first: name.first, last: name.last }
      : widen(findPhraseRange(context.parsed, head, "name"), name);
  return {
    ...range,
    head,
    type: "name",
    referent: { what: "country", country: name.country, sectors: name.sectors, also: name.also },
  };
}

/** "ties with Qatar - government": a dash between them shows that the one does not modify the other. */
function isParted({ parsed }: FinderContext, from: number, to: number): boolean {
  for (let token = from + 1; token < to; token++) if (isBreak(parsed, token)) return true;
  return false;
}

/** "Iraqis across the country" is a group; "the Germans" too. */
function readPeople(context: FinderContext, name: CountryHit, head: number): Candidate | null {
  const { parsed } = context;
  const range = widen(findPhraseRange(parsed, head, "group"), name);
  if (isWholePeople(context, name, range) || isClippedAdjective(context, name)) {
    return {
      ...range,
      head,
      type: "name",
      referent: { what: "country", country: name.country, sectors: [], also: name.also },
    };
  }
  const isPlural = parsed.xpos[head] === "NNPS" || parsed.xpos[head] === "NNS" || /s$/.test(parsed.form[head]!);
  const words = parsed.text.slice(parsed.start[name.first], parsed.end[name.last]);
  const referent = {
    what: isPlural ? "group" : "role",
    noun: words.toLowerCase(),
    words,
    sectors: ["CVL"],
    owner: name.country.code,
    others: [],
    possessor: -1,
    definite: false,
    isForeign: false,
    isRelation: false,
    count: "",
  } as const;
  return { ...range, head, type: "name", referent };
}

/** "Turk PM": headlines clip the adjective. */
function isClippedAdjective(context: FinderContext, name: CountryHit): boolean {
  const next = name.last + 1;
  const { parsed } = context;
  const isInside = next < parsed.length && parsed.sentenceOf[next] === parsed.sentenceOf[name.last];
  return isInside && actorSectors(context, next) !== null && parsed.sentences[parsed.sentenceOf[next]!]!.heading;
}

/** "the Germans" without number or place are Germany. */
function isWholePeople({ parsed }: FinderContext, name: CountryHit, range: { first: number; last: number }): boolean {
  const isPlain = range.first === name.first - 1 && range.last === name.last;
  return isPlain && parsed.form[range.first]!.toLowerCase() === "the" && name.country.code !== "PSE";
}

function isOf({ parsed }: FinderContext, head: number): boolean {
  const preposition = childBy(parsed, head, "case");
  return preposition >= 0 && parsed.form[preposition]!.toLowerCase() === "of";
}

function widen(range: { first: number; last: number }, name: { first: number; last: number }) {
  return { first: Math.min(range.first, name.first), last: Math.max(range.last, name.last) };
}

/** "Paris Hilton", "Michael Jordan": the country's word is a part of a person's name; "Peru-Chile" is a pair of countries. */
function isInPersonName({ parsed, cover }: FinderContext, name: CountryHit, head: number): boolean {
  if (isPaired(parsed, cover, name)) return false;
  if (parsed.deprel[head] === "flat" && parsed.head[head]! < name.first)
    return parsed.upos[parsed.head[head]!] === "PROPN";
  for (let child = parsed.firstChild[head]!; child >= 0; child = parsed.nextSibling[child]!) {
    if (parsed.deprel[child] === "flat" && child > name.last && parsed.upos[child] === "PROPN") return true;
  }
  return false;
}

/** "Peru-Chile", "EU-Russia": a hyphen or slash with another country's name at its other end. */
function isPaired(parsed: Parsed, cover: NameCover, { first, last }: CountryHit): boolean {
  const isLink = (token: number) => /^[-–/]$/.test(parsed.form[token] ?? "");
  const isCountry = (token: number) => nameOver(cover, token)?.of === "country";
  return (isLink(last + 1) && isCountry(last + 2)) || (isLink(first - 1) && isCountry(first - 2));
}

function standsForState(context: FinderContext, name: CountryHit): boolean {
  const { parsed, names } = context;
  const head = phraseHead(parsed, name.first, name.last);
  const host = parsed.head[head]!;
  if (host >= 0 && hasRelation(parsed, head, "nmod") && isGovernment(context, host) && isOf(context, head))
    return false;
  const placement = resolvePlacement(parsed, name.first, name.last, names);
  if (name.kind === "capital") return placement === "actor" && parsed.deprel[head] !== "root";
  return name.kind !== "name" || placement !== "location" || isHostOrTarget(context, name);
}

/** "Georgian coast" is a place; what is done to a "Georgian village" is done to Georgia. */
function isMereLand(context: FinderContext, name: CountryHit, host: number): boolean {
  const isTaken = hasRelation(context.parsed, host, "obj") && name.kind === "adjective";
  return nounSectors(context, host, "land") !== null && !isTaken;
}

/** Whether the noun that the name modifies makes it the state: "Russian troops", "Iraqi flag", but not "Somali pirates". */
function modifiesActor(context: FinderContext, name: CountryHit, head: number): boolean {
  const host = context.parsed.head[head]!;
  const isOwner = hasRelation(context.parsed, head, "nmod:poss");
  if (name.kind === "adjective" && nounSectors(context, host, "affair")) return false;
  if (isMereLand(context, name, host) || (!isOwner && nounSectors(context, host, "origin"))) return false;
  if (isGovernment(context, host) && !isOwner) return false;
  if (name.country.status === "union" || nameOver(context.cover, host)?.of === "country") return true;
  const sectors = actorSectors(context, host);
  if (isRebelLeader(context, host)) return true;
  if (sectors) return isOwner || sectors.some((sector) => STATE_SECTORS.includes(sector));
  if (name.kind === "capital") return isOwner;
  if (context.parsed.upos[host] === "PROPN" && !isOwner) return hasStateTitle(context, host);
  return true;
}

/** "the Libyan rebel leader": unlike "Somali pirates", one person of a side in that state. */
function isRebelLeader(context: FinderContext, host: number): boolean {
  const { parsed } = context;
  if (nounSectors(context, host, "role") === null || /S$/.test(parsed.xpos[host]!)) return false;
  const before = host - 1;
  return parsed.head[before] === host && (nounSectors(context, before, "role")?.includes("REB") ?? false);
}

/** A government is its state: "the Iraqi government" is one mention, not two. */
function isGovernment({ parsed }: FinderContext, host: number): boolean {
  return GOVERNMENTS.includes(parsed.lemma[host]!.toLowerCase());
}

/** Sectors of a noun that names actors, null where it names none: "troops" MIL, "war" null. */
function actorSectors(context: FinderContext, host: number): readonly string[] | null {
  return (
    nounSectors(context, host, "organ") ?? nounSectors(context, host, "group") ?? nounSectors(context, host, "role")
  );
}

function hasStateTitle(context: FinderContext, host: number): boolean {
  const { parsed } = context;
  for (let child = parsed.firstChild[host]!; child >= 0; child = parsed.nextSibling[child]!) {
    const sectors = child < host ? actorSectors(context, child) : null;
    if (sectors?.some((sector) => STATE_SECTORS.includes(sector))) return true;
  }
  return false;
}

function readBody(context: FinderContext, name: BodyHit, head: number): Candidate | null {
  const { parsed } = context;
  const isModifier = hasRelation(parsed, head, "amod", "compound", "nmod:desc");
  if (isModifier && isGeneric(context, name, parsed.head[head]!)) {
    const whole = parsed.head[head]!;
    const range = widen(findPhraseRange(parsed, whole, "name"), name);
    return { ...range, head: whole, type: "name", referent: { what: "body", body: name.body, owner: null } };
  }
  const parted = isModifier ? -1 : partedNoun(context, name);
  if (parted >= 0) {
    const first = parsed.upos[name.first - 1] === "DET" ? name.first - 1 : name.first;
    return {
      first,
      last: parted,
      head: parted,
      type: "name",
      referent: { what: "body", body: name.body, owner: null },
    };
  }
  const range = isModifier
    ? { first: name.first, last: name.last }
    : widen(findPhraseRange(parsed, head, "name"), name);
  const owner = findOwner(context, range.first, name.first - 1, -1);
  return { ...range, head, type: "name", referent: { what: "body", body: name.body, owner } };
}

/** "the IS group" where the tree sees no noun in the name: token of the group, −1 where there is none. */
function partedNoun(context: FinderContext, name: BodyHit): number {
  const { parsed } = context;
  const next = name.last + 1;
  const isNext = next < parsed.length && parsed.sentenceOf[next] === parsed.sentenceOf[name.last];
  const isArmed = name.body.kind === "armed-group" && parsed.upos[name.last] !== "PROPN";
  return isNext && isArmed && /^(?:group|movement|militia)$/.test(parsed.form[next]!) ? next : -1;
}

/** "the Hamas movement", "the Taliban government": the noun adds nothing to the name. */
function isGeneric(context: FinderContext, name: BodyHit, host: number): boolean {
  if (host <= name.last || nameOver(context.cover, host)) return false;
  if (isGovernment(context, host)) return name.body.kind === "armed-group";
  const isArmed = name.body.kind === "armed-group" && (nounSectors(context, host, "group")?.includes("REB") ?? false);
  return isArmed || (name.body.kind !== "igo" && nounSectors(context, host, "generic") !== null);
}

/** "Iraqi" of "Iraqi Security Forces": the state named within the name of its own organ, null where none is. */
export function readStateWithin(context: FinderContext, name: KnownName): Candidate | null {
  if (name.of !== "body" || name.first === name.last || !isStateOrgan(name)) return null;
  const hit = nameAt(context.parsed, context.names.index, name.first);
  if (!hit || hit.last >= name.last || hit.entry.country.code !== name.body.country) return null;
  if (name.body.kind === "organization" && hit.entry.kinds[0] !== "adjective") return null;
  const { first, last, entry } = hit;
  return {
    first,
    last,
    head: last,
    type: "name",
    referent: { what: "country", country: entry.country, sectors: [], also: [] },
  };
}

function isStateOrgan({ body }: BodyHit): boolean {
  return body.kind === "government" || (body.kind === "organization" && STATE_SECTORS.includes(body.sectors[0] ?? ""));
}
