/** What the server knows of the world and of the codes without reading: countries, types, modes, from the package's tables. */
import { type Assets, cellOf, listOf, tableOf } from "../assets/index.js";
import { RequestError } from "../errors.js";
import { findNearest } from "./nearest.js";

export interface World {
  /** Names by code. */
  readonly names: ReadonlyMap<string, string>;
  /** Codes by every name and adjective, in small letters. */
  readonly codes: ReadonlyMap<string, string>;
  readonly tables: Assets["tables"];
}

/** PLOVER's codes of those that are no country, which stand where a country's code may. */
const INTERNATIONAL: ReadonlyMap<string, string> = new Map([
  ["EUR", "European Union"],
  ["IGO", "Intergovernmental organizations"],
  ["IMG", "International militant groups"],
  ["ISM", "International social movements"],
  ["MNC", "Multinational companies"],
  ["NGO", "Non-governmental organizations"],
  ["UNO", "United Nations"],
]);

/** The world of the package's own tables. */
export function createWorld(tables: Assets["tables"]): World {
  const table = tableOf({ tables }, "countries");
  const names = new Map(INTERNATIONAL);
  const codes = new Map<string, string>();
  for (const row of table.rows) {
    const code = cellOf(table, row, "code");
    const name = cellOf(table, row, "name");
    if (cellOf(table, row, "status") === "state" || !names.has(code)) names.set(code, name);
    for (const each of [name, ...listOf(table, row, "names"), ...listOf(table, row, "adjectives")]) {
      if (!codes.has(each.toLowerCase())) codes.set(each.toLowerCase(), code);
    }
  }
  for (const [code, name] of INTERNATIONAL) codes.set(name.toLowerCase(), code);
  return { names, codes, tables };
}

/** The code of a country given by code or name; a RequestError 404 offers the nearest. */
export function demandCountry({ names, codes }: World, given: string): string {
  const code = given.toUpperCase();
  if (names.has(code)) return code;
  const named = codes.get(given.toLowerCase());
  if (named !== undefined) return named;
  const isCode = /^[a-z]{3}$/i.test(given);
  const nearest = findNearest(given, isCode ? names.keys() : [...names.values(), ...codes.keys()]);
  const offered = nearest.map((word) => nameCountry(names, codes, word));
  const remedy = "Give a code of ISO 3166-1 such as RUS, or a name; /api/countries lists them.";
  throw new RequestError("country-unknown", 404, `there is no country "${given}"`, remedy, [...new Set(offered)]);
}

/** "RUS (Russia)" for either. */
function nameCountry(names: World["names"], codes: World["codes"], word: string): string {
  const code = names.has(word) ? word : codes.get(word.toLowerCase())!;
  return `${code} (${names.get(code)})`;
}
