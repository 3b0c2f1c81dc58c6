/** What splitting a text into words and sentences knows: abbreviations, prefixes, units and words that begin sentences. */
import { cellOf, type Table, tableFault, tableOf } from "../assets/index.js";

/** What must follow a form for it to be an abbreviation. */
export type Follow = "any" | "capital" | "digit";

export interface SplittingRules {
  /** Abbreviations with their full stop. */
  readonly abbreviations: ReadonlyMap<string, Follow>;
  /** Lower-case prefixes that a hyphen does not part from the next word. */
  readonly prefixes: ReadonlySet<string>;
  /** Lower-case units that are words of their own when written after a number. */
  readonly units: ReadonlySet<string>;
  /** Words that begin a sentence even after an abbreviation. */
  readonly starters: ReadonlySet<string>;
}

const FOLLOWS: readonly string[] = ["any", "capital", "digit"];

/** Reads the four tables; throws AssetError where one lacks or has an unknown `follow`. */
export function readSplittingRules(tables: ReadonlyMap<string, Table>): SplittingRules {
  const column = (name: string, cell: string) => {
    const table = tableOf({ tables }, name);
    return new Set(table.rows.map((row) => cellOf(table, row, cell)));
  };
  const abbreviations = tableOf({ tables }, "abbreviations");
  const follow = (row: (typeof abbreviations.rows)[number]) => {
    const value = cellOf(abbreviations, row, "follow");
    if (!FOLLOWS.includes(value)) throw tableFault(abbreviations, row, `"${value}" is none of ${FOLLOWS.join(", ")}`);
    return value as Follow;
  };
  return {
    abbreviations: new Map(abbreviations.rows.map((row) => [cellOf(abbreviations, row, "form"), follow(row)])),
    prefixes: column("language-prefixes", "prefix"),
    units: column("language-units", "unit"),
    starters: column("language-starters", "word"),
  };
}
