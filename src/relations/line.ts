/** The closeness line of two countries: an exponentially weighted mean of what they did to each other. */

/** One act between the two, once, however often it was told. */
export interface ScoredAct {
  /** Occurrence key. */
  readonly key: string;
  /** Day number since 1970-01-01. */
  readonly day: number;
  /** PLOVER score, −10…10. */
  readonly score: number;
}

export interface LineSettings {
  /** Days after which an act weighs half. */
  readonly halfLife: number;
  /** How many acts of score 0 the prior weighs: two countries of whom nothing is known are neither close nor apart. */
  readonly priorActs: number;
  /** Standard deviation of scores that the prior assumes, in score units. */
  readonly priorDeviation: number;
}

export const DEFAULT_LINE: LineSettings = { halfLife: 180, priorActs: 6, priorDeviation: 5 };

export interface LinePoint {
  /** Mean score, −10…10, drawn towards 0 where little is known. */
  readonly closeness: number;
  /** Bounds of the 90 % interval. */
  readonly low: number;
  readonly high: number;
  /** What the acts weigh together at this day: how many acts of today they equal. */
  readonly weight: number;
}

/** Two-sided 90 % of the normal distribution. */
const Z90 = 1.6448536269514722;

/** Sums of weights, weighted scores and weighted squares, all as of one day. */
interface Sums {
  readonly day: number;
  readonly weight: number;
  readonly score: number;
  readonly square: number;
}

export const NO_ACTS: Sums = { day: 0, weight: 0, score: 0, square: 0 };

/** The sums as they stand on a later day: everything weighs less. */
export function fade(sums: Sums, day: number, { halfLife }: LineSettings): Sums {
  const factor = 2 ** ((sums.day - day) / halfLife);
  return { day, weight: sums.weight * factor, score: sums.score * factor, square: sums.square * factor };
}

export function addAct(sums: Sums, act: ScoredAct, settings: LineSettings): Sums {
  const { day, weight, score, square } = fade(sums, act.day, settings);
  return { day, weight: weight + 1, score: score + act.score, square: square + act.score ** 2 };
}

/** The line on each of `days` (ascending), from acts in ascending order of days. Linear in both. */
export function drawLine(
  acts: readonly ScoredAct[],
  days: readonly number[],
  settings: LineSettings,
): readonly LinePoint[] {
  let sums: Sums = NO_ACTS;
  let next = 0;
  return days.map((day) => {
    for (; next < acts.length && acts[next]!.day <= day; next += 1) sums = addAct(sums, acts[next]!, settings);
    return pointOf(fade(sums, day, settings), settings);
  });
}

/**
 * The posterior mean of the scores, and an interval from their weighted variance and the prior's: with few acts, or acts
 * long past, the prior rules and the interval is wide.
 */
export function pointOf({ weight, score, square }: Sums, { priorActs, priorDeviation }: LineSettings): LinePoint {
  const mass = weight + priorActs;
  const closeness = score / mass;
  const spread = Math.max(0, square - 2 * closeness * score + closeness ** 2 * weight);
  const variance = (spread + priorActs * (priorDeviation ** 2 + closeness ** 2)) / mass;
  const reach = Z90 * Math.sqrt(variance / mass);
  return { closeness, low: Math.max(-10, closeness - reach), high: Math.min(10, closeness + reach), weight };
}
