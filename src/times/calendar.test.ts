import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  civilDay,
  dayNumber,
  formatDay,
  formatMonth,
  formatQuarter,
  formatWeek,
  isDay,
  weekdayOf,
} from "./calendar.js";

const day = (text: string) => {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  return dayNumber({ year, month, day: date });
};

describe("calendar", () => {
  it("counts days from 1970", () => {
    expect(day("1970-01-01")).toBe(0);
    expect(day("2000-03-01")).toBe(11017);
    expect(day("1969-12-31")).toBe(-1);
  });

  it("returns to the day it came from", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700000, max: 2900000 }), (number) => {
        expect(dayNumber(civilDay(number))).toBe(number);
        expect(isDay(civilDay(number))).toBe(true);
      }),
    );
  });

  it("agrees with the platform's calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: -25000, max: 40000 }), (number) => {
        const date = new Date(number * 86400000);
        expect(formatDay(number)).toBe(date.toISOString().slice(0, 10));
        expect(weekdayOf(number)).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  it.each([
    ["2022-03-30", "2022-W13"],
    ["2021-01-03", "2020-W53"],
    ["2016-01-01", "2015-W53"],
    ["2018-12-31", "2019-W01"],
  ])("puts %s in week %s", (date, week) => {
    expect(formatWeek(day(date))).toBe(week);
  });

  it("carries months and quarters over the year", () => {
    expect(formatMonth(2022, 0)).toBe("2021-12");
    expect(formatMonth(2022, 14)).toBe("2023-02");
    expect(formatQuarter(2022, 0)).toBe("2021-36");
    expect(formatQuarter(2022, 1)).toBe("2022-33");
  });

  it("knows no 30 February", () => {
    expect(isDay({ year: 2024, month: 2, day: 29 })).toBe(true);
    expect(isDay({ year: 2023, month: 2, day: 29 })).toBe(false);
  });
});
