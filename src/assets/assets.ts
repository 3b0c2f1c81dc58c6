/** What the engine knows before it reads: tables, gazetteer and weights, as loaded and checked. */
import { AssetError } from "../errors.js";

/** One line of a table in `data/`, with its line number there, so that a fault can be found. */
export interface Row {
  readonly line: number;
  /** Cells by column name; a cell that was left out is the empty string. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Table {
  /** Path under `data/` without its ending: `"countries"`, `"events/predicates"`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface Assets {
  /** First eight hex digits of the SHA-256 over all assets; part of every reading's `engine`. */
  readonly hash: string;
  readonly tables: ReadonlyMap<string, Table>;
  /** Weights of the language layer, as in `models/`. */
  readonly model: Uint8Array;
  /** Weights of the judge of event types, as in `models/`; no bytes where there are none. */
  readonly judge: Uint8Array;
  /** Weights that tell where sentences end, as in `models/`. */
  readonly splitting: Uint8Array;
  /** Weights of the statements layer, as in `models/`; empty where there are none. */
  readonly attribution: Uint8Array;
  /** Weights that tell English from other languages, as in `models/`. */
  readonly english: Uint8Array;
  /** Populated places, as `scripts/compile-gazetteer.ts` packs them. */
  readonly gazetteer: Uint8Array;
}

/** The table of that name; an AssetError where the package lacks it. */
export function tableOf(assets: Pick<Assets, "tables">, name: string): Table {
  const table = assets.tables.get(name);
  if (!table) throw new AssetError("asset-missing", `no table "${name}" among the assets`, 'Run "npm run data".');
  return table;
}

/** A cell of a column that the table must have; an AssetError names file and line where it has not. */
export function cellOf(table: Table, row: Row, column: string): string {
  const cell = row.cells[column];
  if (cell === undefined) throw tableFault(table, row, `has no column "${column}"`);
  return cell;
}

/** A cell that holds a list, parted by `|`; an empty cell is an empty list. */
export function listOf(table: Table, row: Row, column: string): readonly string[] {
  const cell = cellOf(table, row, column);
  return cell === "" ? [] : cell.split("|");
}

/** The error for a faulty line of a table. */
export function tableFault(table: Table, row: Row | null, message: string): AssetError {
  const where = `data/${table.name}.tsv${row ? `:${row.line}` : ""}`;
  return new AssetError("table-malformed", `${where}: ${message}`, "Mend that line.");
}
