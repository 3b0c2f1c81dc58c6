/** Finds place names in a text: every run of words that some table knows as a place, with the senses it may have. */
import type { Parsed } from "../language/index.js";
import { type CountryName, findCountryNames, type NameKnowledge } from "../names/index.js";
import { foldName } from "./fold-name.js";
import type { PlaceKnowledge } from "./place-knowledge.js";
import { findSenses, type PlaceSense } from "./place-sense.js";

/** "Idlib" in "northern Idlib province": the bare name on tokens, and what it may stand for. */
export interface PlaceName {
  /** First and last token of the name itself, inclusive. */
  readonly first: number;
  readonly last: number;
  /** Folded name. */
  readonly key: string;
  readonly senses: readonly PlaceSense[];
  /** Set where the words are a country's name, a capital, an adjective …: the names layer's finding. */
  readonly named: CountryName | null;
  /** "Md.", "NY": letters that stand for a division. */
  readonly isAbbreviated: boolean;
}

/** Names longer than this many tokens are in no table. */
const MAX_TOKENS = 7;

/** Place names in text order, the longest at each spot, none overlapping; `isBarred` passes over tokens of other names. */
export function findPlaceNames(
  parsed: Parsed,
  names: NameKnowledge,
  knowledge: PlaceKnowledge,
  isBarred: (token: number) => boolean,
): PlaceName[] {
  const search: Search = {
    parsed,
    names,
    knowledge,
    named: new Map(
      findCountryNames(parsed, names)
        .filter(({ country }) => country.status !== "division")
        .map((name) => [name.first, name]),
    ),
    known: new Map(),
  };
  const found: PlaceName[] = [];
  for (let token = 0; token < parsed.length; ) {
    const name = nameFrom(search, token);
    const isFree = name !== null && !isWithinBar(name, isBarred);
    if (isFree) found.push(name);
    token = isFree ? name.last + 1 : token + 1;
  }
  return found;
}

/** Inside another name; but "Persian Gulf" is more than the "Persian" in it. */
function isWithinBar({ first, last, senses }: PlaceName, isBarred: (token: number) => boolean): boolean {
  const isWider = senses.some((sense) => sense.kind === "region") && !(isBarred(first) && isBarred(last));
  return !isWider && (isBarred(first) || isBarred(last));
}

interface Search {
  readonly parsed: Parsed;
  readonly names: NameKnowledge;
  readonly knowledge: PlaceKnowledge;
  /** The names layer's findings by first token. */
  readonly named: ReadonlyMap<number, CountryName>;
  /** Senses by folded name, so that each is looked up once. */
  readonly known: Map<string, readonly PlaceSense[]>;
}

/** The longest name that begins with this token, null where none does. */
function nameFrom(search: Search, first: number): PlaceName | null {
  const { parsed } = search;
  const named = search.named.get(first) ?? null;
  const bare = named && { first, last: named.last, key: "", senses: [], named, isAbbreviated: false };
  if (!startsName(parsed, first)) return bare;
  const isDemonym = named?.kind === "adjective" || named?.kind === "people";
  const end = Math.min(first + MAX_TOKENS - 1, parsed.sentences[parsed.sentenceOf[first]!]!.last);
  for (let last = end; last >= first; last--) {
    if (!endsName(parsed, first, last)) continue;
    const words = parsed.text.slice(parsed.start[first], parsed.end[last]);
    const key = foldName(words);
    const senses = sensesOf(search, words, key, named?.last === last ? named : null);
    if (senses.length === 0 || (isDemonym && !isRegionBeyond(senses, named, last))) continue;
    const isAbbreviated = /\.$|^\p{Lu}{2,3}$/u.test(words);
    return { first, last, key, senses, named: named?.last === last ? named : null, isAbbreviated };
  }
  return bare;
}

/** "Persian Gulf", "Indian Ocean": a demonym is no place, but may open the name of a region. */
function isRegionBeyond(senses: readonly PlaceSense[], { last }: CountryName, end: number): boolean {
  return end > last && senses.some((sense) => sense.kind === "region");
}

/** A country's name is its place only where the names layer takes it for the country. */
function sensesOf({ knowledge, known }: Search, words: string, key: string, named: CountryName | null) {
  const country = named?.country.names.some((name) => foldName(name) === key) ? named.country : null;
  const id = country ? `${key} ${country.name}` : key;
  const before = known.get(id);
  if (before) return before;
  const senses = findSenses(words, country, knowledge);
  known.set(id, senses);
  return senses;
}

const CAPITAL = /^[\p{Lu}]/u;

/** A capital, or the article of an Arabic name before one: "al-Bab". */
function startsName(parsed: Parsed, token: number): boolean {
  const form = parsed.form[token]!;
  if (CAPITAL.test(form)) return true;
  if (!/^(?:al|el|ez|ad|as|ar|an)(?:-.+)?$/.test(form)) return false;
  return /^[\p{Ll}]+-\p{Lu}/u.test(parsed.text.slice(parsed.start[token], parsed.start[token]! + 4));
}

/** A capital somewhere, or a small noun that belongs to names: "Golan heights", "Idlib province". */
function endsName(parsed: Parsed, first: number, last: number): boolean {
  const form = parsed.form[last]!;
  if (first === last) return isNameAlone(parsed, first);
  return /\p{Lu}|^\p{L}+-\p{Ll}/u.test(form) || LAST_WORDS.test(form);
}

const LAST_WORDS =
  /^(?:heights|peninsula|province|valley|islands?|sea|strip|region|state|river|delta|crossing|desert|base|camp)$/;

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)$/i;

/** A single word must be a proper noun, or stand capitalised within a sentence. */
function isNameAlone(parsed: Parsed, token: number): boolean {
  if (CALENDAR.test(parsed.form[token]!)) return false;
  if (parsed.upos[token] === "PROPN") return true;
  if (parsed.form[token]!.length < 3) return false;
  const sentence = parsed.sentences[parsed.sentenceOf[token]!]!;
  return sentence.first !== token && ["NOUN", "ADJ", "X"].includes(parsed.upos[token]!);
}
