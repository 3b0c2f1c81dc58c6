/** Brings an archive to the present version, each step in the one transaction, so that a kill leaves the old version. */
import type { Database } from "./database.js";
import { missingStatements, SCHEMA_VERSION, tableStatements } from "./schema.js";
import { inTransaction } from "./transaction.js";
import { viewStatements } from "./views.js";

/** `version` is null for an empty database, which gets all tables; so far later versions have only added some. */
export async function migrate(database: Database, version: number | null): Promise<void> {
  await inTransaction(database, async () => {
    for (const statement of version === null ? tableStatements() : missingStatements()) {
      await database.connection.run(statement);
    }
    for (const statement of viewStatements()) await database.connection.run(statement);
    // What an older version gathered has no signs: all is gathered anew.
    await database.connection.run("DELETE FROM store.meta WHERE key IN ('schema', 'gathered')");
    await database.connection.run("INSERT INTO store.meta VALUES ('schema', $1)", [String(SCHEMA_VERSION)]);
  });
}
