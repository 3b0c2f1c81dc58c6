/** What the server knows without reading: countries, types and modes from the package's tables, and its scorers' figures. */
import { createCodebook, findNearest } from "../archive/index.js";
import type { Assets } from "../assets/index.js";
import { RequestError } from "../errors.js";
import type { ScoreRow } from "./answers.js";

export interface World {
  /** Names by code. */
  readonly names: ReadonlyMap<string, string>;
  /** Codes by every name and adjective, in small letters. */
  readonly codes: ReadonlyMap<string, string>;
  readonly tables: Assets["tables"];
  readonly scores: readonly ScoreRow[];
}

/** The world of the package's own tables and figures. */
export function createWorld(tables: Assets["tables"], scores: readonly ScoreRow[]): World {
  const { names, countries } = createCodebook(tables);
  return { names, codes: countries, tables, scores };
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
