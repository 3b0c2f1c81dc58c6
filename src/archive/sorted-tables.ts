/** Keeps what is searched most in the order in which it is searched, so that a search reads a few blocks of the file. */
import type { Database } from "./database.js";
import { findRows } from "./query-rows.js";
import { inTransaction } from "./transaction.js";

/** Tables of readings by their order. */
const OF_READINGS: Readonly<Record<string, string>> = {
  sides: "country, actor, listed, report, event",
  pairs: "pair, listed, report, event",
  heads: "head",
};
/** Acts by day, their sides by act, what tells of them by report: as they are looked up most. */
const OF_ACTS: Readonly<Record<string, string>> = {
  dealings: "a, b, day, act, n",
  acts: "day, act",
  act_sides: "act, side, n",
  tellings: "report, event",
};

/** DuckDB knows the bounds of so many rows at a time: fewer need no order. */
const ROW_GROUP = 122_880;
/** A table is sorted anew when one row of so many is out of order: each row is sorted some times, however long the table gets. */
const SHARE = 4;

/** Notes that so many reports, or acts, have come that stand behind the sorted ones. */
export async function noteUnsorted({ connection }: Database, what: "reports" | "acts", count: number): Promise<void> {
  const key = `unsorted ${what}`;
  const sql = "SELECT coalesce(sum(value::BIGINT), 0)::BIGINT FROM store.meta WHERE key = $1";
  const before = Number((await connection.runAndReadAll(sql, [key])).getRows()[0]![0]);
  await setUnsorted(connection, key, before + count);
}

async function setUnsorted(connection: Database["connection"], key: string, count: number): Promise<void> {
  await connection.run("DELETE FROM store.meta WHERE key = $1", [key]);
  await connection.run("INSERT INTO store.meta VALUES ($1, $2)", [key, String(count)]);
}

/** Sorts what has become too disorderly, in one transaction; what is asked finds the same before and after. */
export async function sortTables(database: Database, path: string): Promise<void> {
  await sortKind(database, path, "reports", OF_READINGS);
  await sortKind(database, path, "acts", OF_ACTS);
}

async function sortKind(
  database: Database,
  path: string,
  what: "reports" | "acts",
  orders: Readonly<Record<string, string>>,
): Promise<void> {
  const sql = `SELECT (SELECT count(*) FROM store.${what}) AS total,
    coalesce((SELECT value::BIGINT FROM store.meta WHERE key = 'unsorted ${what}'), 0) AS unsorted`;
  const [row] = await findRows<{ total: number; unsorted: number }>(database, sql, path);
  if (row!.unsorted * SHARE < row!.total || row!.unsorted === 0) return;
  await inTransaction(database, async () => {
    for (const [table, order] of Object.entries(orders)) await sortTable(database, path, table, order);
    await setUnsorted(database.connection, `unsorted ${what}`, 0);
  });
}

async function sortTable(database: Database, path: string, table: string, order: string): Promise<void> {
  const [row] = await findRows<{ count: number }>(database, `SELECT count(*) AS count FROM store.${table}`, path);
  if (row!.count <= ROW_GROUP) return;
  await database.connection.run(`CREATE TABLE store.sorted AS SELECT * FROM store.${table} ORDER BY ${order}`);
  await database.connection.run(`DROP TABLE store.${table}`);
  await database.connection.run(`ALTER TABLE store.sorted RENAME TO ${table}`);
}
