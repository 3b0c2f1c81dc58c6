/** Calendar periods: days, weeks, months, quarters, years, as half-open ranges of day numbers. */
import { civilDay, dayNumber } from "../times/index.js";

export type PeriodUnit = "day" | "week" | "month" | "quarter" | "year";

export interface Period {
  /** First day. */
  readonly from: number;
  /** The day after the last. */
  readonly until: number;
}

const MONTHS: Readonly<Partial<Record<PeriodUnit, number>>> = { month: 1, quarter: 3, year: 12 };

/** The whole periods that hold any day of `from`…`until` (excluded), in order. Weeks begin on Monday. */
export function periodsOf(from: number, until: number, unit: PeriodUnit): readonly Period[] {
  const periods: Period[] = [];
  for (let start = startOf(from, unit); start < until; ) {
    const end = nextStart(start, unit);
    periods.push({ from: start, until: end });
    start = end;
  }
  return periods;
}

function startOf(day: number, unit: PeriodUnit): number {
  if (unit === "day") return day;
  if (unit === "week") return day - ((((day + 3) % 7) + 7) % 7);
  const length = MONTHS[unit]!;
  const { year, month } = civilDay(day);
  return dayNumber({ year, month: month - ((month - 1) % length), day: 1 });
}

function nextStart(start: number, unit: PeriodUnit): number {
  if (unit === "day") return start + 1;
  if (unit === "week") return start + 7;
  const { year, month } = civilDay(start);
  return dayNumber({ year, month: month + MONTHS[unit]!, day: 1 });
}
