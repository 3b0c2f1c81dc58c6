/** Brings an archive to the present version, each step in the one transaction, so that a kill leaves the old version. */
import type { Database } from "./database.js";
import { SCHEMA_VERSION, tableStatements } from "./schema.js";
import { inTransaction } from "./transaction.js";
import { viewStatements } from "./views.js";

/** What leads from a version to the next one, by the version that it starts from. */
const STEPS: ReadonlyMap<number, readonly string[]> = new Map();

/** `version` is null for an empty database, which gets all tables. */
export async function migrate(database: Database, version: number | null): Promise<void> {
  await inTransaction(database, async () => {
    for (const statement of version === null ? tableStatements() : stepsFrom(version)) {
      await database.connection.run(statement);
    }
    for (const statement of viewStatements()) await database.connection.run(statement);
    await database.connection.run("DELETE FROM store.meta WHERE key = 'schema'");
    await database.connection.run("INSERT INTO store.meta VALUES ('schema', $1)", [String(SCHEMA_VERSION)]);
  });
}

function stepsFrom(version: number): string[] {
  const statements: string[] = [];
  for (let at = version; at < SCHEMA_VERSION; at++) statements.push(...(STEPS.get(at) ?? []));
  return statements;
}
