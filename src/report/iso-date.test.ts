import { describe, expect, test } from "vitest";
import { calendarDay, isPossibleDate } from "./iso-date.js";

describe("isPossibleDate", () => {
  test.each([
    "2022-03-30",
    "2024-02-29",
    "2000-02-29",
    "2022-03-30T14:05",
    "2022-03-30T14:05:00Z",
    "2022-03-30T23:59:59.250-08:00",
  ])("takes %s", (value) => {
    expect(isPossibleDate(value)).toBe(true);
  });

  test.each([
    "",
    "2023-02-29",
    "1900-02-29",
    "2022-13-01",
    "2022-00-10",
    "2022-04-31",
    "2022-3-30",
    "30 March 2022",
    "2022-03-30T24:00",
    "2022-03-30 14:05",
    "2022-03-30T14:05+99:00",
  ])("refuses %j", (value) => {
    expect(isPossibleDate(value)).toBe(false);
  });
});

test("the calendar day is the one written, whatever the zone", () => {
  expect(calendarDay("2022-03-30T23:59:00-08:00")).toBe("2022-03-30");
});
