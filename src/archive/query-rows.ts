/** Runs queries and turns DuckDB's values into plain ones. */
import type { DuckDBResult, DuckDBType, DuckDBValue } from "@duckdb/node-api";
import type { Database, Duck } from "./database.js";
import { explainFailure } from "./explain-failure.js";

/** A row by its columns' names. */
export type PlainRow = Readonly<Record<string, unknown>>;

/** Values of `$name` in a query. */
export type Parameters = Readonly<Record<string, string | number | bigint | boolean | null | readonly number[]>>;

/** Where a query runs; the database's own connection where it must see what its transaction has written. */
export type Asked = Pick<Database, "duck" | "connection">;

/** The rows of a query as they come. */
export async function* streamRows<Row>(
  asked: Asked,
  sql: string,
  path: string,
  parameters: Parameters = {},
): AsyncGenerator<Row> {
  const { duck } = asked;
  const result = await start(asked, sql, path, parameters);
  const names = result.deduplicatedColumnNames();
  const types = result.columnTypes();
  let isOver = false;
  try {
    for (let chunk = await fetch(result, path); chunk && chunk.rowCount > 0; chunk = await fetch(result, path)) {
      for (const values of chunk.getRows()) {
        yield Object.fromEntries(names.map((name, i) => [name, toPlain(duck, values[i] ?? null, types[i]!)])) as Row;
      }
    }
    isOver = true;
  } finally {
    if (!isOver) await abandon(asked, result);
  }
}

/** Ends a query whose rows nobody wants any more: one half asked would hold the file open, and others off, until it is forgotten. */
async function abandon({ connection }: Asked, result: DuckDBResult): Promise<void> {
  connection.interrupt();
  try {
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk());
  } catch {
    // Interrupted, as it was to be.
  }
}

/** All rows of a query. */
export async function findRows<Row>(
  asked: Asked,
  sql: string,
  path: string,
  parameters: Parameters = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of streamRows<Row>(asked, sql, path, parameters)) rows.push(row);
  return rows;
}

async function start({ duck, connection }: Asked, sql: string, path: string, parameters: Parameters) {
  const values = Object.entries(parameters).map(([name, value]) => [
    name,
    Array.isArray(value) ? duck.listValue(value) : value,
  ]);
  try {
    return await connection.stream(sql, Object.fromEntries(values));
  } catch (error) {
    throw explainFailure(error, path);
  }
}

async function fetch(result: DuckDBResult, path: string) {
  try {
    return await result.fetchChunk();
  } catch (error) {
    throw explainFailure(error, path);
  }
}

/** Lists as arrays, structs as records, whole numbers as numbers where they fit, days and the like as their words. */
function toPlain(duck: Duck, value: DuckDBValue, type: DuckDBType): unknown {
  if (value === null || typeof value !== "object") {
    return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  if (value instanceof duck.DuckDBListValue) {
    const inner = (type as unknown as { valueType: DuckDBType }).valueType;
    return value.items.map((item) => toPlain(duck, item, inner));
  }
  if (value instanceof duck.DuckDBStructValue) {
    const { entryNames, entryTypes } = type as unknown as { entryNames: string[]; entryTypes: DuckDBType[] };
    const plain = (name: string, i: number) => toPlain(duck, value.entries[name] ?? null, entryTypes[i]!);
    return Object.fromEntries(entryNames.map((name, i) => [name, plain(name, i)]));
  }
  if (value instanceof duck.DuckDBBlobValue) return value.bytes;
  if (value instanceof duck.DuckDBDecimalValue) return value.toDouble();
  return String(value);
}
