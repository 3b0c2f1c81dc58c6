/** Says of each pair of countries how they stand, once for all who ask: at the end of a gathering. */
import { roundNumber } from "../../reading/index.js";
import {
  DEFAULT_LINE,
  DEFAULT_TURNS,
  drawLine,
  findTurns,
  periodsOf,
  type RelationAct,
} from "../../relations/index.js";
import { formatDay } from "../../times/index.js";
import { VERSION } from "../../version.js";
import { appendRows } from "../append-rows.js";
import type { Database } from "../database.js";
import { findRows, streamRows } from "../query-rows.js";
import type { PairSummary } from "./all-pairs.js";
import { loadReports, type Turn } from "./ask-relation.js";
import { dayNumberOf, flowStart } from "./days.js";

/** Days of the archive's first and last report: what all lines are drawn between. */
interface Days {
  readonly first: number;
  readonly last: number;
}

interface PairAct {
  readonly a: string;
  readonly b: string;
  readonly key: string;
  readonly date: string;
  readonly quad: 1 | 2 | 3 | 4;
  readonly score: number;
  readonly goldstein: number | null;
  readonly tellings: number;
}

/** What else a summary hangs on: the version that drew the line, and its settings. */
const MADE_BY = JSON.stringify([VERSION, DEFAULT_LINE, DEFAULT_TURNS]);

/** A pair whose acts, or the archive's days, are not those that its summary was made of. */
const CHANGED = `CREATE OR REPLACE TEMP TABLE changed AS
  WITH now AS (SELECT a, b, $days || count(*) || ' ' || sum(hash(act, day, score, goldstein, quad, tellings))::VARCHAR AS stamp
    FROM store.dealings WHERE n = 1 GROUP BY a, b)
  SELECT coalesce(now.a, s.a) AS a, coalesce(now.b, s.b) AS b, now.stamp
  FROM now FULL JOIN store.summaries s ON s.a = now.a AND s.b = now.b WHERE now.stamp IS DISTINCT FROM s.stamp`;

const ACTS = `SELECT d.a, d.b, store.hex16(d.act) AS key, d.day::VARCHAR AS date, d.quad, d.score, d.goldstein, d.tellings
  FROM store.dealings d SEMI JOIN changed c ON c.a = d.a AND c.b = d.b
  WHERE d.n = 1 AND d.a = $a ORDER BY d.b, d.day, d.act`;

/** Within the gathering's transaction; those pairs alone whose acts have changed. */
export async function summarisePairs(database: Database, path: string): Promise<void> {
  const reports = await loadReports(database, path);
  const { connection } = database;
  await connection.run(CHANGED, { days: reports === null ? "" : `${MADE_BY} ${reports.first} ${reports.last} ` });
  for (const table of ["summaries", "turns"]) {
    await connection.run(
      `DELETE FROM store.${table} s WHERE EXISTS (SELECT 1 FROM changed c WHERE c.a = s.a AND c.b = s.b)`,
    );
  }
  const firsts = await findRows<{ a: string }>(
    database,
    "SELECT DISTINCT a FROM changed WHERE stamp IS NOT NULL ORDER BY a",
    path,
  );
  if (reports !== null) for (const { a } of firsts) await summariseOf(database, path, a, reports);
  await connection.run("DROP TABLE changed");
}

/** All changed pairs of one country, so that memory holds no more. */
async function summariseOf(database: Database, path: string, a: string, days: Days): Promise<void> {
  const sql = "SELECT b, stamp FROM changed WHERE a = $a AND stamp IS NOT NULL";
  const stamps = new Map(
    (await findRows<{ b: string; stamp: string }>(database, sql, path, { a })).map((row) => [row.b, row.stamp]),
  );
  const pairs: Described[] = [];
  let acts: PairAct[] = [];
  for await (const act of streamRows<PairAct>(database, ACTS, path, { a })) {
    if (acts.length > 0 && acts[0]!.b !== act.b) {
      pairs.push(describePair(acts, days));
      acts = [];
    }
    acts.push(act);
  }
  if (acts.length > 0) pairs.push(describePair(acts, days));
  const summaries = pairs.map(({ summary }) => {
    return [summary.a, summary.b, summary.acts, stamps.get(summary.b)!, JSON.stringify(summary)];
  });
  const turns = pairs.flatMap((pair) =>
    pair.turns.map((turn) => [turn.a, turn.b, dayNumberOf(turn.date), JSON.stringify(turn)]),
  );
  await appendRows(
    database,
    new Map([
      ["summaries", summaries],
      ["turns", turns],
    ]),
  );
}

interface Described {
  readonly summary: PairSummary;
  readonly turns: readonly Turn[];
}

function describePair(found: readonly PairAct[], { first, last }: Days): Described {
  const acts = found.map((act): RelationAct => ({ ...act, day: dayNumberOf(act.date) }));
  const { a, b } = found[0]!;
  const days = periodsOf(first, last + 1, "quarter").map(({ until }) => Math.min(until - 1, last));
  const line = drawLine(acts, [...days, last], DEFAULT_LINE);
  const now = line.at(-1)!;
  const turns = findTurns(acts, flowStart(first, acts[0]!.day), last + 1, DEFAULT_TURNS).map((turn): Turn => {
    return { a, b, ...turn, size: roundNumber(turn.size), confidence: roundNumber(turn.confidence) };
  });
  const summary = {
    ...{ a, b, acts: acts.length, tellings: found.reduce((sum, { tellings }) => sum + tellings, 0) },
    ...{ first: formatDay(acts[0]!.day), last: formatDay(acts.at(-1)!.day) },
    ...{ closeness: roundNumber(now.closeness), low: roundNumber(now.low), high: roundNumber(now.high) },
    quarters: line.slice(0, -1).map(({ closeness }) => roundNumber(closeness)),
    lastTurn: turns.at(-1) ?? null,
  };
  return { summary, turns };
}
