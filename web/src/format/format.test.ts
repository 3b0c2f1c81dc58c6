/** Numbers, days, months and cells as the page writes them. */
import { describe, expect, test } from "vitest";
import { csvOf } from "./csv.js";
import { dateTicks, dayName, dayNumber, formatDate, formatShort } from "./dates.js";
import { lastDay, monthIndex, monthName } from "./months.js";
import { formatCount, formatPercent, formatSigned, formatSure, toneOf } from "./numbers.js";

describe("numbers", () => {
  test.each([
    [3.08, "+3.1"],
    [-2, "−2.0"],
    [-0.04, "0.0"],
    [null, "–"],
  ])("signed %s is %s", (value, shown) => expect(formatSigned(value)).toBe(shown));
  test.each([
    [7, "7"],
    [1284, "1,284"],
    [12345678, "12,345,678"],
  ])("count %i is %s", (value, shown) => expect(formatCount(value)).toBe(shown));
  test("probabilities, shares and tones", () => {
    expect([formatSure(0.81), formatSure(1), formatPercent(0.384)]).toEqual([".81", "1.0", "38\u202f%"]);
    expect([toneOf(0.04), toneOf(0.4), toneOf(-3), toneOf(null)]).toEqual(["", "coop", "conf", ""]);
  });
});

describe("days", () => {
  test.each([
    ["2022-03-30", "30 March 2022"],
    ["2022-03", "March 2022"],
    ["2022", "2022"],
    ["2022-03-30T10:00:00Z", "30 March 2022"],
    ["2021-08/..", "since August 2021"],
    ["2022-03-01/2022-03-05", "1 March 2022 – 5 March 2022"],
    ["201X", "201X"],
    [null, "no date"],
  ])("%s reads %s", (value, shown) => expect(formatDate(value)).toBe(shown));
  test("short, and there and back", () => {
    expect(formatShort("2014-09-03")).toBe("3 Sept 2014");
    expect(dayName(dayNumber("2024-02-29"))).toBe("2024-02-29");
    expect(monthName(monthIndex("2022-12-30"))).toBe("2022-12");
    expect(lastDay(monthIndex("2024-02-01"))).toBe("2024-02-29");
  });
  test("ticks are no more than there is room for", () => {
    const ticks = dateTicks(dayNumber("2007-01-12"), dayNumber("2024-12-23"), 9);
    expect(ticks.map((tick) => tick.label)).toEqual([
      "2008",
      "2010",
      "2012",
      "2014",
      "2016",
      "2018",
      "2020",
      "2022",
      "2024",
    ]);
    expect(dateTicks(dayNumber("2022-01-01"), dayNumber("2022-06-30"), 12).map((tick) => tick.label)).toEqual([
      "2022",
      "Feb",
      "Mar",
      "Apr",
      "May",
      "June",
    ]);
  });
});

test("a cell that a spreadsheet would run is told to be text", () => {
  expect(
    csvOf(
      ["a", "b"],
      [
        ["=1+1", -2.5],
        ['say "x", y', null],
        ["@cmd", 1],
      ],
    ),
  ).toBe('a,b\r\n\'=1+1,-2.5\r\n"say ""x"", y",\r\n\'@cmd,1\r\n');
});
