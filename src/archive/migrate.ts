/** Brings an archive to the present version, all steps in one transaction, so that a kill leaves the old version. */
import { appendRows, type Row } from "./append-rows.js";
import type { Database } from "./database.js";
import { dealingsOf, pairKey } from "./dealings.js";
import { findRows } from "./query-rows.js";
import { missingStatements, SCHEMA_VERSION, TABLES, tableStatements } from "./schema.js";
import { inTransaction } from "./transaction.js";
import { viewStatements } from "./views.js";

/** `version` is null for an empty database, which gets all tables. */
export async function migrate(database: Database, version: number | null): Promise<void> {
  const { connection } = database;
  await inTransaction(database, async () => {
    for (const statement of version === null ? tableStatements() : missingStatements()) await connection.run(statement);
    if (version !== null && version < 4) await toFourth(database);
    for (const statement of viewStatements()) await connection.run(statement);
    await connection.run("DELETE FROM store.meta WHERE key = 'schema'");
    await connection.run("INSERT INTO store.meta VALUES ('schema', $1)", [String(SCHEMA_VERSION)]);
  });
}

/** Events get the day that they are listed under; what they are searched by gets their codes; acts are gathered anew. */
async function toFourth(database: Database): Promise<void> {
  const { connection } = database;
  await connection.run("ALTER TABLE store.events ADD COLUMN listed DATE");
  await connection.run("ALTER TABLE store.events ADD COLUMN listed_end DATE");
  await connection.run(`UPDATE store.events e SET listed = coalesce(e.day, r.day), listed_end = coalesce(e.day_end, r.day)
    FROM store.reports r WHERE r.report = e.report`);
  await connection.run("ALTER TABLE store.sides RENAME TO sides_before");
  await connection.run(`CREATE TABLE store.sides (${TABLES.sides})`);
  await connection.run(`INSERT INTO store.sides SELECT s.report, s.event, s.side, s.i, s.entity, s.actor, s.country, e."type",
      e.quad, e.status, e.confidence, e.listed, e.listed_end
    FROM store.sides_before s JOIN store.events e ON e.report = s.report AND e.n = s.event ORDER BY s.report, s.event`);
  await connection.run("DROP TABLE store.sides_before");
  await connection.run("DROP TABLE store.pairs");
  await fillPairs(database);
  await connection.run("INSERT INTO store.heads SELECT ('0x' || hex(key)[1:16])::UBIGINT, report FROM store.reports");
  // What an older version gathered has no signs and no dealings: all is gathered anew.
  await connection.run("DELETE FROM store.meta WHERE key = 'gathered'");
  await connection.run(`INSERT INTO store.meta SELECT 'unsorted reports', count(*)::VARCHAR FROM store.reports`);
}

/** Reports whose pairs are made at once. */
const STEP = 20_000;

interface Sided {
  readonly report: number;
  readonly event: number;
  readonly type: string;
  readonly actors: readonly (string | null)[] | null;
  readonly recipients: readonly (string | null)[] | null;
}

/** Who deals with whom is told by one function alone, so the rows go through it. */
async function fillPairs(database: Database): Promise<void> {
  const { connection } = database;
  await connection.run(`CREATE TABLE store.pairs (${TABLES.pairs})`);
  await connection.run(
    "CREATE TABLE store.dealt (report UINTEGER, event UINTEGER, pair VARCHAR, a VARCHAR, b VARCHAR, mutual BOOLEAN)",
  );
  const [row] = await findRows<{ last: number | null }>(database, "SELECT max(report) AS last FROM store.reports", "");
  for (let from = 0; from <= (row!.last ?? 0); from += STEP) {
    const sql = `SELECT report, event, any_value("type") AS "type", list(country ORDER BY i) FILTER (side = 'actor') AS actors,
        list(country ORDER BY i) FILTER (side = 'recipient') AS recipients
      FROM store.sides WHERE report >= ${from} AND report < ${from + STEP} GROUP BY report, event ORDER BY report, event`;
    const rows = (await findRows<Sided>(database, sql, "")).flatMap(pairRows);
    await appendRows(database, new Map([["dealt", rows]]));
  }
  await connection.run(`INSERT INTO store.pairs SELECT d.*, e.key, e."type", e.quad, e.score, e.goldstein, e.status,
      e.confidence, e.date, e.day, e.day_end, e.statement, e.listed, e.listed_end
    FROM store.dealt d JOIN store.events e ON e.report = d.report AND e.n = d.event ORDER BY d.report, d.event`);
  await connection.run("DROP TABLE store.dealt");
}

function pairRows({ report, event, type, actors, recipients }: Sided): Row[] {
  const dealings = dealingsOf(type, actors ?? [], recipients ?? []);
  return dealings.map(({ a, b, mutual }) => [report, event, pairKey(a, b), a, b, mutual]);
}
