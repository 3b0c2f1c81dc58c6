/** What people joined and split, kept by telling. */
import type { Decisions, TellingPair } from "../../occurrences/index.js";
import type { Database } from "../database.js";
import { findRows } from "../query-rows.js";
import { inTransaction } from "../transaction.js";

export async function findDecisions(database: Database, path: string): Promise<Decisions> {
  const sql = "SELECT kind, one, other FROM store.decisions ORDER BY n";
  const rows = await findRows<{ kind: string; one: string; other: string }>(database, sql, path);
  const pairsOf = (kind: string): TellingPair[] =>
    rows.filter((row) => row.kind === kind).map(({ one, other }) => [one, other] as const);
  return { joined: pairsOf("join"), split: pairsOf("split") };
}

/** Keeps what somebody decided; of two decisions on the same tellings the later one holds. */
export async function keepDecision(
  database: Database,
  path: string,
  kind: "join" | "split",
  [one, other]: TellingPair,
): Promise<void> {
  await inTransaction(database, async () => {
    const both = { one, other };
    const same = "(one = $one AND other = $other) OR (one = $other AND other = $one)";
    await database.connection.run(`DELETE FROM store.decisions WHERE ${same}`, both);
    const sql = "SELECT coalesce(max(n), 0) + 1 AS n FROM store.decisions";
    const [row] = await findRows<{ n: number }>(database, sql, path);
    await database.connection.run("INSERT INTO store.decisions VALUES ($n, $kind, $one, $other)", {
      ...both,
      kind,
      n: row!.n,
    });
  });
}
