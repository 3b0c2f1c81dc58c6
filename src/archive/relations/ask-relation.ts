/** What an archive knows of two countries: the line, its turns, the acts behind it. */
import { roundNumber } from "../../reading/index.js";
import {
  type Alert,
  DEFAULT_ALERTS,
  DEFAULT_LINE,
  DEFAULT_TURNS,
  drawLine,
  type FoundTurn,
  findAlerts,
  findTurns,
  type LineSettings,
  type Period,
  type PeriodUnit,
  periodsOf,
  type RelationAct,
  type RelationPoint,
  relationPoints,
} from "../../relations/index.js";
import { formatDay } from "../../times/index.js";
import { type Asked, findRows } from "../query-rows.js";
import { dayNumberOf, flowStart } from "./days.js";
import { type ActRow, loadPair, type TellingRow } from "./load-pair.js";
import { ALL_EVIDENCE, counts, type Outlets, type Switches } from "./switches.js";

export interface RelationOptions {
  /** First and last day, "2012-01-01"; by default all that the archive has reports of. */
  readonly from?: string;
  readonly until?: string;
  readonly by?: PeriodUnit;
  readonly switches?: Partial<Switches>;
  readonly outlets?: Outlets;
  readonly line?: LineSettings;
}

/** The contract's record of a turn. */
export interface Turn extends FoundTurn {
  readonly a: string;
  readonly b: string;
}

/** An act of the pair as far as its telling is counted. */
export interface CountedAct extends RelationAct, Pick<ActRow, "type" | "modes" | "status" | "direction"> {
  readonly tellings: readonly TellingRow[];
}

export interface Relation {
  readonly a: string;
  readonly b: string;
  readonly settings: LineSettings;
  readonly points: readonly RelationPoint[];
  /** The line week by week, for drawing. */
  readonly line: readonly {
    readonly day: string;
    readonly closeness: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly turns: readonly Turn[];
  readonly alerts: readonly Alert[];
  /** Acts from the first day to the last, in order; those before it move the line too. */
  readonly acts: readonly CountedAct[];
  /** Half-open spans in which no report on anything was read. */
  readonly gaps: readonly { readonly from: string; readonly until: string }[];
}

/** Days by report: how much was read when. */
interface Reports {
  readonly first: number;
  readonly last: number;
  readonly byDay: ReadonlyMap<number, number>;
}

/** Weeks without any report that are told as a gap. */
const GAP_DAYS = 56;

/** `a` and `b` are ISO codes; the record has them in the alphabet's order. Null where the archive has no dated report. */
export async function askRelation(
  asked: Asked,
  path: string,
  pair: readonly [string, string],
  options: RelationOptions = {},
): Promise<Relation | null> {
  const [a, b] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
  const reports = await loadReports(asked, path);
  if (reports === null) return null;
  const acts = countActs(await loadPair(asked, path, a, b), options);
  const from = options.from === undefined ? reports.first : dayNumberOf(options.from);
  const until = (options.until === undefined ? reports.last : dayNumberOf(options.until)) + 1;
  const settings = options.line ?? DEFAULT_LINE;
  const periods = periodsOf(from, until, options.by ?? "month");
  const start = flowStart(reports.first, acts[0]?.day);
  const turns = findTurns(acts, start, Math.max(until, reports.last + 1), DEFAULT_TURNS).map((turn) =>
    roundTurn(a, b, turn),
  );
  return {
    a,
    b,
    settings,
    points: relationPoints([a, b], acts, periods, readIn(periods, reports), settings),
    line: weeklyLine(acts, from, until, settings),
    turns: turns.filter(({ date }) => isWithin(dayNumberOf(date), from, until)),
    alerts: findAlerts(acts, until - 1, DEFAULT_ALERTS),
    acts: acts.filter(({ day }) => isWithin(day, from, until)),
    gaps: findGaps(reports, from, until),
  };
}

/** The acts that remain with the switches, scored by the tellings that remain. */
export function countActs(acts: readonly ActRow[], options: RelationOptions): readonly CountedAct[] {
  const switches = { ...ALL_EVIDENCE, ...options.switches };
  const outlets = options.outlets ?? new Map();
  return acts.flatMap(({ key, type, modes, status, direction, day, quad, tellings }) => {
    const left = tellings.filter((telling) => counts(telling, switches, outlets));
    // What is only denied did not happen, as far as anybody vouches for it.
    if (left.length === 0 || left.every(({ claim }) => claim === "denied")) return [];
    const score = meanOf(left.map((telling) => telling.score))!;
    const goldstein = meanOf(left.map((telling) => telling.goldstein).filter((value) => value !== null));
    return [{ key, type, modes, status, direction, day, quad, score, goldstein, tellings: left }];
  });
}

export async function loadReports(asked: Asked, path: string): Promise<Reports | null> {
  const sql = `SELECT r.day::VARCHAR AS date, count(*) AS reports FROM store.reports r WHERE r.day IS NOT NULL
    GROUP BY r.day ORDER BY r.day`;
  const rows = await findRows<{ date: string; reports: number }>(asked, sql, path);
  if (rows.length === 0) return null;
  const byDay = new Map(rows.map((row) => [dayNumberOf(row.date), row.reports]));
  return { first: dayNumberOf(rows[0]!.date), last: dayNumberOf(rows.at(-1)!.date), byDay };
}

function readIn(periods: readonly Period[], { byDay }: Reports): readonly number[] {
  return periods.map(({ from, until }) => {
    let sum = 0;
    for (let day = from; day < until; day += 1) sum += byDay.get(day) ?? 0;
    return sum;
  });
}

function weeklyLine(
  acts: readonly RelationAct[],
  from: number,
  until: number,
  settings: LineSettings,
): Relation["line"] {
  const days: number[] = [];
  for (let day = from; day < until; day += 7) days.push(day);
  if (days.at(-1) !== until - 1) days.push(until - 1);
  return drawLine(acts, days, settings).map(({ closeness, low, high }, i) => ({
    day: formatDay(days[i]!),
    closeness: roundNumber(closeness),
    low: roundNumber(low),
    high: roundNumber(high),
  }));
}

function findGaps({ byDay }: Reports, from: number, until: number): Relation["gaps"] {
  const read = [from - 1, ...[...byDay.keys()].filter((day) => isWithin(day, from, until)), until];
  return read.flatMap((day, i) => {
    const next = read[i + 1];
    if (next === undefined || next - day - 1 < GAP_DAYS) return [];
    return [{ from: formatDay(day + 1), until: formatDay(next) }];
  });
}

function roundTurn(a: string, b: string, turn: FoundTurn): Turn {
  return { a, b, ...turn, size: roundNumber(turn.size), confidence: roundNumber(turn.confidence) };
}

function isWithin(day: number, from: number, until: number): boolean {
  return day >= from && day < until;
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : roundNumber(values.reduce((sum, value) => sum + value, 0) / values.length);
}
