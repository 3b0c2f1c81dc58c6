/** A country by any of its names, and the nearest one where there is none. */
import type { Assets } from "../assets/index.js";
import { tableOf } from "../assets/index.js";
import { ArchiveError } from "../errors.js";

export interface Countries {
  /** The code of a country by code or name; throws ArchiveError "filter-unknown" that names the nearest. */
  readonly find: (name: string) => string;
  /** The name of a code; the code itself where it has none. */
  readonly nameOf: (code: string) => string;
}

/** PLOVER's codes for those who are no country. */
const INTERNATIONAL: Readonly<Record<string, string>> = {
  IGO: "international organisations",
  UNO: "United Nations",
  EUR: "European Union",
  NGO: "non-governmental organisations",
  ISM: "Islamic movements",
  IMG: "international militant groups",
  MNC: "companies",
};

export function loadCountries(assets: Pick<Assets, "tables">): Countries {
  const codes = new Map<string, string>();
  const names = new Map<string, string>(Object.entries(INTERNATIONAL));
  for (const [code, name] of names) for (const key of [code, name]) codes.set(fold(key), code);
  for (const { cells } of tableOf(assets, "countries").rows) {
    const { name = "", code = "", names: others = "", status } = cells;
    if (status !== "dependency" && status !== "partial" && !names.has(code)) names.set(code, name);
    for (const key of [name, ...others.split("|")]) if (key !== "" && !codes.has(fold(key))) codes.set(fold(key), code);
  }
  for (const code of names.keys()) codes.set(fold(code), code);
  return {
    find: (name) => codes.get(fold(name)) ?? unknown(name, codes, names),
    nameOf: (code) => names.get(code) ?? code,
  };
}

function unknown(name: string, codes: ReadonlyMap<string, string>, names: ReadonlyMap<string, string>): never {
  const code = codes.get(nearest(fold(name), [...codes.keys()])) ?? "";
  const remedy = `Give a country's code or name; the nearest is ${code} (${names.get(code) ?? code}).`;
  throw new ArchiveError("filter-unknown", `no country is called "${name}"`, remedy);
}

function fold(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** The key with the fewest letters to change. */
export function nearest(name: string, keys: readonly string[]): string {
  const short = name.slice(0, 40);
  let best = { key: "", distance: Number.POSITIVE_INFINITY };
  for (const key of keys) {
    const distance = distanceOf(short, key);
    if (distance < best.distance) best = { key, distance };
  }
  return best.key;
}

/** Levenshtein's distance. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next[j] = Math.min(change, row[j]! + 1, next[j - 1]! + 1);
    }
    row = next;
  }
  return row.at(-1)!;
}
