/** Every pair of countries that an archive tells of, as the last gathering left them: how much, how close, when they turned. */
import { type Asked, findRows, streamRows } from "../query-rows.js";
import type { Turn } from "./ask-relation.js";

/** What is known of a pair as a whole. */
export interface PairSummary {
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
  /** Closeness at the end of each quarter from the archive's first to its last report. */
  readonly quarters: readonly number[];
  readonly lastTurn: Turn | null;
}

export interface PairRow extends Omit<PairSummary, "lastTurn"> {
  readonly turns: readonly Turn[];
}

/** All pairs in the order of their codes, with all their turns. */
export async function* allPairs(asked: Asked, path: string): AsyncGenerator<PairRow> {
  const turns = new Map<string, Turn[]>();
  for (const turn of await findTurnsOf(asked, path)) {
    const key = `${turn.a}-${turn.b}`;
    turns.set(key, [...(turns.get(key) ?? []), turn]);
  }
  for await (const { lastTurn: _, ...pair } of streamSummaries(asked, path, "a, b")) {
    yield { ...pair, turns: turns.get(`${pair.a}-${pair.b}`) ?? [] };
  }
}

/** The pairs with the most acts first, so many at most. */
export async function busiestPairs(asked: Asked, path: string, most: number | null): Promise<readonly PairSummary[]> {
  const pairs: PairSummary[] = [];
  for await (const pair of streamSummaries(asked, path, "acts DESC, a, b", most)) pairs.push(pair);
  return pairs;
}

/** The latest turns of all pairs, the latest first. */
export async function latestTurns(asked: Asked, path: string, most: number): Promise<readonly Turn[]> {
  const sql = `SELECT turn FROM store.turns ORDER BY date DESC, a, b LIMIT ${most}`;
  return (await findRows<{ turn: string }>(asked, sql, path)).map(({ turn }) => JSON.parse(turn) as Turn);
}

async function findTurnsOf(asked: Asked, path: string): Promise<readonly Turn[]> {
  const rows = await findRows<{ turn: string }>(asked, "SELECT turn FROM store.turns ORDER BY a, b, date", path);
  return rows.map(({ turn }) => JSON.parse(turn) as Turn);
}

async function* streamSummaries(
  asked: Asked,
  path: string,
  order: string,
  most: number | null = null,
): AsyncGenerator<PairSummary> {
  const sql = `SELECT summary FROM store.summaries ORDER BY ${order}${most === null ? "" : ` LIMIT ${most}`}`;
  for await (const { summary } of streamRows<{ summary: string }>(asked, sql, path)) yield JSON.parse(summary);
}
