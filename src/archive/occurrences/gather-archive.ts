/** Gathers the tellings of an archive into occurrences and keeps them. */

import {
  type Decisions,
  gatherActs,
  type KnownKeys,
  makeOccurrences,
  type Occurrence,
  type TellingPair,
  tellingKey,
} from "../../occurrences/index.js";
import type { EventType } from "../../reading/index.js";
import { dayRange } from "../../times/index.js";
import { addRows, appendRows, type Row, type Rows } from "../append-rows.js";
import type { Database } from "../database.js";
import { findRows } from "../query-rows.js";
import { inTransaction } from "../transaction.js";
import { type FiledAct, findTold } from "./find-told.js";

export interface Gathering {
  /** Reports whose events had not been gathered yet. */
  readonly reports: number;
  readonly tellings: number;
  readonly occurrences: number;
}

const TABLES = ["acts", "act_sides", "tellings"] as const;

/**
 * Gathers anew the types of which reports have come since the last time, each in the one transaction; keys stay with their
 * tellings. `isForced` gathers all types, after a recoding or a decision.
 */
export async function gatherArchive(database: Database, path: string, isForced: boolean): Promise<Gathering> {
  return inTransaction(database, async () => {
    const { last, known } = await findProgress(database, path);
    const since = isForced ? 0 : known;
    const types = await findTypes(database, path, since);
    const decisions = await findDecisions(database, path);
    for (const type of types) await gatherType(database, path, type, decisions);
    await database.connection.run("DELETE FROM store.meta WHERE key = 'gathered'");
    await database.connection.run("INSERT INTO store.meta VALUES ('gathered', $1)", [String(last)]);
    const sql = "SELECT count(*) AS occurrences, coalesce(sum(tellings), 0)::BIGINT AS tellings FROM store.acts";
    const [counts] = await findRows<{ occurrences: number; tellings: number }>(database, sql, path);
    return { reports: last - known, ...counts! };
  });
}

/** How many reports the archive has that were not gathered yet. */
export async function countUngathered(database: Pick<Database, "duck" | "connection">, path: string): Promise<number> {
  const { last, known } = await findProgress(database, path);
  return last - known;
}

async function findProgress(database: Pick<Database, "duck" | "connection">, path: string) {
  const sql = `SELECT coalesce((SELECT max(report) FROM store.reports), 0) AS last,
    coalesce((SELECT value::BIGINT FROM store.meta WHERE key = 'gathered'), 0) AS known`;
  const [row] = await findRows<{ last: number; known: number }>(database, sql, path);
  return row!;
}

async function findTypes(database: Database, path: string, since: number): Promise<readonly EventType[]> {
  const sql = `SELECT DISTINCT "type" FROM store.events WHERE report > $since ORDER BY ALL`;
  const rows = await findRows<{ type: EventType }>(database, sql, path, { since });
  return rows.map(({ type }) => type);
}

async function gatherType(database: Database, path: string, type: EventType, decisions: Decisions): Promise<void> {
  const known = await findKeys(database, path, type);
  const told = await findTold(database, { type }, path);
  const filed = new Map(told.map((each) => [tellingKey(each), each]));
  const occurrences = makeOccurrences(gatherActs(told, decisions), known);
  const ofType = `act IN (SELECT act FROM store.acts WHERE "type" = $type)`;
  for (const table of [...TABLES].reverse()) {
    const where = table === "acts" ? `"type" = $type` : ofType;
    await database.connection.run(`DELETE FROM store.${table} WHERE ${where}`, { type });
  }
  const rows: Rows = new Map();
  for (const occurrence of occurrences) addOccurrence(rows, occurrence, filed);
  await appendRows(database, rows);
}

async function findKeys(database: Database, path: string, type: EventType): Promise<KnownKeys> {
  const sql = `SELECT t.report || ':' || t.event AS telling, t.occurrence AS key
    FROM tellings t JOIN occurrences o ON o.key = t.occurrence WHERE o."type" = $type`;
  const rows = await findRows<{ telling: string; key: string }>(database, sql, path, { type });
  return new Map(rows.map(({ telling, key }) => [telling, key]));
}

export async function findDecisions(database: Database, path: string): Promise<Decisions> {
  const sql = "SELECT kind, one, other FROM store.decisions ORDER BY n";
  const rows = await findRows<{ kind: string; one: string; other: string }>(database, sql, path);
  const pairsOf = (kind: string): TellingPair[] =>
    rows.filter((row) => row.kind === kind).map(({ one, other }) => [one, other] as const);
  return { joined: pairsOf("join"), split: pairsOf("split") };
}

function addOccurrence(rows: Rows, occurrence: Occurrence, filed: ReadonlyMap<string, FiledAct>): void {
  const act = BigInt(`0x${occurrence.key}`);
  addRows(rows, "acts", [actRow(act, occurrence)]);
  for (const side of ["actor", "recipient"] as const) {
    const parties = side === "actor" ? occurrence.actors : occurrence.recipients;
    addRows(
      rows,
      "act_sides",
      parties.map(({ key, country }, i) => [act, side, i + 1, BigInt(`0x${key}`), country]),
    );
  }
  addRows(
    rows,
    "tellings",
    occurrence.tellings.map((telling, i) => {
      const { number, n } = filed.get(tellingKey(telling))!;
      return [act, i + 1, number, n, telling.claim, [...telling.by], telling.chain];
    }),
  );
}

function actRow(act: bigint, occurrence: Occurrence): Row {
  const { type, modes, quad, score, goldstein, status, date, dateEnd, places, outlets, first, merged } = occurrence;
  const codes = [act, type, [...modes], quad, score, goldstein, status];
  const rest = [[...places], outlets, first, merged, occurrence.tellings.length];
  return [...codes, dayOf(date), dayOf(dateEnd), ...rest];
}

function dayOf(date: string | null): number | null {
  return date === null ? null : (dayRange(date)?.first ?? null);
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
