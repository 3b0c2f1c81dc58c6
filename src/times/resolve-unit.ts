/** Values of weeks, months, years and the like, named from the day of publication: "last month", "two years ago". */
import type { TimeGrain } from "../reading/index.js";
import {
  civilDay,
  formatDay,
  formatDecade,
  formatMonth,
  formatQuarter,
  formatWeek,
  formatYear,
  weekdayOf,
} from "./calendar.js";
import type { TimeValue } from "./resolve-date.js";

const DESIGNATORS: Readonly<Record<string, string>> = {
  year: "P#Y",
  month: "P#M",
  week: "P#W",
  day: "P#D",
  hour: "PT#H",
  minute: "PT#M",
  second: "PT#S",
};

/** "P3Y" of three years; a decade is ten, a fortnight two weeks; null where no number is told. */
export function durationOf(count: number | null, unit: string): TimeValue {
  if (count === null) return { value: null, grain: "duration" };
  if (unit === "decade") return durationOf(count * 10, "year");
  if (unit === "fortnight") return durationOf(count * 2, "week");
  if (unit === "night") return durationOf(count, "day");
  const form = DESIGNATORS[unit];
  return { value: form ? form.replace("#", String(count)) : null, grain: "duration" };
}

const GRAINS: Readonly<Record<string, TimeGrain>> = {
  year: "year",
  month: "month",
  quarter: "quarter",
  week: "week",
  weekend: "day",
  fortnight: "week",
  day: "day",
  night: "day",
  decade: "decade",
  hour: "hour",
  minute: "minute",
};

/** The unit that lies `shift` units from that of the day: −1 for "last month"; null without a day. */
export function unitFrom(day: number | null, unit: string, shift: number): TimeValue {
  const grain = GRAINS[unit] ?? null;
  return { value: day === null || grain === null ? null : shiftedUnit(day, unit, shift), grain };
}

function shiftedUnit(day: number, unit: string, shift: number): string | null {
  const { year, month } = civilDay(day);
  switch (unit) {
    case "year":
      return formatYear(year + shift);
    case "decade":
      return formatDecade(year + shift * 10);
    case "quarter":
      return formatQuarter(year, Math.ceil(month / 3) + shift);
    case "month":
      return formatMonth(year, month + shift);
    case "week":
      return formatWeek(day + shift * 7);
    case "fortnight":
      return formatWeek(day + shift * 14);
    case "weekend":
      return weekendOf(day + shift * 7);
    case "day":
    case "night":
      return formatDay(day + shift);
    default:
      return null;
  }
}

/** Saturday and Sunday of the week of that day. */
function weekendOf(day: number): string {
  const saturday = day - weekdayOf(day) + 5;
  return `${formatDay(saturday)}/${formatDay(saturday + 1)}`;
}
