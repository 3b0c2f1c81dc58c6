/** What every mention finder looks at: the tree, the known names in it, and the tables. */
import { childBy, hasRelation, type Parsed } from "../language/index.js";
import { type NameKnowledge, type NounClass, nounOf, personsNamed } from "../names/index.js";
import { findLands } from "./find-lands.js";
import { findHomeCountries, type HomeCountries } from "./home-country.js";
import { coverNames, type KnownName, type NameCover, nameOver } from "./name-cover.js";

export interface FinderContext {
  readonly parsed: Parsed;
  readonly names: NameKnowledge;
  readonly cover: NameCover;
  /** Parts of the full names in the text: "Messi" where "Lionel Messi" stands somewhere. */
  readonly nameParts: ReadonlySet<string>;
  /** Full names that a first look has found: "Wang Yi" wherever the tree parts it. */
  readonly fullNames: ReadonlySet<string>;
  /** Whether the words are first of all the name of a town or a division. */
  readonly isPlace: (words: string) => boolean;
  /** Where it all happens. */
  readonly homes: HomeCountries;
}

/** What the gazetteer says of a name. */
export interface PlaceLookup {
  /** Whether the words are first of all the name of a town or a division. */
  readonly isPlace: (words: string) => boolean;
  /** Code of the country that the division lies in, null where no one country is meant. */
  readonly countryOf: (words: string) => string | null;
}

export const NO_PLACES: PlaceLookup = { isPlace: () => false, countryOf: () => null };

export function createFinderContext(parsed: Parsed, names: NameKnowledge, places: PlaceLookup): FinderContext {
  const cover = coverNames(parsed, names);
  const { isPlace } = places;
  const homes = findHomeCountries(parsed, cover, names, findLands(parsed, cover, names, places));
  return { parsed, names, cover, nameParts: gatherNameParts(parsed, cover), fullNames: new Set(), isPlace, homes };
}

