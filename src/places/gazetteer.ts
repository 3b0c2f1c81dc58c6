/** Reads the packed gazetteer: populated places by folded name, decoded only where a text asks for them. */
import { AssetError } from "../errors.js";
import {
  DEGREE_UNITS,
  GAZETTEER_MAGIC,
  GAZETTEER_VERSION,
  HEADER_WORDS,
  KIND,
  NAMES_IN_BLOCK,
  PLACE_BYTES,
  SIZE_STEPS,
} from "./gazetteer-format.js";

/** One populated place or division. */
export interface Town {
  /** GeoNames id, null for divisions. */
  readonly geonames: number | null;
  readonly latitude: number;
  readonly longitude: number;
  /** Common logarithm of the inhabitants to one decimal, 0 where unknown. */
  readonly size: number;
  /** Alpha-3 code. */
  readonly country: string;
  /** English name of the first-level division, where known. */
  readonly division: string | null;
  readonly kind: keyof typeof KIND;
  /** The name asked for is only another spelling of the place's name. */
  readonly weak: boolean;
}

/** A gazetteer that is searched in its packed form. */
export interface Gazetteer {
  /** Places of that folded name, the largest first; empty where there is none. */
  find(key: string): readonly Town[];
}

interface Layout {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly blocks: number;
  readonly placesAt: number;
  readonly namesAt: number;
  readonly countries: readonly string[];
  readonly divisions: readonly string[];
}

const KINDS = Object.keys(KIND) as Town["kind"][];

/** Checks the header; an empty gazetteer knows no town. Throws AssetError where the format is another. */
export function readGazetteer(bytes: Uint8Array): Gazetteer {
  if (bytes.length === 0) return { find: () => [] };
  const layout = readLayout(bytes);
  return { find: (key) => findTowns(layout, key) };
}

function readLayout(bytes: Uint8Array): Layout {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (i: number) => (bytes.length >= HEADER_WORDS * 4 ? view.getUint32(i * 4, true) : 0);
  if (word(0) !== GAZETTEER_MAGIC || word(1) !== GAZETTEER_VERSION) {
    throw new AssetError("asset-format", "gazetteer.bin is of another format", 'Run "npm run data".');
  }
  const placesAt = HEADER_WORDS * 4 + word(3) * 4;
  const textAt = placesAt + word(2) * PLACE_BYTES;
  const namesAt = textAt + word(4);
  const [countries = "", divisions = ""] = new TextDecoder().decode(bytes.subarray(textAt, namesAt)).split("\n");
  return {
    bytes,
    view,
    blocks: word(3),
    placesAt,
    namesAt,
    countries: countries.split("\t"),
    divisions: divisions.split("\t"),
  };
}

function findTowns(layout: Layout, key: string): Town[] {
  if (key === "" || layout.blocks === 0) return [];
  let low = 0;
  let high = layout.blocks - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstName(layout, middle) <= key) low = middle;
    else high = middle - 1;
  }
  return searchBlock(layout, low, key);
}

const blockAt = (layout: Layout, block: number) =>
  layout.namesAt + layout.view.getUint32((HEADER_WORDS + block) * 4, true);

function firstName(layout: Layout, block: number): string {
  const cursor = { at: blockAt(layout, block) };
  readVarint(layout.bytes, cursor);
  return readLetters(layout.bytes, cursor);
}

function searchBlock(layout: Layout, block: number, key: string): Town[] {
  const { bytes } = layout;
  const cursor = { at: blockAt(layout, block) };
  let name = "";
  for (let i = 0; i < NAMES_IN_BLOCK && cursor.at < bytes.length; i++) {
    const shared = readVarint(bytes, cursor);
    name = name.slice(0, shared) + readLetters(bytes, cursor);
    const bearers = readBearers(bytes, cursor);
    if (name === key) return bearers.map(({ place, weak }) => readTown(layout, place, weak));
    if (name > key) break;
  }
  return [];
}

interface Cursor {
  at: number;
}

function readVarint(bytes: Uint8Array, cursor: Cursor): number {
  let value = 0;
  for (let unit = 1; cursor.at < bytes.length; unit *= 128) {
    const byte = bytes[cursor.at++]!;
    value += (byte & 127) * unit;
    if (byte < 128) break;
  }
  return value;
}

function readLetters(bytes: Uint8Array, cursor: Cursor): string {
  const length = readVarint(bytes, cursor);
  let letters = "";
  for (let i = 0; i < length; i++) letters += String.fromCharCode(bytes[cursor.at++]!);
  return letters;
}

function readBearers(bytes: Uint8Array, cursor: Cursor): { place: number; weak: boolean }[] {
  const found: { place: number; weak: boolean }[] = [];
  let place = 0;
  for (let left = readVarint(bytes, cursor); left > 0; left--) {
    const packed = readVarint(bytes, cursor);
    place += packed >> 1;
    found.push({ place, weak: (packed & 1) === 1 });
  }
  return found;
}

function readTown({ view, placesAt, countries, divisions }: Layout, place: number, weak: boolean): Town {
  const at = placesAt + place * PLACE_BYTES;
  return {
    geonames: view.getUint32(at, true) || null,
    latitude: readDegrees(view, at + 4) - 90,
    longitude: readDegrees(view, at + 7) - 180,
    size: view.getUint8(at + 13) / SIZE_STEPS,
    country: countries[view.getUint8(at + 12)] ?? "",
    division: divisions[view.getUint16(at + 10, true) - 1] ?? null,
    kind: KINDS[view.getUint8(at + 14)] ?? "town",
    weak,
  };
}

function readDegrees(view: DataView, at: number): number {
  return (view.getUint16(at, true) + view.getUint8(at + 2) * 65536) / DEGREE_UNITS;
}
