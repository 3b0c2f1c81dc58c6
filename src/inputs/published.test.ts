import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPossibleDate } from "../report/index.js";
import { dateInUrl, normaliseDate } from "./published.js";

describe("normaliseDate", () => {
  test.each([
    ["2022-03-30", "2022-03-30"],
    ["2022-03-30T14:05:00+0000", "2022-03-30T14:05:00+0000"],
    ["2022-03-30 14:05:00", "2022-03-30T14:05:00"],
    ["2022-03-30T23:59:00.000-08:00", "2022-03-30T23:59:00.000-08:00"],
    ["2022-03-30T99:99:99Z", "2022-03-30"],
    ["Wed, 30 Mar 2022 23:05:00 -0800", "2022-03-30T23:05:00-0800"],
    ["Wed, 2 Mar 2022 9:05 GMT", "2022-03-02T09:05"],
    ["30 March 2022", "2022-03-30"],
    ["2022-02-30", null],
    ["30 Foo 2022", null],
    ["yesterday", null],
    ["", null],
  ])("%j is %j", (written, date) => {
    expect(normaliseDate(written)).toBe(date);
  });

  test("whatever comes out the calendar has", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), fc.nat(20), (tail, day, month) => {
        const date = normaliseDate(`2022-${month}-${day}${tail}`) ?? normaliseDate(`${day} Mar 2022 ${tail}`);
        return date === null || isPossibleDate(date);
      }),
    );
  });
});

test.each([
  ["https://example.org/2022/03/30/talks", "2022-03-30"],
  ["https://example.org/2022/3/5/talks.html", "2022-03-05"],
  ["https://example.org/world/talks-2022-03-30-a", "2022-03-30"],
  ["https://example.org/a/20220330/talks", "2022-03-30"],
  ["https://example.org/2022/13/30/talks", null],
  ["https://example.org/talks-1202203301", null],
  ["https://example.org/talks?d=2022-03-30", null],
  ["no address", null],
  [null, null],
])("the day in %s is %s", (url, day) => {
  expect(dateInUrl(url)).toBe(day);
});
