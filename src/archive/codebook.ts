/** Which countries, types, modes and contexts there are, so that a filter with an unknown one is named, with the nearest. */
import { type Assets, cellOf, listOf, type Row, type Table, tableOf } from "../assets/index.js";
import { ArchiveError } from "../errors.js";
import type { Filter } from "./filter.js";
import { findNearest } from "./find-nearest.js";

export interface Codebook {
  /** Codes of countries by all their names, in small letters. */
  readonly countries: ReadonlyMap<string, string>;
  /** Names by code, PLOVER's international ones among them. */
  readonly names: ReadonlyMap<string, string>;
  readonly types: readonly string[];
  readonly modes: readonly string[];
  readonly contexts: readonly string[];
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
const STATUSES = ["actual", "historical", "future", "hypothetical", "negated"];

/** The codebook of the engine's own tables. */
export function createCodebook(tables: Assets["tables"]): Codebook {
  const table = tableOf({ tables }, "countries");
  const countries = codesOfCountries(table);
  for (const [code, name] of INTERNATIONAL) countries.set(name.toLowerCase(), code);
  const column = (name: string, head: string) => {
    const found = tableOf({ tables }, name);
    return [...new Set(found.rows.map((row) => cellOf(found, row, head)))];
  };
  return {
    countries,
    names: namesByCode(table),
    types: column("events/types", "type"),
    modes: column("events/modes", "mode"),
    contexts: column("events/contexts", "context"),
  };
}

/** The state's own name for each code; the first other one where no state has it. */
function namesByCode(table: Table): ReadonlyMap<string, string> {
  const names = new Map(INTERNATIONAL);
  for (const row of table.rows) {
    const code = cellOf(table, row, "code");
    if (cellOf(table, row, "status") === "state" || !names.has(code)) names.set(code, cellOf(table, row, "name"));
  }
  return names;
}

/** Codes by the names of states, then of whatever else has a code of its own; a dependency's name stands for no whole state. */
function codesOfCountries(table: Table): Map<string, string> {
  const names = new Map<string, string>();
  const owned = new Set<string>();
  const isState = (row: Row) => cellOf(table, row, "status") === "state";
  for (const row of [...table.rows.filter(isState), ...table.rows.filter((row) => !isState(row))]) {
    const code = cellOf(table, row, "code");
    if (!isState(row) && owned.has(code)) continue;
    owned.add(code);
    const all = [cellOf(table, row, "name"), ...listOf(table, row, "names"), ...listOf(table, row, "adjectives")];
    for (const name of all) if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), code);
  }
  return names;
}

/**
 * The filter with countries' names as their codes and types in capitals. Throws ArchiveError `filter-unknown` that names
 * what is unknown and what is nearest; names that are no country's stay, since anybody may be asked for.
 */
export function settleFilter(filter: Filter, codebook: Codebook): Filter {
  const { pair, type, mode, context, status, actor, recipient, claimedBy, place } = filter;
  const parties = { actor, recipient, claimedBy, place };
  const settled = Object.entries(parties).flatMap(([name, names]) =>
    names ? [[name, names.map((one) => settleParty(one, codebook))]] : [],
  );
  return {
    ...filter,
    ...Object.fromEntries(settled),
    ...(pair ? { pair: [settleCountry(pair[0], codebook), settleCountry(pair[1], codebook)] as const } : {}),
    ...(type ? { type: type.map((one) => demand(one.toUpperCase(), codebook.types, "type")) } : {}),
    ...(mode ? { mode: mode.map((one) => demand(one.toLowerCase(), codebook.modes, "mode")) } : {}),
    ...(context ? { context: context.map((one) => demand(one.toLowerCase(), codebook.contexts, "context")) } : {}),
    ...(status ? { status: status.map((one) => demand(one.toLowerCase(), STATUSES, "status")) } : {}),
  };
}

/** A country's code where the name is one's; three capitals must be a code. */
function settleParty(name: string, { countries, names }: Codebook): string {
  const code = countries.get(name.toLowerCase());
  if (code !== undefined) return code;
  const capitals = name.toUpperCase();
  if (names.has(capitals) && name.length === 3) return capitals;
  if (/^[A-Z]{3}$/.test(name))
    throw unknown(name, "country", findNearest(name, [...names.keys(), ...countries.keys()]));
  return name;
}

/** The code of a country by code or name; throws ArchiveError `filter-unknown` with the nearest. */
export function settleCountry(name: string, codebook: Codebook): string {
  const settled = settleParty(name, codebook);
  if (codebook.names.has(settled)) return settled;
  throw unknown(name, "country", findNearest(name, [...codebook.countries.keys(), ...codebook.names.keys()]));
}

function demand(value: string, known: readonly string[], what: string): string {
  if (known.includes(value)) return value;
  throw unknown(value, what, findNearest(value, known));
}

export function unknown(value: string, what: string, [nearest]: readonly string[]): ArchiveError {
  const remedy = nearest === undefined ? "Check the spelling." : `Did you mean "${nearest}"?`;
  return new ArchiveError("filter-unknown", `there is no ${what} "${value}"`, remedy);
}
