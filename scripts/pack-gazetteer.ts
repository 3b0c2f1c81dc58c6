/** Writes the packed gazetteer, byte by byte as `src/places/gazetteer.ts` reads it. */
import {
  DEGREE_UNITS,
  GAZETTEER_MAGIC,
  GAZETTEER_VERSION,
  HEADER_WORDS,
  NAMES_IN_BLOCK,
  PLACE_BYTES,
  SIZE_STEPS,
} from "../src/places/index.js";
import type { Entry } from "./choose-places.js";

/** One folded name and the places that bear it; `weak` where it is none of their first names. */
export interface Name {
  readonly key: string;
  readonly bearers: readonly { readonly place: number; readonly weak: boolean }[];
}

/** What is packed: places largest first, names in order, alpha-3 codes by alpha-2, and names of divisions by code. */
export interface Contents {
  readonly places: readonly Entry[];
  readonly names: readonly Name[];
  readonly countries: ReadonlyMap<string, string>;
  readonly divisions: ReadonlyMap<string, string>;
}

/** The bytes: header, offsets of the blocks of names, places, texts, names. */
export function packGazetteer({ places, names, countries, divisions }: Contents): Uint8Array {
  const text = new TextEncoder().encode(`${[...countries.values()].join("\t")}\n${[...divisions.values()].join("\t")}`);
  const packed = packNames(names);
  const header = HEADER_WORDS * 4;
  const placesAt = header + packed.blocks.length * 4;
  const textAt = placesAt + places.length * PLACE_BYTES;
  const namesAt = textAt + text.length;
  const bytes = new Uint8Array(namesAt + packed.bytes.length);
  const view = new DataView(bytes.buffer);
  const words = [GAZETTEER_MAGIC, GAZETTEER_VERSION, places.length, packed.blocks.length, text.length, names.length];
  for (const [i, word] of words.entries()) view.setUint32(i * 4, word, true);
  for (const [i, block] of packed.blocks.entries()) view.setUint32(header + i * 4, block, true);
  packPlaces(view, placesAt, places, [...countries.keys()], [...divisions.keys()]);
  bytes.set(text, textAt);
  bytes.set(packed.bytes, namesAt);
  return bytes;
}

function packPlaces(
  view: DataView,
  placesAt: number,
  places: readonly Entry[],
  countries: readonly string[],
  divisions: readonly string[],
): void {
  const divisionAt = new Map(divisions.map((code, i) => [code, i]));
  for (const [i, place] of places.entries()) {
    const at = placesAt + i * PLACE_BYTES;
    view.setUint32(at, place.id, true);
    writeDegrees(view, at + 4, place.lat + 90);
    writeDegrees(view, at + 7, place.lon + 180);
    view.setUint16(at + 10, (divisionAt.get(place.division) ?? -1) + 1, true);
    view.setUint8(at + 12, countries.indexOf(place.alpha2));
    view.setUint8(at + 13, Math.min(255, Math.round(Math.log10(place.people + 1) * SIZE_STEPS)));
    view.setUint8(at + 14, place.kind);
  }
}

function writeDegrees(view: DataView, at: number, degrees: number): void {
  const units = Math.round(degrees * DEGREE_UNITS);
  view.setUint16(at, units & 0xffff, true);
  view.setUint8(at + 2, units >> 16);
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
    const shared = sharedLength(previous, key);
    out.varint(shared);
    out.varint(key.length - shared);
    out.ascii(key.slice(shared));
    packBearers(out, bearers);
    previous = key;
  }
  return { bytes: Uint8Array.from(out.bytes), blocks };
}

function packBearers(out: Writer, bearers: Name["bearers"]): void {
  out.varint(bearers.length);
  let last = 0;
  for (const { place, weak } of bearers) {
    out.varint((place - last) * 2 + Number(weak));
    last = place;
  }
}

function sharedLength(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared;
}
