/** What is known of names before a report is read: states, their adjectives, peoples, capitals and seats of power. */
import { cellOf, listOf, type Row, type Table, tableFault, tableOf } from "../assets/index.js";
import { type ActorKnowledge, createActorKnowledge } from "./actor-knowledge.js";
import { type AmbiguousNames, readAmbiguousNames } from "./ambiguous-names.js";
import { indexNames, type NameIndex } from "./name-index.js";
import { type CaseKnowledge, createCaseKnowledge } from "./restore-case.js";

/** A state, a dependency or a partly recognised entity: "Abkhazia" has the code of Georgia. */
export interface Country {
  /** Canonical English name: "Russia". */
  readonly name: string;
  /** ISO 3166-1 alpha-3 (ISO 3166-3 for states that have ended), `KOS`, or a PLOVER international code. */
  readonly code: string;
  readonly status: "state" | "dependency" | "region" | "partial" | "former" | "union" | "division";
  /** Its own names, the canonical one first. */
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  readonly capitals: readonly string[];
}

/** How a word names a country: "Russia", "Russian", "Russians", "Moscow", "the Kremlin". */
export type CountryNameKind = "name" | "adjective" | "people" | "capital" | "seat";

/** What one name may stand for. */
export interface CountryNameEntry {
  readonly country: Country;
  /** Every way that this name is used: "Afghan" is adjective and people. */
  readonly kinds: readonly CountryNameKind[];
  /** Sectors of a seat of power that is more than the state: "Pentagon" `["MIL"]`; empty for all others. */
  readonly sectors: readonly string[];
  /** The others that it names at once: North Korea in "the two Koreas". */
  readonly also: readonly Country[];
}

/** Where a preposition puts a name: "in Moscow" location, "to Moscow" goal, "with Moscow" actor. */
export type Placement = "actor" | "location" | "goal";

export interface NameKnowledge {
  readonly tables: ReadonlyMap<string, Table>;
  /** All names of all countries. */
  readonly index: NameIndex<CountryNameEntry>;
  /** Places whose name holds a country's and that are not its own, with their country's code: "New Mexico" USA. */
  readonly longer: NameIndex<string>;
  /** How names are written, for texts without capitals or without small letters. */
  readonly written: CaseKnowledge;
  /** The state of a code: "RUS" is Russia; dependencies are not in it. */
  readonly byCode: ReadonlyMap<string, Country>;
  /** Placement by preposition, and by "governor preposition". */
  readonly placements: ReadonlyMap<string, Placement>;
  readonly actors: ActorKnowledge;
  /** What names of more than one country may stand for: "Congolese" COD or COG. */
  readonly ambiguous: AmbiguousNames;
}

const STATUSES = ["state", "dependency", "region", "partial", "former", "union"] as const;
const PLACEMENTS = ["actor", "location", "goal"] as const;

/** Builds and checks the knowledge; throws AssetError that names file and line. */
export function createNameKnowledge(tables: ReadonlyMap<string, Table>): NameKnowledge {
  const table = tableOf({ tables }, "countries");
  const countries = table.rows.map((row) => ({ row, country: readCountry(table, row) }));
  const entries = new Map<string, CountryNameEntry>();
  for (const { row, country } of countries) addCountry(entries, country, listOf(table, row, "peoples"));
  const byCode = new Map<string, Country>();
  for (const { country } of countries)
    if (!byCode.has(country.code) || country.status === "state") byCode.set(country.code, country);
  addSeats(entries, tableOf({ tables }, "names-seats"), byCode);
  const ambiguous = readAmbiguousNames(tableOf({ tables }, "names-ambiguous"), byCode);
  for (const [name, [country, ...also]] of ambiguous.together)
    if (country) entries.set(name, { country, kinds: ["name"], sectors: [], also });
  return {
    tables,
    index: indexNames(entries),
    byCode,
    placements: readPlacements(tables),
    actors: createActorKnowledge(tables),
    ambiguous,
    longer: indexNames(readLonger(tables)),
    written: createCaseKnowledge(tables),
  };
}

function readCountry(table: Table, row: Row): Country {
  const name = cellOf(table, row, "name");
  const code = cellOf(table, row, "code");
  if (!/^[A-Z]{3}$/.test(code)) throw tableFault(table, row, `"${code}" is no country code`);
  const status = STATUSES.find((known) => known === cellOf(table, row, "status"));
  if (!status) throw tableFault(table, row, "has an unknown status");
  const list = (column: string) => listOf(table, row, column);
  return {
    name,
    code,
    status,
    names: [name, ...list("names")],
    adjectives: list("adjectives"),
    capitals: list("capitals"),
  };
}

function addCountry(entries: Map<string, CountryNameEntry>, country: Country, peoples: readonly string[]): void {
  for (const name of country.names) addName(entries, name, country, "name");
  for (const name of country.adjectives) addName(entries, name, country, "adjective");
  for (const name of peoples) addName(entries, name, country, "people");
  for (const name of country.capitals) addName(entries, name, country, "capital");
}

/** A name that two countries claim stays with the first, save that the same country may use it in several ways. */
function addName(entries: Map<string, CountryNameEntry>, name: string, country: Country, kind: CountryNameKind): void {
  const known = entries.get(name);
  if (!known) entries.set(name, { country, kinds: [kind], sectors: [], also: [] });
  else if (known.country === country) entries.set(name, { ...known, kinds: [...known.kinds, kind] });
}

/** Names of peoples of several countries, and of places in several words; which of them hold a country's name is asked where one is found. */
function readLonger(tables: ReadonlyMap<string, Table>): [string, string][] {
  const table = tableOf({ tables }, "names-longer");
  const peoples = table.rows.map((row): [string, string] => [cellOf(table, row, "name"), ""]);
  const places = ["places", "places-divisions"].flatMap((key) => {
    const table = tableOf({ tables }, key);
    return table.rows.flatMap((row) => {
      const code = cellOf(table, row, "country");
      const named = [cellOf(table, row, "name"), ...listOf(table, row, "alternates")];
      return named.filter((name) => /\s/.test(name)).map((name): [string, string] => [name, code]);
    });
  });
  return [...peoples, ...places];
}

function addSeats(entries: Map<string, CountryNameEntry>, table: Table, byCode: ReadonlyMap<string, Country>): void {
  for (const row of table.rows) {
    const country = byCode.get(cellOf(table, row, "code"));
    if (!country) throw tableFault(table, row, "names no country of countries.tsv");
    const told = listOf(table, row, "sectors");
    const sectors = told.some((sector) => sector !== "GOV") ? told : [];
    entries.set(cellOf(table, row, "name"), { country, kinds: ["seat"], sectors, also: [] });
  }
}

function readPlacements(tables: ReadonlyMap<string, Table>): Map<string, Placement> {
  const placements = new Map<string, Placement>();
  const read = (table: Table, row: Row, key: string) => {
    const placement = PLACEMENTS.find((known) => known === cellOf(table, row, "placement"));
    if (!placement) throw tableFault(table, row, "has an unknown placement");
    placements.set(key, placement);
  };
  const prepositions = tableOf({ tables }, "names-prepositions");
  for (const row of prepositions.rows) read(prepositions, row, cellOf(prepositions, row, "preposition"));
  const governors = tableOf({ tables }, "names-governors");
  for (const row of governors.rows) {
    read(governors, row, `${cellOf(governors, row, "governor")} ${cellOf(governors, row, "preposition")}`);
  }
  return placements;
}