/** The context with what a first look has taught of the persons in the text. */
export function learnPersons(context: FinderContext, persons: readonly string[]): FinderContext {
  const nameParts = new Set(context.nameParts);
  for (const name of persons) {
    const parts = name.split(" ");
    for (const part of parts) if (/^\p{Lu}[\p{L}'’-]+$/u.test(part)) nameParts.add(part);
  }
  return { ...context, nameParts, fullNames: new Set(persons.filter((name) => name.includes(" "))) };
}

/** Every part but the first of names in several words that no table knows; of those in two, the first too. */
function gatherNameParts(parsed: Parsed, cover: NameCover): Set<string> {
  const parts = new Set<string>();
  for (let token = 0; token < parsed.length; token++) {
    if (parsed.deprel[token] !== "flat" || parsed.upos[token] !== "PROPN" || nameOver(cover, token)) continue;
    if (/^\p{Lu}[\p{L}'’-]+$/u.test(parsed.form[token]!)) parts.add(parsed.form[token]!);
  }
  return parts;
}

/** Sectors that act for a state: a demonym before such a noun names the state ("Russian troops"). */
export const STATE_SECTORS: readonly string[] = ["GOV", "MIL", "COP", "LEG", "JUD", "SPY"];

/** Nouns for a government, which is one with its state. */
export const GOVERNMENTS: readonly string[] = ["government", "govt", "govt.", "regime", "administration", "junta"];

/** Sectors of the token's noun in that class, by its form or its lemma; null where it is none. */
export function nounSectors(context: FinderContext, token: number, wanted: NounClass): readonly string[] | null {
  const { parsed, names } = context;
  const form = parsed.form[token]!.toLowerCase();
  return nounOf(names.actors, form, wanted) ?? nounOf(names.actors, parsed.lemma[token]!.toLowerCase(), wanted);
}

/** Prepositions before a country that is not the owner: "ambassador to Turkey". */
const FOREIGN = ["to", "with", "against", "on", "over", "about", "by"];

/** Code of the country or body that the words between two tokens belong to: "RUS" for "Russian foreign minister". */
export function findOwner(context: FinderContext, first: number, last: number, head: number): string | null {
  for (let token = first; token <= last; token++) {
    const name = nameOver(context.cover, token);
    if (name === null || token === head || isForeign(context, token) || isBase(context, name.last)) continue;
    const code = codeOf(name, context.homes);
    if (code !== null) return code;
  }
  return null;
}

/** The other countries joined with the owner right before the head: "U.S. and British defence chiefs". */
export function findJointOwners(
  context: FinderContext,
  range: { readonly first: number; readonly last: number },
  head: number,
  owner: string,
): string[] {
  const codes = new Set<string>();
  for (let token = range.first; token <= range.last; token++) {
    const name = nameOver(context.cover, token);
    const isOwner = token < head || isOfThem(context, token, head);
    if (name?.of === "country" && name.kind !== "capital" && isOwner) codes.add(name.country.code);
  }
  return codes.delete(owner) && codes.size < MAX_SIDES ? [...codes] : [];
}

/** "the leaders of Turkey and Russia": the token in the phrase with "of", or joined with it. */
function isOfThem({ parsed }: FinderContext, token: number, head: number): boolean {
  const first = parsed.deprel[token] === "conj" ? parsed.head[token]! : token;
  const preposition = first < 0 || parsed.head[first] !== head ? -1 : childBy(parsed, first, "case");
  return preposition >= 0 && parsed.form[preposition]!.toLowerCase() === "of";
}

/** More countries than this in one phrase are no joint owners. */
const MAX_SIDES = 4;

/** Country of a person who gives a government its name: "the Assad regime"; null where there is none. */
export function findRuler(context: FinderContext, head: number): string | null {
  const { parsed, names } = context;
  if (!GOVERNMENTS.includes(parsed.lemma[head]!.toLowerCase())) return null;
  for (let child = parsed.firstChild[head]!; child >= 0; child = parsed.nextSibling[child]!) {
    const [ruler] = parsed.upos[child] === "PROPN" ? personsNamed(names.actors, parsed.form[child]!) : [];
    if (ruler) return ruler.country;
  }
  return null;
}

/** "U.S.-based": where somebody lives, not whose they are. */
export function isBase({ parsed }: FinderContext, last: number): boolean {
  return parsed.form[last + 1] === "-" && /^(?:based|born)$/.test(parsed.form[last + 2] ?? "");
}

function isForeign({ parsed }: FinderContext, token: number): boolean {
  const isBeside = hasRelation(parsed, token, "appos", "flat") && parsed.head[token]! < token;
  const anchor = isBeside ? parsed.head[token]! : token;
  for (let child = parsed.firstChild[anchor]!; child >= 0; child = parsed.nextSibling[child]!) {
    if (parsed.deprel[child] === "case" && FOREIGN.includes(parsed.form[child]!.toLowerCase())) return true;
  }
  return false;
}

/** Country code that a known name brings with it; "the House of Commons" is that of the state at home. */
export function codeOf(name: KnownName, { dateline, main }: HomeCountries): string | null {
  if (name.of === "country") return name.country.code;
  const home = dateline ?? main;
  return home !== null && name.body.also.includes(home) ? home : name.body.country;
}

/** Words between two tokens without determiners, owners and known names, as the text has them: "Foreign Minister". */
export function ownWords(context: FinderContext, first: number, last: number): string {
  const { parsed } = context;
  let from = first;
  for (let token = first; token < last; token++) if (parsed.upos[token] === "NUM") from = token + 1;
  while (from < last && isOutsideTitle(context, from)) from++;
  return parsed.text
    .slice(parsed.start[from], parsed.end[last])
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ");
}

function isOutsideTitle({ parsed, cover }: FinderContext, token: number): boolean {
  if (nameOver(cover, token)) return true;
  return (
    ["DET", "PRON", "PART", "NUM", "PUNCT", "ADP", "CCONJ", "ADV", "SCONJ"].includes(parsed.upos[token]!) ||
    parsed.xpos[token] === "POS"
  );
}
