import { describe, expect, test } from "vitest";
import { dayRange } from "./day-range.js";

describe("dayRange", () => {
  const days = (value: string) => {
    const range = dayRange(value);
    return range && [range.first, range.last];
  };
  test.each([
    ["2022-03-30", "2022-03-30", "2022-03-30"],
    ["2022-03-30T14:05", "2022-03-30", "2022-03-30"],
    ["2022-12", "2022-12-01", "2022-12-31"],
    ["2020-02", "2020-02-01", "2020-02-29"],
    ["2022", "2022-01-01", "2022-12-31"],
    ["198X", "1980-01-01", "1989-12-31"],
    ["2022-33", "2022-01-01", "2022-03-31"],
    ["2022-24", "2022-12-01", "2023-02-28"],
    ["2022-W01", "2022-01-03", "2022-01-09"],
    ["2022-03-30/2022-04-02", "2022-03-30", "2022-04-02"],
  ])("%s runs from %s to %s", (value, first, last) => {
    expect(days(value)).toEqual([days(first)?.[0], days(last)?.[1]]);
  });

  test.each(["", "P2D", "XXXX-11-17", "2021-08/..", "../2021", "2022-13", "2022-55", "2023/2021", "a/b/c"])(
    "%j names no days",
    (value) => {
      expect(dayRange(value)).toBeNull();
    },
  );
});
