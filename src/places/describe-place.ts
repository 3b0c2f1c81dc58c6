/** Makes the place of a phrase: its name, precision and coordinates, once the name's sense is decided. */
import type { Parsed } from "../language/index.js";
import type { Place } from "../reading/index.js";
import { roundCoordinate } from "../reading/index.js";
import type { PlacePhrase } from "./extend-name.js";
import { foldName } from "./fold-name.js";
import { DIVISION_MARK, type PlaceKnowledge } from "./place-knowledge.js";
import { type PlaceSense, regionSense } from "./place-sense.js";
import type { PlaceHint } from "./resolve-place.js";

/** A place without its id and mentions; `key` is the same for every mention of one place. */
export interface PlaceDraft extends Omit<Place, "id" | "mentions"> {
  readonly key: string;
}

/** "Idlib" is a town, "Idlib province" a division, "eastern Ukraine" a region, "Mosul University" a point in the town. */
export function describePlace(
  parsed: Parsed,
  phrase: PlacePhrase,
  sense: PlaceSense,
  knowledge: PlaceKnowledge,
): PlaceDraft {
  const words = wordsFrom(parsed, phrase.first, phrase.last);
  const bare = wordsFrom(parsed, phrase.name.first, phrase.name.last);
  const { designator } = phrase;
  const division = designator === "division" || designator === "region" ? divisionOf(bare, sense, knowledge) : null;
  if (phrase.isPart) return partOf(words, division ?? sense);
  if (division) return draft(division, bare);
  if (designator === "stretch")
    return { ...draft(sense, words), name: words, precision: "region", ...NOWHERE, key: keyOf(words, sense) };
  if (designator === null || designator === "city" || sense.kind !== "town") return draft(sense, bare);
  if (designator === "division")
    return { ...draft(sense, bare), precision: "admin1", admin1: bare, geonames: null, key: keyOf(words, sense) };
  const precision = designator === "point" || designator === "direction" ? "city" : designator;
  return { ...draft(sense, words), name: words, precision, geonames: null, key: keyOf(words, sense) };
}

/** A name that no table knows, in words that make it a place: "the village of Foua". */
export function describeUnknown(words: string, precision: Place["precision"], country: string | null): PlaceDraft {
  const name = usualCase(words);
  return { name, country, admin1: null, ...NOWHERE, precision, geonames: null, key: `${foldName(name)}|${country}` };
}

/** A town that no table knows in the division that the report puts it in: as precise as that division. */
export function describeStray(words: string, hint: PlaceHint, knowledge: PlaceKnowledge): PlaceDraft {
  const name = usualCase(words);
  const region = knowledge.regions.get(foldName(hint.admin1 ?? ""))?.find((one) => one.country === hint.country);
  const at = region?.latitude == null ? NOWHERE : { latitude: region.latitude, longitude: region.longitude };
  const precision = region ? "admin1" : "city";
  const { country, admin1 } = hint;
  return { name, country, admin1, ...at, precision, geonames: null, key: `${foldName(name)}|${country}|${admin1}` };
}

/** The report's words with single blanks. */
export function wordsFrom(parsed: Parsed, first: number, last: number): string {
  return parsed.text.slice(parsed.start[first], parsed.end[last]).replace(/\s+/g, " ");
}

const NOWHERE = { latitude: null, longitude: null } as const;

function draft(sense: PlaceSense, words: string): PlaceDraft {
  const name = sense.name ?? usualCase(words);
  return {
    name,
    country: sense.country,
    admin1: sense.admin1,
    latitude: sense.latitude === null ? null : roundCoordinate(sense.latitude),
    longitude: sense.longitude === null ? null : roundCoordinate(sense.longitude),
    precision: sense.precision,
    geonames: sense.geonames,
    key: sense.geonames === null ? keyOf(name, sense) : `${sense.geonames}`,
  };
}

/** A part of a country lies somewhere within it; a part of a town is where the town is. */
function partOf(words: string, sense: PlaceSense): PlaceDraft {
  const whole = draft(sense, words);
  const at = sense.kind === "country" ? NOWHERE : {};
  const precision = sense.kind === "town" ? "district" : "region";
  return { ...whole, ...at, name: usualCase(words), precision, geonames: null, key: keyOf(words, sense) };
}

function divisionOf(bare: string, sense: PlaceSense, knowledge: PlaceKnowledge): PlaceSense | null {
  const key = foldName(bare);
  const regions = [...(knowledge.regions.get(key) ?? []), ...(knowledge.regions.get(key + DIVISION_MARK) ?? [])];
  const divisions = regions.filter((region) => region.precision === "admin1");
  const found =
    divisions.find((region) => region.country === sense.country) ??
    (sense.kind === "region" ? divisions[0] : undefined);
  return found ? regionSense(found, knowledge) : null;
}

const keyOf = (words: string, sense: PlaceSense) => `${foldName(words)}|${sense.country}`;

/** "BEIRUT" as "Beirut"; words in mixed case stay as they are. */
function usualCase(words: string): string {
  if (words !== words.toUpperCase() || words.length < 4) return words;
  return words
    .toLowerCase()
    .replace(/(^|[^\p{L}’'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
