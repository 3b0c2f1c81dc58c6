/** For tests: turns an archive of the present version into one as an older version would have left it. */
import { DuckDBInstance } from "@duckdb/node-api";

/** What the fourth version brought. */
const WITHOUT_FOURTH = [
  "ALTER TABLE store.events DROP COLUMN listed",
  "ALTER TABLE store.events DROP COLUMN listed_end",
  `CREATE TABLE store.sides_before AS SELECT s.report, s.event, s.side, s.i, s.entity, s.actor, s.country, e.day
    FROM store.sides s JOIN store.events e ON e.report = s.report AND e.n = s.event`,
  "DROP TABLE store.sides",
  "ALTER TABLE store.sides_before RENAME TO sides",
  "CREATE TABLE store.pairs_before AS SELECT report, event, a, b, mutual, day FROM store.pairs",
  "DROP TABLE store.pairs",
  "ALTER TABLE store.pairs_before RENAME TO pairs",
  ...["heads", "dealings", "summaries", "turns", "country_days", "spots", "spot_acts"].map(
    (table) => `DROP TABLE store.${table}`,
  ),
  "DELETE FROM store.meta WHERE starts_with(key, 'unsorted')",
];
const WITHOUT_THIRD = ["DROP TABLE store.signs"];
const WITHOUT_SECOND = ["segments", "postings", "lengths", "sketches"].map((table) => `DROP TABLE store.${table}`);

export async function makeOlder(path: string, version: 1 | 2 | 3): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  const views = await connection.runAndReadAll("SELECT view_name FROM duckdb_views() WHERE NOT internal");
  for (const [name] of views.getRows()) await connection.run(`DROP VIEW main.${name}`);
  for (const statement of [
    ...WITHOUT_FOURTH,
    ...(version < 3 ? WITHOUT_THIRD : []),
    ...(version < 2 ? WITHOUT_SECOND : []),
  ])
    await connection.run(statement);
  await connection.run("UPDATE store.meta SET value = $1 WHERE key = 'schema'", [String(version)]);
  await connection.run("CHECKPOINT");
  connection.closeSync();
  instance.closeSync();
}
