/** Days as numbers, from the words that the database gives. */
import { dayRange } from "../../times/index.js";

/** Days since 1970-01-01 of "2014-05-21". */
export function dayNumberOf(date: string): number {
  const range = dayRange(date);
  if (range === null) throw new RangeError(`no day: ${date}`);
  return range.first;
}

/** Turns are looked for from so many days before the first report: an act of another century is no part of what was followed. */
const LOOK_BACK = 365;

/** First day of the flow in which turns are looked for, from the day numbers of the first report and the first act. */
export function flowStart(firstReport: number, firstAct: number | undefined): number {
  return Math.max(firstReport - LOOK_BACK, Math.min(firstReport, firstAct ?? firstReport));
}
