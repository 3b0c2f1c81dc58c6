/** Names of more than one country ("Congolese"), and what in a report tells which one is meant. */
import { cellOf, listOf, type Row, type Table, tableFault } from "../assets/index.js";
import { indexNames, type NameIndex } from "./name-index.js";
import type { Country } from "./name-knowledge.js";

/** One country that such a name may stand for. */
export interface NameSense {
  /** The noun of the name, whatever its form: "Korea" for "Korean". */
  readonly noun: string;
  /** ISO 3166 code of the country, or of a division that has a country's name: "US-GA". */
  readonly code: string;
  /** A division's is its state under the division's name, status "division": "the governor of Georgia" is American. */
  readonly country: Country;
  /** Whether it is meant where nothing tells, by the usage of news agencies: "Congo" alone is COD. */
  readonly isTaken: boolean;
  /** Codes of countries that lie near it and not near the others. */
  readonly near: readonly string[];
}

export interface AmbiguousNames {
  readonly senses: ReadonlyMap<string, readonly NameSense[]>;
  /** Names of all of them at once: "Koreas". */
  readonly together: ReadonlyMap<string, readonly Country[]>;
  /** Towns, bodies and the like that lie in one of them alone. */
  readonly signs: NameIndex<string>;
}

/** Reads and checks the table; throws AssetError that names file and line. */
export function readAmbiguousNames(table: Table, byCode: ReadonlyMap<string, Country>): AmbiguousNames {
  const senses = new Map<string, NameSense[]>();
  const together = new Map<string, Country[]>();
  const signs: [string, string][] = [];
  for (const row of table.rows) {
    const code = cellOf(table, row, "code");
    const country = countryOf(table, row, byCode);
    const taken = listOf(table, row, "taken");
    const near = listOf(table, row, "near");
    const all = listOf(table, row, "names");
    for (const name of all) {
      const sense = { noun: all[0]!, code, country, isTaken: taken.includes(name), near };
      senses.set(name, [...(senses.get(name) ?? []), sense]);
    }
    for (const name of listOf(table, row, "together")) together.set(name, [...(together.get(name) ?? []), country]);
    for (const sign of listOf(table, row, "signs")) signs.push([sign, code]);
  }
  return { senses: withCapitals(senses), together, signs: indexNames(signs) };
}

function countryOf(table: Table, row: Row, byCode: ReadonlyMap<string, Country>): Country {
  const within = cellOf(table, row, "within");
  if (within !== "") return divisionOf(listOf(table, row, "names"), within);
  const country = byCode.get(cellOf(table, row, "code"));
  if (!country) throw tableFault(table, row, "names no country of countries.tsv");
  return country;
}

function divisionOf(names: readonly string[], code: string): Country {
  return { name: names[0]!, code, status: "division", names, adjectives: [], capitals: [] };
}

/** The names in capitals too: "CONGO" is as doubtful as "Congo". */
function withCapitals(senses: ReadonlyMap<string, readonly NameSense[]>): Map<string, readonly NameSense[]> {
  return new Map([...senses].flatMap(([name, all]) => [[name, all] as const, [name.toUpperCase(), all] as const]));
}
