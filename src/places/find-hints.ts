/** What stands beside a place name and says where it lies: "Tunxi, in China's Anhui Province", "the Syrian city of Aleppo". */
import type { Parsed } from "../language/index.js";
import type { PlacePhrase } from "./extend-name.js";
import type { PlaceKnowledge } from "./place-knowledge.js";
import type { PlaceHint, Spot } from "./resolve-place.js";

/** Names further on than this say nothing of the first. */
const CHAIN = 3;

/** Hints for the phrase at `index`: from the names that follow it, then from a country before it. */
export function findHints(
  parsed: Parsed,
  phrases: readonly PlacePhrase[],
  index: number,
  knowledge: PlaceKnowledge,
): PlaceHint[] {
  const hints: PlaceHint[] = [];
  for (let next = index + 1; next <= index + CHAIN && next < phrases.length; next++) {
    if (!isBeside(parsed, phrases[next - 1]!, phrases[next]!)) break;
    if (phrases[next]!.name.named?.kind === "adjective") break;
    hints.push(...containersOf(phrases[next]!));
  }
  const before = phrases[index - 1];
  if (before && isOwner(parsed, before, phrases[index]!, knowledge)) hints.push(...containersOf(before).slice(0, 1));
  if (before && isBeside(parsed, before, phrases[index]!)) hints.push(...homeOf(before, phrases[index]!));
  return hints;
}

/** Where the name's neighbour may lie: "Edmonton, south of Cairns" is the Edmonton near some Cairns. */
export function findSpots(parsed: Parsed, phrases: readonly PlacePhrase[], index: number): Spot[] {
  const phrase = phrases[index]!;
  const after = phrases[index + 1];
  const before = phrases[index - 1];
  const spots: Spot[] = [];
  if (after && isNear(parsed, phrase, after)) spots.push(...spotsOf(after));
  if (before && isNear(parsed, before, phrase)) spots.push(...spotsOf(before));
  return spots;
}

/** Senses of a neighbour that may be meant, the most prominent first. */
const MOST_SPOTS = 5;

function spotsOf({ name }: PlacePhrase): Spot[] {
  const firsts = [...name.senses].sort((a, b) => b.prominence - a.prominence).slice(0, MOST_SPOTS);
  return firsts.flatMap(({ kind, latitude, longitude }) =>
    kind !== "town" || latitude === null || longitude === null ? [] : [{ latitude, longitude }],
  );
}

/** More words than these are no distance: ", about 30 kilometres south of". */
const DISTANCE_GAP = 7;
const DISTANCE =
  /^(?:,|\(|near|outside|just|about|some|north|south|east|west|(?:north|south)-?(?:east|west)(?:ern)?|of|from|km|kms|kilomet(?:er|re)s?|miles?|\d[\d.,]*|the|a|few)$/i;

/** "X, near Y", "X, 30 km south of Y": only words of distance between them, and one that says near or of. */
function isNear(parsed: Parsed, before: PlacePhrase, after: PlacePhrase): boolean {
  if (parsed.sentenceOf[before.first] !== parsed.sentenceOf[after.first]) return false;
  if (after.first - before.last - 1 > DISTANCE_GAP) return false;
  let isTold = false;
  for (let token = before.last + 1; token < after.first; token++) {
    const form = parsed.form[token]!;
    if (!DISTANCE.test(form)) return false;
    isTold ||= /^(?:near|outside|of|from)$/i.test(form);
  }
  return isTold;
}

/** The country, or the division, that this phrase's words name; towns contain nothing. */
function containersOf(phrase: PlacePhrase): PlaceHint[] {
  const { senses, named } = phrase.name;
  const hints: PlaceHint[] = senses
    .filter((sense) => sense.precision === "admin1")
    .map((sense) => ({ country: sense.country, admin1: sense.admin1 }));
  const isCountry = named && named.kind !== "capital" && named.kind !== "seat";
  if (isCountry) hints.unshift({ country: named.country.code, admin1: null });
  return hints;
}

/** "Atlanta, Georgia": a division that holds the town before it is that division, not the country of the same name. */
function homeOf(before: PlacePhrase, phrase: PlacePhrase): PlaceHint[] {
  const divisions = phrase.name.senses.filter((sense) => sense.kind === "region" && sense.precision === "admin1");
  if (divisions.length === 0) return [];
  const homes = before.name.senses.filter((sense) => sense.kind === "town" && sense.prominence >= SIZEABLE);
  return divisions
    .filter((division) => homes.some((town) => town.admin1 === division.name && town.country === division.country))
    .map((division) => ({ country: division.country, admin1: null }));
}

/** A town of some twenty thousand. */
const SIZEABLE = 4.3;

const LINK = /^(?:,|\(|in|the|of|near|'s|’s|outside)$/;

/** Side by side: only a comma, a bracket, "in", "of" or "'s" lie between, and a comma or "in" is among them. */
function isBeside(parsed: Parsed, before: PlacePhrase, after: PlacePhrase): boolean {
  if (parsed.sentenceOf[before.first] !== parsed.sentenceOf[after.first]) return false;
  const gap = after.first - before.last - 1;
  if (gap < 1 || gap > 3) return false;
  for (let token = before.last + 1; token < after.first; token++) {
    if (!LINK.test(parsed.form[token]!.toLowerCase())) return false;
  }
  return true;
}

/** More words than this never part a country from its town: "the northern Iraqi oil-rich city of Kirkuk". */
const OWNER_GAP = 6;

/**
 * "the Syrian city of", "Iraq's", "Turkish resort town": a country's name that governs the place name; what lies
 * behind a preposition is its own: "China's envoy in Tokyo", "Russia's siege of Aleppo".
 */
function isOwner(parsed: Parsed, before: PlacePhrase, phrase: PlacePhrase, knowledge: PlaceKnowledge): boolean {
  if (parsed.sentenceOf[before.first] !== parsed.sentenceOf[phrase.first]) return false;
  const gap = phrase.first - before.last - 1;
  if (gap > OWNER_GAP) return false;
  let isTied = false;
  let wasPlaceWord = false;
  for (let token = before.last + 1; token < phrase.first; token++) {
    const form = parsed.form[token]!;
    const isPlaceWord = knowledge.words.get(form)?.some((kind) => kind !== "stretch") ?? false;
    isTied ||= isPlaceWord || /^['’]s?$/.test(form);
    if (!isPlaceWord && !/^(?:['’]s?|of|-|\p{Ll}[\p{Ll}-]*)$/u.test(form)) return false;
    if (/^(?:VERB|AUX|ADP)$/.test(parsed.upos[token]!) && !(form === "of" && wasPlaceWord)) return false;
    wasPlaceWord = isPlaceWord;
  }
  return isTied || gap === 0;
}
