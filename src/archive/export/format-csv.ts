/** Rows as CSV that no spreadsheet takes for formulas. */
import type { FlatColumn } from "./flat-columns.js";

/** A header, then a line for each row, as RFC 4180 has it. */
export async function* formatCsv<Row>(
  rows: AsyncIterable<Row>,
  columns: readonly FlatColumn<Row>[],
): AsyncGenerator<string> {
  yield `${columns.map(({ name }) => name).join(",")}\r\n`;
  for await (const row of rows) yield `${columns.map(({ value }) => formatCell(value(row))).join(",")}\r\n`;
}

/** A text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers. */
export function formatCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
