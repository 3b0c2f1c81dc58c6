/** What splitting a text into words and sentences knows: abbreviations, prefixes, units, and where sentences end. */
import { cellOf, type Table, tableFault, tableOf } from "../assets/index.js";
import { type BreakModel, readBreakModel } from "./break-model.js";

/** What must follow a form for it to be an abbreviation. */
export type Follow = "any" | "capital" | "digit" | "small";

/** A word that is two written as one. */
export interface Fused {
  /** Where the second begins, in UTF-16 units. */
  readonly at: number;
  /** What must follow: nothing (an empty string), `small` for any word in small letters, or words parted by spaces. */
  readonly next: string;
}

export interface SplittingRules {
  /** Abbreviations with their full stop. */
  readonly abbreviations: ReadonlyMap<string, Follow>;
  /** Lower-case forms that are two words. */
  readonly fused: ReadonlyMap<string, Fused>;
  /** Lower-case prefixes that a hyphen does not part from the next word. */
  readonly prefixes: ReadonlySet<string>;
  /** Lower-case units that are words of their own when written after a number. */
  readonly units: ReadonlySet<string>;
  /** Words that begin a sentence even after an abbreviation. */
  readonly starters: ReadonlySet<string>;
  /** Where sentences end, as learnt. */
  readonly breaks: BreakModel;
}

const FOLLOWS: readonly string[] = ["any", "capital", "digit", "small"];

/** Reads the five tables; throws AssetError where one lacks or has an unknown `follow`. */
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
  const fused = tableOf({ tables }, "language-fused");
  const fusedOf = (row: (typeof fused.rows)[number]): [string, Fused] => [
    cellOf(fused, row, "form"),
    { at: cellOf(fused, row, "parts").indexOf(" "), next: cellOf(fused, row, "next") },
  ];
  return {
    abbreviations: new Map(abbreviations.rows.map((row) => [cellOf(abbreviations, row, "form"), follow(row)])),
    fused: new Map(fused.rows.map(fusedOf)),
    prefixes: column("language-prefixes", "prefix"),
    units: column("language-units", "unit"),
    starters: column("language-starters", "word"),
    breaks: readBreakModel(tableOf({ tables }, "language-breaks")),
  };
}
