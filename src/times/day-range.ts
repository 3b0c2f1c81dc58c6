/** Days that an ISO or EDTF value covers, as plain numbers, so that dates compare without clock or zone. */
import { dayNumber } from "./calendar.js";

/** First and last day of a time, days since 1970-01-01, both included. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The days that an ISO or EDTF value covers, null where it names none that can be told: "XXXX-11-17", "P2D", or an
 * open end such as "2021-08/..".
 */
export function dayRange(value: string): DayRange | null {
  const parts = value.split("/");
  if (parts.length > 2) return null;
  const [first, last] = [partRange(parts[0] ?? ""), partRange(parts[1] ?? parts[0] ?? "")];
  return first && last && first.first <= last.last ? { first: first.first, last: last.last } : null;
}

function partRange(part: string): DayRange | null {
  const span = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(W\d{2}|\d{2})(?:-(\d{2}))?)?(?:T.*)?[~?%]?$/.exec(part);
  if (!span) return null;
  const [, year = "", middle, day] = span;
  if (year.includes("X")) return years(Number(year.replace(/X/g, "0")), Number(year.replace(/X/g, "9")));
  if (middle === undefined) return years(Number(year), Number(year));
  if (middle.startsWith("W")) return week(Number(year), Number(middle.slice(1)));
  if (Number(middle) > 20) return season(Number(year), Number(middle));
  return monthOrDay(Number(year), Number(middle), day === undefined ? null : Number(day));
}

function years(first: number, last: number): DayRange {
  return { first: dayNumber({ year: first, month: 1, day: 1 }), last: dayNumber({ year: last, month: 12, day: 31 }) };
}

function monthOrDay(year: number, month: number, day: number | null): DayRange | null {
  if (month < 1 || month > 12) return null;
  if (day !== null) return { first: dayNumber({ year, month, day }), last: dayNumber({ year, month, day }) };
  return { first: monthStart(year, month), last: monthStart(year, month + 1) - 1 };
}

/** ISO week: week 1 holds 4 January, weeks begin on Monday. */
function week(year: number, number: number): DayRange {
  const fourth = dayNumber({ year, month: 1, day: 4 });
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + (number - 1) * 7;
  return { first: monday, last: monday + 6 };
}

/** EDTF's 21–24 seasons (northern), 33–36 quarters, 40–41 halves of the year. */
function season(year: number, code: number): DayRange | null {
  const [start, length] =
    code <= 24 ? [(code - 20) * 3, 3] : code >= 33 && code <= 36 ? [(code - 33) * 3 + 1, 3] : [(code - 40) * 6 + 1, 6];
  if (code > 24 && (code < 33 || code > 41 || (code > 36 && code < 40))) return null;
  return { first: monthStart(year, start), last: monthStart(year, start + length) - 1 };
}

/** First day of a month; month 13 is the next year's January. */
const monthStart = (year: number, month: number) => dayNumber({ year, month, day: 1 });
