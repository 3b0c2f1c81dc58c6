/** A relation period by period: what was done, how close the two stand at its end, how much was read. */
import { roundNumber } from "../reading/index.js";
import { formatDay } from "../times/index.js";
import { drawLine, type LinePoint, type LineSettings, type ScoredAct } from "./line.js";
import type { Period } from "./periods.js";

/** An act of the pair with what the counts need. */
export interface RelationAct extends ScoredAct {
  readonly quad: 1 | 2 | 3 | 4;
  readonly goldstein: number | null;
}

/** The contract's record of one pair and period. */
export interface RelationPoint {
  readonly a: string;
  readonly b: string;
  /** Half-open period. */
  readonly from: string;
  readonly until: string;
  readonly events: number;
  readonly quad: readonly [number, number, number, number];
  /** Means over the period's acts; null where there are none. */
  readonly goldstein: number | null;
  readonly score: number | null;
  /** At the end of the period; null where nothing was read up to then. */
  readonly closeness: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage: "none" | "thin" | "full";
}

/** A period is thinly covered where fewer reports were read than this part of the median period with any. */
const THIN = 0.25;

/** `reports[i]` is how many reports, on whatever, were read for `periods[i]`; acts in ascending order of days. */
export function relationPoints(
  [a, b]: readonly [string, string],
  acts: readonly RelationAct[],
  periods: readonly Period[],
  reports: readonly number[],
  settings: LineSettings,
): readonly RelationPoint[] {
  const line = drawLine(
    acts,
    periods.map(({ until }) => until - 1),
    settings,
  );
  const byPeriod = groupByPeriod(acts, periods);
  const thin = THIN * medianOf(reports.filter((count) => count > 0));
  let isKnown = false;
  return periods.map((period, i) => {
    isKnown ||= reports[i]! > 0 || line[i]!.weight > 0;
    return {
      a,
      b,
      from: formatDay(period.from),
      until: formatDay(period.until),
      ...countActs(byPeriod[i]!),
      ...standing(isKnown ? line[i]! : null),
      coverage: reports[i] === 0 ? "none" : reports[i]! < thin ? "thin" : "full",
    };
  });
}

function standing(point: LinePoint | null): Pick<RelationPoint, "closeness" | "low" | "high"> {
  if (point === null) return { closeness: null, low: null, high: null };
  return { closeness: roundNumber(point.closeness), low: roundNumber(point.low), high: roundNumber(point.high) };
}

function groupByPeriod(acts: readonly RelationAct[], periods: readonly Period[]): readonly (readonly RelationAct[])[] {
  let next = 0;
  return periods.map(({ from, until }) => {
    const start = next;
    while (next < acts.length && acts[next]!.day < until) next += 1;
    return acts.slice(start, next).filter(({ day }) => day >= from);
  });
}

function countActs(acts: readonly RelationAct[]) {
  const quad: [number, number, number, number] = [0, 0, 0, 0];
  for (const act of acts) quad[act.quad - 1]! += 1;
  return {
    events: acts.length,
    quad,
    goldstein: meanOf(acts.map((act) => act.goldstein).filter((value) => value !== null)),
    score: meanOf(acts.map((act) => act.score)),
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : roundNumber(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
