/** Packs the populated places and divisions of the GeoNames extracts into one binary table, sorted by folded name. */
import { readFileSync } from "node:fs";
import { parseTable } from "../src/assets/index.js";
import { dropArticle, foldName } from "../src/places/index.js";
import { chooseDistricts, chooseDivisions, chooseTowns, type Entry } from "./choose-places.js";
import { type Name, packGazetteer } from "./pack-gazetteer.js";
import { type City, isSeat, readCities, readDivisionNames } from "./read-geonames.js";

/** The bytes that `readGazetteer` of src/places decodes. */
export function compileGazetteer(): Uint8Array {
  const cities = readCities();
  const countries = readCountries();
  const theirs = readDivisionNames(1);
  const ours = findDivisions(cities, countries);
  const places = [
    ...chooseTowns(cities),
    ...chooseDivisions(cities, theirs, ours),
    ...chooseDistricts(cities, readDivisionNames(2)),
  ];
  // Largest first, so that a lower number is a larger place.
  places.sort((a, b) => b.people - a.people || a.id - b.id);
  const divisions = new Map([...theirs].map(([code, name]) => [code, ours.get(code) ?? plain(name)]));
  for (const [code, name] of ours) divisions.set(code, name);
  const names = collectNames(places, new Set(arabicCountries(cities)));
  return packGazetteer({ places, names, countries, divisions });
}

/** Without the marks of transcription that news leave out: "Tehran" for "Tehrān". */
const plain = (name: string) =>
  name.replace(/[āēīōūḩḨţŢḑḐşŞẕẔ‘’]/g, (mark) => mark.normalize("NFD").replace(/[\p{M}‘’]/gu, ""));

function readTable(name: string) {
  const path = new URL(`../data/${name}.tsv`, import.meta.url);
  return parseTable(name, readFileSync(path, "utf8"));
}

/** Alpha-3 codes by alpha-2, in the table's order. */
function readCountries(): Map<string, string> {
  return new Map(readTable("places-countries").rows.map((row) => [row.cells.alpha2!, row.cells.code!]));
}

/** English names of first-level divisions by GeoNames' code, told by their seats. */
function findDivisions(cities: readonly City[], countries: ReadonlyMap<string, string>): Map<string, string> {
  const seats = findSeats(cities, countries);
  const found = new Map<string, string>();
  const missing: string[] = [];
  for (const row of readTable("places-divisions").rows) {
    const { name, country, seat } = row.cells;
    const city = seats.get(`${country} ${foldName(seat!)}`);
    if (seat && !city) missing.push(`data/places-divisions.tsv:${row.line}: no seat "${seat}" in ${country}`);
    if (city && !found.has(city.division)) found.set(city.division, name!);
  }
  if (missing.length > 0) throw new Error(missing.join("\n"));
  return found;
}

/** Places by "CODE name"; of several the largest, seats first. */
function findSeats(cities: readonly City[], countries: ReadonlyMap<string, string>): Map<string, City> {
  const seats = new Map<string, City>();
  const smallestFirst = [...cities].sort((a, b) => a.people - b.people || b.id - a.id);
  for (const city of smallestFirst) {
    for (const name of [...city.spellings, city.name, city.ascii]) {
      if (name.length > 2) seats.set(`${countries.get(city.alpha2)} ${foldName(name)}`, city);
    }
  }
  for (const city of smallestFirst.filter(isSeat))
    seats.set(`${countries.get(city.alpha2)} ${foldName(city.ascii)}`, city);
  return seats;
}

/** Countries whose place names bear the Arabic article. */
function arabicCountries(cities: readonly City[]): string[] {
  const share = new Map<string, { all: number; article: number }>();
  for (const city of cities) {
    const count = share.get(city.alpha2) ?? { all: 0, article: 0 };
    count.all++;
    const folded = foldName(city.ascii);
    if (dropArticle(folded) !== folded && /^a[dlnrstz]h? /.test(folded)) count.article++;
    share.set(city.alpha2, count);
  }
  return [...share].filter(([, count]) => count.article * 10 > count.all).map(([alpha2]) => alpha2);
}

function collectNames(places: readonly Entry[], arabic: ReadonlySet<string>): Name[] {
  const names = new Map<string, Map<number, boolean>>();
  const add = (key: string, place: number, weak: boolean) => {
    if (key === "") return;
    const bearers = names.get(key) ?? new Map<number, boolean>();
    bearers.set(place, weak && (bearers.get(place) ?? true));
    names.set(key, bearers);
  };
  for (const [place, entry] of places.entries()) {
    for (const [key, weak] of keysOf(entry, arabic.has(entry.alpha2))) add(key, place, weak);
  }
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, bearers]) => ({ key, bearers: [...bearers].map(([place, weak]) => ({ place, weak })) }));
}

/** Folded names of a place, and whether each is only another spelling. */
function keysOf({ names, spellings }: Entry, isArabic: boolean): [string, boolean][] {
  const keys = [
    ...names.map((name): [string, boolean] => [foldName(name), false]),
    ...spellings.map((name): [string, boolean] => [foldName(name), true]),
  ];
  if (!isArabic) return keys;
  const bare = keys.map(([key, weak]): [string, boolean] => [dropArticle(key), weak || dropArticle(key).length < 4]);
  return [...keys, ...bare];
}
