/** Reads a tab-separated table of `data/`: header first, one entry a line, no comments. */
import { AssetError } from "../errors.js";
import type { Row, Table } from "./assets.js";

/** The table that the text holds. Throws an AssetError that names the first line with too many cells. */
export function parseTable(name: string, text: string): Table {
  const lines = text.split("\n");
  const columns = (lines[0] ?? "").split("\t");
  const rows: Row[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line === "") continue;
    rows.push({ line: i + 1, cells: parseRow(name, columns, line, i + 1) });
  }
  return { name, columns, rows };
}

function parseRow(name: string, columns: readonly string[], line: string, number: number): Record<string, string> {
  const cells = line.split("\t");
  if (cells.length > columns.length) {
    throw new AssetError(
      "table-malformed",
      `data/${name}.tsv:${number}: ${cells.length} cells under ${columns.length} columns`,
      "Remove the surplus tab, or name the column in the header.",
    );
  }
  const row: Record<string, string> = Object.create(null);
  for (const [i, column] of columns.entries()) row[column] = cells[i] ?? "";
  return row;
}
