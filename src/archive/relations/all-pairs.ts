/** Every pair of countries that an archive tells of: how much, how close, the last turn. */
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
import { type Asked, streamRows } from "../query-rows.js";
import { loadReports, type Turn } from "./ask-relation.js";
import { dayNumberOf, flowStart } from "./days.js";

export interface PairRow {
  readonly a: string;
  readonly b: string;
  readonly acts: number;
  readonly tellings: number;
  readonly first: string;
  readonly last: string;
  /** On the last day that the archive has a report of. */
  readonly closeness: number;
  readonly low: number;
  readonly high: number;
  readonly turns: readonly Turn[];
  /** Closeness at the end of each quarter from the archive's first to its last report. */
  readonly quarters: readonly number[];
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

/** Each actor with each recipient; the actors with one another where nobody else is named. */
const ACTS = `
WITH sides AS (SELECT DISTINCT act, side, country FROM store.act_sides WHERE country IS NOT NULL),
  alone AS (SELECT act FROM store.acts EXCEPT SELECT act FROM sides WHERE side = 'recipient'),
  dealings AS (
    SELECT one.act, one.country AS x, other.country AS y FROM sides one JOIN sides other USING (act)
      WHERE one.side = 'actor' AND other.side = 'recipient'
    UNION SELECT one.act, one.country, other.country FROM sides one JOIN sides other USING (act) SEMI JOIN alone USING (act)
      WHERE one.side = 'actor' AND other.side = 'actor'),
  pairs AS (SELECT DISTINCT act, least(x, y) AS a, greatest(x, y) AS b FROM dealings WHERE x <> y)
SELECT p.a, p.b, store.hex16(k.act) AS key, k.day::VARCHAR AS date, k.quad, k.score, k.goldstein, k.tellings
FROM pairs p JOIN store.acts k USING (act)
WHERE k.day IS NOT NULL AND k.status IN ('actual', 'historical', 'future')
ORDER BY p.a, p.b, k.day, k.act`;

/** All pairs in the order of their codes, each as soon as its acts are read. */
export async function* allPairs(asked: Asked, path: string): AsyncGenerator<PairRow> {
  const reports = await loadReports(asked, path);
  if (reports === null) return;
  const span = { first: reports.first, last: reports.last };
  let acts: PairAct[] = [];
  for await (const act of streamRows<PairAct>(asked, ACTS, path)) {
    if (acts.length > 0 && (acts[0]!.a !== act.a || acts[0]!.b !== act.b)) {
      yield describePair(acts, span);
      acts = [];
    }
    acts.push(act);
  }
  if (acts.length > 0) yield describePair(acts, span);
}

function describePair(found: readonly PairAct[], { first, last }: { first: number; last: number }): PairRow {
  const acts = found.map((act): RelationAct => ({ ...act, day: dayNumberOf(act.date) }));
  const { a, b } = found[0]!;
  const days = periodsOf(first, last + 1, "quarter").map(({ until }) => Math.min(until - 1, last));
  const line = drawLine(acts, [...days, last], DEFAULT_LINE);
  const now = line.at(-1)!;
  const turns = findTurns(acts, flowStart(first, acts[0]!.day), last + 1, DEFAULT_TURNS);
  return {
    a,
    b,
    acts: acts.length,
    tellings: found.reduce((sum, { tellings }) => sum + tellings, 0),
    first: formatDay(acts[0]!.day),
    last: formatDay(acts.at(-1)!.day),
    closeness: roundNumber(now.closeness),
    low: roundNumber(now.low),
    high: roundNumber(now.high),
    turns: turns.map((turn) => ({
      a,
      b,
      ...turn,
      size: roundNumber(turn.size),
      confidence: roundNumber(turn.confidence),
    })),
    quarters: line.slice(0, -1).map(({ closeness }) => roundNumber(closeness)),
  };
}
