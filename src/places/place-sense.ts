/** Senses of a place name: every place that it may stand for, and how prominent each of them is. */
import type { Country } from "../names/index.js";
import type { Place } from "../reading/index.js";
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
  const taken = new Set(regions.map((region) => region.geonames));
  senses.push(
    ...findTowns(key, knowledge)
      .filter((town) => !taken.has(town.geonames))
      .map(townSense),
  );
  return senses;
}

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

/** A region of our own tables as a sense; without coordinates of its own it stands where its seat does. */
export function regionSense(region: Region, knowledge: PlaceKnowledge): PlaceSense {
  const seat = region.latitude === null ? seatOf(region, knowledge) : undefined;
  return {
    kind: "region",
    name: region.name,
    country: region.country,
    admin1: region.admin1,
    latitude: region.latitude ?? seat?.latitude ?? null,
    longitude: region.longitude ?? seat?.longitude ?? null,
    precision: region.precision,
    geonames: region.geonames,
    prominence: region.precision === "admin1" ? 7.5 : 9.5,
  };
}

function seatOf(region: Region, knowledge: PlaceKnowledge): Town | undefined {
  const towns = region.seat ? knowledge.gazetteer.find(foldName(region.seat)) : [];
  return towns.find((town) => town.country === region.country);
}

/** Bonus of capitals and seats of provinces, malus of parts of towns and of other spellings. */
const RANK = { capital: 2, seat: 0.5, town: 0, section: -1.5 } as const;
const OTHER_SPELLING = -1;

function townSense(town: Town): PlaceSense {
  return {
    kind: "town",
    name: null,
    country: town.country,
    admin1: town.division,
    latitude: town.latitude,
    longitude: town.longitude,
    precision: town.kind === "section" ? "district" : "city",
    geonames: town.geonames,
    prominence: town.size + RANK[town.kind] + (town.weak ? OTHER_SPELLING : 0),
  };
}
