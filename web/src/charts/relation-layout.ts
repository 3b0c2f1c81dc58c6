/** Where everything of a relation's chart stands: scales, ticks and labels that do not run into each other. */
import type { LinePoint, Relation, Turn } from "../api/types.js";
import { dayNumber } from "../format/dates.js";

export interface Frame {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Below the line: four lanes of acts, one a quad class. */
  readonly lanes: number;
  readonly lane: number;
  readonly height: number;
  readonly from: number;
  readonly until: number;
  readonly low: number;
  readonly high: number;
}

const AXIS = 26;

export function layoutRelation(relation: Relation, width: number): Frame {
  const isNarrow = width < 620;
  const [from, until] = daysOf(relation);
  const [low, high] = rangeOf(relation);
  const top = 30;
  const bottom = top + (isNarrow ? 200 : 290);
  const lane = isNarrow ? 17 : 21;
  const lanes = bottom + 16;
  return {
    width,
    left: isNarrow ? 30 : 104,
    right: width - 10,
    top,
    bottom,
    lanes,
    lane,
    height: lanes + 4 * lane + AXIS,
    from,
    until,
    low,
    high,
  };
}

export const xOf = (frame: Frame, day: number): number =>
  frame.left + ((day - frame.from) / Math.max(1, frame.until - frame.from)) * (frame.right - frame.left);

export const yOf = (frame: Frame, value: number): number =>
  frame.bottom - ((value - frame.low) / (frame.high - frame.low)) * (frame.bottom - frame.top);

export const dayAt = (frame: Frame, x: number): number =>
  frame.from +
  ((Math.max(frame.left, Math.min(frame.right, x)) - frame.left) / (frame.right - frame.left)) *
    (frame.until - frame.from);

/** Material cooperation on top, material conflict at the bottom, the verbal between them. */
export const laneOf = (quad: number): number => [0, 1, 0, 2, 3][quad] ?? 3;

/** Whole numbers between low and high, at most nine. */
export function valueTicks(low: number, high: number): number[] {
  const step = [1, 2, 5].find((one) => (high - low) / one <= 9) ?? 5;
  const ticks: number[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) ticks.push(value);
  return ticks;
}

function daysOf({ line, acts }: Relation): [number, number] {
  const days = [...line.map((point) => dayNumber(point.day)), ...acts.map((act) => dayNumber(act.day))].filter(
    (day) => !Number.isNaN(day),
  );
  if (days.length === 0) return [0, 1];
  const reduce = (pick: (a: number, b: number) => number) => days.reduce((a, b) => pick(a, b));
  return [reduce(Math.min), reduce(Math.max)];
}

function rangeOf({ line }: Relation): [number, number] {
  let [low, high] = [-1, 1];
  for (const point of line) {
    if (point.low !== null) low = Math.min(low, point.low);
    if (point.high !== null) high = Math.max(high, point.high);
  }
  return [Math.max(-10, Math.floor(low)), Math.min(10, Math.ceil(high))];
}

export interface Label {
  readonly turn: Turn;
  readonly x: number;
  /** Which of the rows above the chart the words stand in; null where there is no room for any. */
  readonly row: number | null;
  readonly anchor: "start" | "end";
}

/** Larger turns take their room first; a label that would run into another goes without words. */
export function placeLabels(turns: readonly Turn[], frame: Frame, wide = 96): Label[] {
  const taken: [number, number][] = [];
  const bySize = [...turns].sort((a, b) => Math.abs(b.size) - Math.abs(a.size) || a.date.localeCompare(b.date));
  return bySize.map((turn) => {
    const x = xOf(frame, dayNumber(turn.date));
    const anchor = x + wide > frame.right ? "end" : "start";
    const [from, until] = anchor === "start" ? [x, x + wide] : [x - wide, x];
    const isFree = taken.every(([a, b]) => until < a || from > b);
    if (isFree) taken.push([from, until]);
    return { turn, x, row: isFree ? 0 : null, anchor };
  });
}

/** Stretches of the line between gaps, as indices of its points. */
export function stretches(line: readonly LinePoint[]): [number, number][] {
  const found: [number, number][] = [];
  line.forEach((point, i) => {
    if (point.closeness === null) return;
    const last = found.at(-1);
    if (last && last[1] === i - 1) last[1] = i;
    else found.push([i, i]);
  });
  return found;
}

/** Acts that fall on one spot become one mark with their number. */
export function groupActs<T extends { readonly day: string; readonly quad: number }>(
  acts: readonly T[],
  frame: Frame,
  grain = 3,
): { x: number; lane: number; acts: T[] }[] {
  const spots = new Map<string, { x: number; lane: number; acts: T[] }>();
  for (const act of acts) {
    const x = Math.round(xOf(frame, dayNumber(act.day)) / grain) * grain;
    const lane = laneOf(act.quad);
    const spot = spots.get(`${x}|${lane}`) ?? { x, lane, acts: [] };
    spot.acts.push(act);
    spots.set(`${x}|${lane}`, spot);
  }
  return [...spots.values()];
}
