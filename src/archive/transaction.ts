/** One transaction: all of it or nothing. */
import type { Database } from "./database.js";

/** Commits what `work` does, or takes it back and throws its error on. */
export async function inTransaction<Result>({ connection }: Database, work: () => Promise<Result>): Promise<Result> {
  await connection.run("BEGIN TRANSACTION");
  try {
    const result = await work();
    await connection.run("COMMIT");
    return result;
  } catch (error) {
    await connection.run("ROLLBACK").catch(() => undefined); // a failed COMMIT has ended it already
    throw error;
  }
}
