import { expect, test } from "vitest";
import { formatDate } from "./format-date.js";

test.each([
  ["2022-03-30", "30 Mar 2022"],
  ["2022-03-30T14:05+01:00", "30 Mar 2022, 14:05"],
  ["2022-03", "Mar 2022"],
  ["2022", "2022"],
  ["2022-33", "Q1 2022"],
  ["2022-W07", "week 7 of 2022"],
  ["201X", "2010s"],
  ["XXXX-11-17", "17 Nov"],
  ["2021-08/..", "since Aug 2021"],
  ["../2021-08-01", "until 1 Aug 2021"],
  ["2021-08-01/2021-08-03", "1 Aug 2021 – 3 Aug 2021"],
  ["P2D", "2 days"],
  ["P1Y6M", "1 year 6 months"],
  ["PT1H", "1 hour"],
  ["next spring", "next spring"],
  ["2022-13-01", "2022-13-01"],
  ["P", "P"],
])("%s is told as %s", (value, told) => {
  expect(formatDate(value)).toBe(told);
});
