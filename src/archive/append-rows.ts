/** Appends rows to tables in whole chunks. */
import type { DuckDBAppender } from "@duckdb/node-api";
import type { Database } from "./database.js";
import { type Plain, toDuck } from "./plain-values.js";

/** One row, its values in the order of the table's columns. */
export type Row = readonly Plain[];

/** Rows for several tables, in the order in which they came. */
export type Rows = Map<string, Row[]>;

/** DuckDB's vectors hold so many values. */
const CHUNK = 2048;

/** Adds rows to those for a table. */
export function addRows(rows: Rows, table: string, more: readonly Row[]): void {
  const there = rows.get(table);
  if (there) for (const row of more) there.push(row);
  else rows.set(table, [...more]);
}

/** Appends all rows within the connection's transaction. */
export async function appendRows(database: Database, rows: Rows): Promise<void> {
  for (const [table, more] of rows) {
    if (more.length === 0) continue;
    const appender = await database.connection.createAppender(table, "store");
    for (let from = 0; from < more.length; from += CHUNK)
      appendChunk(database, appender, more.slice(from, from + CHUNK));
    appender.closeSync();
  }
}

function appendChunk({ duck }: Database, appender: DuckDBAppender, rows: readonly Row[]): void {
  const types = Array.from({ length: appender.columnCount }, (_, column) => appender.columnType(column));
  const chunk = duck.DuckDBDataChunk.create(types, rows.length);
  for (const [column, type] of types.entries()) {
    const values = rows.map((row) => toDuck(duck, row[column] ?? null, type));
    chunk.setColumnValues(column, values);
  }
  appender.appendDataChunk(chunk);
}
