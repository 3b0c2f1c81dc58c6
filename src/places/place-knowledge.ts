/** What is known of places before a report is read: the gazetteer, regions of our own, and the words that mark places. */
import { cellOf, listOf, type Row, type Table, tableFault, tableOf } from "../assets/index.js";
import type { Place } from "../reading/index.js";
import { foldName } from "./fold-name.js";
import { type Gazetteer, readGazetteer, type Town } from "./gazetteer.js";

/** A place that our own tables describe: "Strait of Hormuz", "Idlib Governorate". */
export interface Region {
  readonly name: string;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: Place["precision"];
  readonly geonames: number | null;
  /** Town whose coordinates stand for the region's where it has none of its own. */
  readonly seat: string | null;
}

/** What a common noun does to the place name beside it: "Idlib province", "Karak Castle", "northern Iraq", "Turkish border". */
export type PlaceWordKind = "division" | "district" | "region" | "city" | "point" | "direction" | "stretch";

/**
 * "verb": its object is where somebody goes ("visit"); "noun": a country's name before it tells where ("Iraq helicopter
 * crash"); "motion": "to" behind it tells where; "actor": a capital's name before it is the state ("London officials");
 * "force" and "harm": "a typhoon hits" a place, whatever else hits is hitting an actor.
 */
export type PlaceAct = "verb" | "noun" | "motion" | "actor" | "force" | "harm";

export interface PlaceKnowledge {
  readonly gazetteer: Gazetteer;
  /** By folded name, alternates included; several where names are shared. */
  readonly regions: ReadonlyMap<string, readonly Region[]>;
  /** Rough centre of each country, by code. */
  readonly centres: ReadonlyMap<string, { readonly latitude: number; readonly longitude: number }>;
  /** Kinds of each place word, by its lower-case form. */
  readonly words: ReadonlyMap<string, readonly PlaceWordKind[]>;
  /** Folded names of towns that are first of all words or persons: "Reading", "Lincoln". */
  readonly homonyms: ReadonlySet<string>;
  /** Lemmas by what they do to a place name beside them. */
  readonly acts: Readonly<Record<PlaceAct, ReadonlySet<string>>>;
  /** Whether the words are first of all the name of a large town, a division or a region. */
  readonly isPlace: (words: string) => boolean;
  /** Code of the country that a division or region of that name lies in, null where no one country is meant. */
  readonly countryOf: (words: string) => string | null;
}

/** Reads the gazetteer's header and checks the tables; throws AssetError that names what is wrong. */
export function createPlaceKnowledge(gazetteer: Uint8Array, tables: ReadonlyMap<string, Table>): PlaceKnowledge {
  const table = (name: string) => tableOf({ tables }, name);
  const homonyms = readHomonyms(table("places-homonyms"));
  const regions = readRegions(table("places"), table("places-divisions"));
  const towns = readGazetteer(gazetteer);
  return {
    gazetteer: towns,
    regions,
    centres: readCentres(table("places-countries")),
    words: readWords(table("places-words")),
    homonyms,
    acts: readActs(table("places-acts")),
    isPlace: (words) => {
      const key = foldName(words);
      if (homonyms.has(key)) return false;
      return regions.has(key) || towns.find(key).some(isLarge);
    },
    countryOf: (words) => {
      const key = foldName(words);
      const [region, ...others] = homonyms.has(key) ? [] : (regions.get(key) ?? []);
      return others.length === 0 ? region?.country || null : null;
    },
  };
}

/** A town of 160,000, or a seat of 50,000, by its first name. */
const isLarge = ({ size, kind, weak }: Town) => !weak && size >= LEAST_LARGE[kind];
const LEAST_LARGE = { capital: 0, seat: 4.7, town: 5.2, section: 5.5, division: 5, district: 9 } as const;

const readHomonyms = (table: Table) => new Set(table.rows.map((row) => foldName(cellOf(table, row, "word"))));

function readActs(table: Table): Record<PlaceAct, Set<string>> {
  const acts = { verb: set(), noun: set(), motion: set(), actor: set(), force: set(), harm: set() };
  for (const row of table.rows) {
    const kind = cellOf(table, row, "kind");
    if (!(kind in acts)) throw tableFault(table, row, `"${kind}" is no kind of act`);
    acts[kind as PlaceAct].add(cellOf(table, row, "lemma"));
  }
  return acts;
}

const set = () => new Set<string>();

function readRegions(places: Table, divisions: Table): Map<string, Region[]> {
  const regions = new Map<string, Region[]>();
  const add = (name: string, region: Region) => {
    const key = foldName(name);
    const known = regions.get(key);
    if (known?.some((other) => other.country === region.country)) return;
    if (known) known.push(region);
    else regions.set(key, [region]);
  };
  for (const table of [places, divisions]) {
    for (const row of table.rows) {
      const region = readRegion(table, row);
      for (const name of [region.name, ...listOf(table, row, "alternates")]) add(name, region);
      const bare = withoutDesignator(region);
      if (bare) add(bare + DIVISION_MARK, region);
    }
  }
  return regions;
}

/** Ends the key of a division that is meant only where its kind is named: "Idlib" is the town, "Idlib province" is not. */
export const DIVISION_MARK = " division";

const DESIGNATOR = / (?:Governorate|Oblast|Province|State|Region|Prefecture|County|Division|Krai)$/;

function withoutDesignator(region: Region): string | null {
  return region.precision === "admin1" && DESIGNATOR.test(region.name) ? region.name.replace(DESIGNATOR, "") : null;
}

const PRECISIONS = ["point", "city", "district", "admin1", "region"] as const;

function readRegion(table: Table, row: Row): Region {
  const cell = (column: string) => cellOf(table, row, column) || null;
  const isDivision = row.cells.seat !== undefined;
  const precision = isDivision ? "admin1" : PRECISIONS.find((known) => known === cell("precision"));
  if (!precision) throw tableFault(table, row, "has an unknown precision");
  const name = cellOf(table, row, "name");
  return {
    name,
    country: cell("country"),
    admin1: isDivision ? name : cell("admin1"),
    latitude: readDegrees(table, row, "lat", 90),
    longitude: readDegrees(table, row, "lon", 180),
    precision,
    geonames: isDivision ? null : Number(cell("geonames")) || null,
    seat: isDivision ? cell("seat") : null,
  };
}

function readDegrees(table: Table, row: Row, column: string, limit: number): number | null {
  const cell = cellOf(table, row, column);
  if (cell === "") return null;
  const degrees = Number(cell);
  if (!(Math.abs(degrees) <= limit)) throw tableFault(table, row, `"${cell}" is no ${column}`);
  return degrees;
}

function readCentres(table: Table): Map<string, { latitude: number; longitude: number }> {
  return new Map(
    table.rows.map((row) => {
      const latitude = readDegrees(table, row, "lat", 90) ?? 0;
      const longitude = readDegrees(table, row, "lon", 180) ?? 0;
      return [cellOf(table, row, "code"), { latitude, longitude }];
    }),
  );
}

const KINDS = ["division", "district", "region", "city", "point", "direction", "stretch"] as const;

function readWords(table: Table): Map<string, PlaceWordKind[]> {
  const words = new Map<string, PlaceWordKind[]>();
  for (const row of table.rows) {
    const kind = KINDS.find((known) => known === cellOf(table, row, "kind"));
    if (!kind) throw tableFault(table, row, "has an unknown kind");
    const word = cellOf(table, row, "word");
    words.set(word, [...(words.get(word) ?? []), kind]);
  }
  return words;
}
