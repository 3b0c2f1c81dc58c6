/** The days that a date in the contract's notation (ISO 8601, EDTF) may mean. */
import { dayNumber } from "../times/index.js";

/** Day numbers since 1970-01-01, both included. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const QUARTER = /^(\d{4})-(3[3-6])$/;
const WEEK = /^(\d{4})-W(\d\d)$/;
const YEAR = /^(\d{4})$/;
const DECADE = /^(\d{3})X$/;

/**
 * The days that `value` covers; null where it names none, such as a duration or a date without its year.
 * An open interval ("2021-08/..") is the days of the end that it names: when the act began, or ended.
 */
export function dayRange(value: string | null): DayRange | null {
  if (value === null) return null;
  const slash = value.indexOf("/");
  if (slash < 0) return simpleRange(value);
  const [from, until] = [simpleRange(value.slice(0, slash)), simpleRange(value.slice(slash + 1))];
  if (from !== null && until !== null) return { first: from.first, last: Math.max(from.last, until.last) };
  return from ?? until;
}

function simpleRange(value: string): DayRange | null {
  const day = DAY.exec(value);
  if (day !== null) return sameDay(Number(day[1]), Number(day[2]), Number(day[3]));
  const month = MONTH.exec(value);
  if (month !== null) return months(Number(month[1]), Number(month[2]), 1);
  const quarter = QUARTER.exec(value);
  if (quarter !== null) return months(Number(quarter[1]), (Number(quarter[2]) - 33) * 3 + 1, 3);
  const week = WEEK.exec(value);
  if (week !== null) return weekRange(Number(week[1]), Number(week[2]));
  const year = YEAR.exec(value);
  if (year !== null) return months(Number(year[1]), 1, 12);
  const decade = DECADE.exec(value);
  return decade === null ? null : months(Number(decade[1]) * 10, 1, 120);
}

function sameDay(year: number, month: number, day: number): DayRange {
  const number = dayNumber({ year, month, day });
  return { first: number, last: number };
}

function months(year: number, month: number, count: number): DayRange {
  return { first: dayNumber({ year, month, day: 1 }), last: dayNumber({ year, month: month + count, day: 1 }) - 1 };
}

/** ISO weeks begin on Monday; the first has the year's 4 January. */
function weekRange(year: number, week: number): DayRange {
  const fourth = dayNumber({ year, month: 1, day: 4 });
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7);
  const first = monday + (week - 1) * 7;
  return { first, last: first + 6 };
}
