/** Senses of a place name: every place that it may stand for, and how prominent each of them is. */
import type { Country } from "../names/index.js";
import type { Place } from "../reading/index.js";
import { distanceOf } from "./find-neighbours.js";
import { dropArticle, foldName } from "./fold-name.js";
import type { Town } from "./gazetteer.js";
import type { PlaceKnowledge, Region } from "./place-knowledge.js";

/** One place that a name may stand for. */
export interface PlaceSense {
  readonly kind: "town" | "region" | "country";
  /** Canonical name; null where the report's own words are to be used. */
  readonly name: string | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: Place["precision"];
  readonly geonames: number | null;
  /** About 0 (hamlet) to 10 (world city, country, sea): what a reader thinks of first. */
  readonly prominence: number;
}

/** Every sense of these words, in no order; empty where no table knows them. */
export function findSenses(words: string, country: Country | null, knowledge: PlaceKnowledge): PlaceSense[] {
  const key = foldName(words);
  const senses: PlaceSense[] = [];
  const regions = knowledge.regions.get(key) ?? [];
  if (country && !regions.some((region) => region.country === country.code && region.precision !== "city")) {
    senses.push(countrySense(country, knowledge));
  }
  senses.push(...regions.map((region) => regionSense(region, knowledge)));
  const towns = findTowns(key, knowledge).filter((town) => !senses.some((sense) => isCovered(town, sense)));
  return [...senses, ...towns.map(townSense)];
}

/** One with that sense, or far from the middle of the division that it gives its name: "Quebec" is the province. */
function isCovered(town: Town, { kind, country, admin1, geonames, latitude, longitude }: PlaceSense): boolean {
  if (kind !== "region" || country !== town.country) return false;
  if (town.kind === "division" || (geonames !== null && town.geonames === geonames)) return true;
  if (admin1 === null || admin1 !== town.division || latitude === null || longitude === null) return false;
  return distanceOf(town, { latitude, longitude }) > WIDE;
}

/** Kilometres from a division's middle beyond which its name does not stand for a town in it. */
const WIDE = 120;

function findTowns(key: string, knowledge: PlaceKnowledge): readonly Town[] {
  const towns = knowledge.gazetteer.find(key);
  if (towns.length > 0) return towns;
  const bare = dropArticle(key);
  return bare === key ? towns : knowledge.gazetteer.find(bare);
}

/** The country as a place: "in Iraq". */
export function countrySense(country: Country, knowledge: PlaceKnowledge): PlaceSense {
  const centre = knowledge.centres.get(country.code);
  const isWhole = country.status === "state" || country.status === "former";
  return {
    kind: "country",
    name: country.name,
    country: country.code,
    admin1: null,
    latitude: isWhole ? (centre?.latitude ?? null) : null,
    longitude: isWhole ? (centre?.longitude ?? null) : null,
    precision: isWhole ? "country" : "region",
    geonames: null,
    prominence: 9,
  };
}

/** A region of our own tables as a sense; without coordinates of its own it stands where GeoNames' division or its seat does. */
export function regionSense(region: Region, knowledge: PlaceKnowledge): PlaceSense {
  const town = region.latitude === null ? standIn(region, knowledge) : undefined;
  return {
    kind: "region",
    name: region.name,
    country: region.country,
    admin1: region.admin1,
    latitude: region.latitude ?? town?.latitude ?? null,
    longitude: region.longitude ?? town?.longitude ?? null,
    precision: region.precision,
    geonames: region.geonames,
    prominence: region.precision === "admin1" ? 7.5 : 9.5,
  };
}

function standIn(region: Region, { gazetteer }: PlaceKnowledge): Town | undefined {
  const isOwn = (town: Town) => town.country === region.country;
  const division = gazetteer.find(foldName(region.name)).find((town) => town.kind === "division" && isOwn(town));
  return division ?? (region.seat ? gazetteer.find(foldName(region.seat)).find(isOwn) : undefined);
}

/** Bonus of capitals and seats of provinces, malus of parts of towns, of the land around them and of other spellings. */
const RANK = { capital: 2, seat: 0.5, town: 0, section: -1.5, division: -0.5, district: -1 } as const;
const OTHER_SPELLING = -1;

const PRECISION = {
  capital: "city",
  seat: "city",
  town: "city",
  section: "district",
  division: "admin1",
  district: "district",
} as const;

function townSense(town: Town): PlaceSense {
  return {
    kind: "town",
    name: null,
    country: town.country,
    admin1: town.division,
    latitude: town.latitude,
    longitude: town.longitude,
    precision: PRECISION[town.kind],
    geonames: town.geonames,
    prominence: town.size + RANK[town.kind] + (town.weak ? OTHER_SPELLING : 0),
  };
}
