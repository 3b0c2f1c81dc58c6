/** Gathers the tellings of an archive into occurrences and keeps them. */

import {
  type Decisions,
  gatherActs,
  makeOccurrences,
  signOf,
  type TellingPair,
  tellingKey,
} from "../../occurrences/index.js";
import type { EventType } from "../../reading/index.js";
import { appendRows, type Rows } from "../append-rows.js";
import type { Database } from "../database.js";
import { summariseWorld } from "../overview/summarise-world.js";
import { findRows } from "../query-rows.js";
import { summarisePairs } from "../relations/summarise-pairs.js";
import { noteUnsorted } from "../sorted-tables.js";
import { inTransaction } from "../transaction.js";
import { addOccurrence, addSign, clearActs, findKeys } from "./file-occurrences.js";
import { type FiledSign, findNeighbourhood, findSigns, MANY } from "./find-neighbourhood.js";
import { type FiledAct, findTold } from "./find-told.js";
import { findDecisions } from "./keep-decision.js";

export interface Gathering {
  /** Reports whose events had not been gathered yet. */
  readonly reports: number;
  readonly tellings: number;
  readonly occurrences: number;
}

/** What is gathered: what has come since the last time, everything anew, or what lies around two tellings. */
export type Scope = "new" | "all" | TellingPair;

/** Where more of the events than this part are new, all are gathered anew. */
const MUCH = 0.25;

/**
 * Gathers in the one transaction. Only the neighbours of what is new are gathered again; the result is that of gathering
 * everything anew, but for the keys, which stay with their tellings.
 */
export async function gatherArchive(database: Database, path: string, scope: Scope): Promise<Gathering> {
  return inTransaction(database, async () => {
    const { last, known } = await findProgress(database, path);
    const decisions = await findDecisions(database, path);
    const isWhole = scope === "all" || known === 0 || (await isMuch(database, path, known));
    if (isWhole || !(await gatherAround(database, path, known, scope, decisions)))
      await gatherAll(database, path, decisions);
    await summarisePairs(database, path);
    await summariseWorld(database);
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

async function isMuch(database: Database, path: string, since: number): Promise<boolean> {
  const sql = "SELECT count(*) AS all, count(*) FILTER (report > $since) AS fresh FROM store.events";
  const [count] = await findRows<{ all: number; fresh: number }>(database, sql, path, { since });
  return count!.fresh > Math.min(MANY, MUCH * count!.all);
}

/** Type by type, which needs less memory: acts of two types never are one. */
async function gatherAll(database: Database, path: string, decisions: Decisions): Promise<void> {
  await database.connection.run("DELETE FROM store.signs");
  const sql = `SELECT "type" FROM store.events UNION SELECT "type" FROM store.acts ORDER BY ALL`;
  for (const { type } of await findRows<{ type: EventType }>(database, sql, path)) {
    const choice = { type };
    const known = await findKeys(database, path, choice);
    const told = await findTold(database, choice, path);
    await clearActs(database, choice);
    const rows: Rows = new Map();
    for (const each of told) addSign(rows, each, signOf(each));
    addActs(rows, told, decisions, known);
    await appendRows(database, rows);
    await noteUnsorted(database, "acts", rows.get("acts")?.length ?? 0);
  }
}

/** False, with nothing done but the signs of what is new, where there are too many neighbours. */
async function gatherAround(
  database: Database,
  path: string,
  since: number,
  scope: Scope,
  decisions: Decisions,
): Promise<boolean> {
  const fresh = await findTold(database, { since }, path);
  const signs: Rows = new Map();
  const start: FiledSign[] = [];
  for (const { number, n, ...told } of fresh) {
    const sign = signOf(told);
    if (sign === null) continue;
    start.push({ number, n, ...sign });
    addSign(signs, { number, n }, sign);
  }
  await appendRows(database, signs);
  if (typeof scope !== "string") start.push(...(await findSigns(database, path, scope)));
  if (start.length === 0) return true;
  const near = await findNeighbourhood(database, path, start, decisions.joined);
  if (near.length > MANY) return false;
  const choice = { reports: near.map(({ number }) => number), events: near.map(({ n }) => n) };
  const known = await findKeys(database, path, choice);
  const told = await findTold(database, choice, path);
  await clearActs(database, choice);
  const rows: Rows = new Map();
  addActs(rows, told, decisions, known);
  await appendRows(database, rows);
  await noteUnsorted(database, "acts", rows.get("acts")?.length ?? 0);
  return true;
}

function addActs(
  rows: Rows,
  told: readonly FiledAct[],
  decisions: Decisions,
  known: ReadonlyMap<string, string>,
): void {
  const filed = new Map(told.map((each) => [tellingKey(each), each]));
  for (const occurrence of makeOccurrences(gatherActs(told, decisions), known)) addOccurrence(rows, occurrence, filed);
}
