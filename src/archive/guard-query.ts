/** Lets through questions alone: one statement that reads. */
import { ArchiveError } from "../errors.js";
import type { Asked } from "./query-rows.js";

/** Throws ArchiveError `query-refused` for whatever changes something, and `query-failed` for what is no SQL. */
export async function demandQuestion({ duck, connection }: Asked, sql: string): Promise<void> {
  const statements = await extract(connection, sql);
  if (statements.count !== 1) throw refuse(`${statements.count} statements are given`, "Give one query at a time.");
  const { statementType } = await prepare(statements);
  const { StatementType } = duck;
  if (statementType === StatementType.SELECT || statementType === StatementType.EXPLAIN) return;
  const name = StatementType[statementType] ?? "this statement";
  throw refuse(`${name} is no question`, "Only SELECT and EXPLAIN are run: the archive is read-only here.");
}

async function extract(connection: Asked["connection"], sql: string) {
  try {
    return await connection.extractStatements(sql);
  } catch (error) {
    throw failed(error);
  }
}

async function prepare(statements: Awaited<ReturnType<typeof extract>>) {
  try {
    return await statements.prepare(0);
  } catch (error) {
    throw failed(error);
  }
}

function failed(error: unknown): ArchiveError {
  const words = error instanceof Error ? error.message : String(error);
  const isForbidden = /permission error|disabled by configuration|configuration has been locked|read-only mode/i.test(
    words,
  );
  const message = /native callback/.test(words) ? "this is no query" : words.trim().replace(/\n{2,}/g, "\n");
  if (isForbidden) throw refuse(message.split("\n")[0]!, "A query reads the archive's views and nothing else.");
  return new ArchiveError("query-failed", message, "The views are listed in docs/archive.md.", { cause: error });
}

function refuse(message: string, remedy: string): ArchiveError {
  return new ArchiveError("query-refused", message, remedy);
}
