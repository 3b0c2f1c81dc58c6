/** Chooses what goes into the gazetteer: populated places by size, divisions and districts with a middle of their own. */
import { foldName, KIND } from "../src/places/index.js";
import { type City, type Extent, isPast, isSeat, measureDivisions } from "./read-geonames.js";

/** A place to be packed. */
export interface Entry {
  /** GeoNames id, 0 for divisions, whose ids the extracts lack. */
  readonly id: number;
  readonly names: readonly string[];
  readonly spellings: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly kind: number;
  readonly alpha2: string;
  readonly division: string;
  readonly people: number;
}

/** In a country with fewer places than this all are kept; elsewhere those over `LEAST_PEOPLE`. */
const SMALL_COUNTRY = 1500;
const LEAST_PEOPLE = 2000;
/** Where English is the language of the local news smaller places are named too. */
const ENGLISH: ReadonlySet<string> = new Set(["US", "GB", "CA", "AU", "IE", "NZ"]);
/** Other spellings are kept for places of this size, and for seats and capitals. */
const LEAST_PEOPLE_FOR_SPELLINGS = 15000;
/** Districts with fewer people are kept where English is spoken only. */
const LEAST_PEOPLE_OF_DISTRICT = 50000;

/** Populated places in no order. */
export function chooseTowns(cities: readonly City[]): Entry[] {
  const perCountry = new Map<string, number>();
  for (const { alpha2 } of cities) perCountry.set(alpha2, (perCountry.get(alpha2) ?? 0) + 1);
  const isKept = (city: City) =>
    !isPast(city) &&
    (isSeat(city) ||
      ENGLISH.has(city.alpha2) ||
      city.people >= LEAST_PEOPLE ||
      (perCountry.get(city.alpha2) ?? 0) < SMALL_COUNTRY);
  return cities.filter(isKept).map(townEntry);
}

function townEntry(city: City): Entry {
  const isLarge = isSeat(city) || city.people >= LEAST_PEOPLE_FOR_SPELLINGS;
  const { id, lat, lon, alpha2, division, people } = city;
  const bare = city.ascii.replace(/ (?:Town|City)$/, "");
  const names = [city.name, city.ascii, ...(city.spellings.includes(bare) ? [bare] : [])];
  const spellings = isLarge ? city.spellings.filter(isSpelling) : [];
  return { id, names, spellings, lat, lon, kind: kindOf(city), alpha2, division, people };
}

function kindOf(city: City): number {
  if (city.feature === "PPLC") return KIND.capital;
  if (city.feature === "PPLA") return KIND.seat;
  return city.feature === "PPLX" ? KIND.section : KIND.town;
}

const SPELLING = /^\p{Lu}[\p{Script=Latin}\p{M}'’. -]{2,}$/u;

/** Latin letters with a capital first, and no airport's code. */
function isSpelling(spelling: string): boolean {
  return SPELLING.test(spelling) && !/^\p{Lu}+$/u.test(spelling);
}

/** First-level divisions, by the name that `ours` has for them and by GeoNames'. */
export function chooseDivisions(
  cities: readonly City[],
  theirs: ReadonlyMap<string, string>,
  ours: ReadonlyMap<string, string>,
): Entry[] {
  const extents = measureDivisions(cities, ({ division }) => division);
  return [...extents].flatMap(([code, extent]) => {
    const names = [ours.get(code), theirs.get(code)].filter((name) => name !== undefined);
    return names.length === 0 ? [] : [divisionEntry(code, names, extent, KIND.division)];
  });
}

/** Second-level divisions that are large or English, and no mere town by another name. */
export function chooseDistricts(cities: readonly City[], names: ReadonlyMap<string, string>): Entry[] {
  const extents = measureDivisions(cities, ({ district }) => district);
  const towns = new Set(cities.map(({ district, ascii }) => `${district} ${foldName(ascii)}`));
  return [...extents].flatMap(([code, extent]) => {
    const name = names.get(code);
    const isKept = ENGLISH.has(code.slice(0, 2)) || extent.people >= LEAST_PEOPLE_OF_DISTRICT;
    if (!name || !isKept || towns.has(`${code} ${foldName(name)}`)) return [];
    return [divisionEntry(code, [name, withoutRank(name)], extent, KIND.district)];
  });
}

/** "London Borough of Enfield" is called "Enfield"; "Dallas County" keeps its county. */
function withoutRank(name: string): string {
  return name.replace(/^(?:(?:London|Royal|Metropolitan) )*(?:Borough|District|City) of (?:the )?/, "");
}

function divisionEntry(code: string, names: readonly string[], extent: Extent, kind: number): Entry {
  const [alpha2 = "", first = ""] = code.split(".");
  return { id: 0, names, spellings: [], ...extent, kind, alpha2, division: `${alpha2}.${first}` };
}
