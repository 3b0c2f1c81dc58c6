import { expect, test } from "vitest";
import { chooseFormat } from "./formats.js";

test.each<[string | undefined, string | undefined, string]>([
  [undefined, undefined, "json"],
  [undefined, "*/*", "json"],
  [undefined, "text/csv", "csv"],
  [undefined, "text/html, application/xhtml+xml, */*;q=0.8", "json"],
  [undefined, "application/json;q=0.5, text/csv;q=0.9", "csv"],
  [undefined, "text/csv;q=0, application/vnd.apache.parquet", "parquet"],
  [undefined, "text/csv, application/json", "csv"],
  ["csv", "application/json", "csv"],
])("format %s, Accept %s: %s", (named, accept, format) => {
  expect(chooseFormat(named, accept, true)).toBe(format);
});

test("a list in a form that it has not is refused; what has but one form has that", () => {
  expect(() => chooseFormat(undefined, "image/png", true)).toThrow(expect.objectContaining({ status: 406 }));
  expect(chooseFormat(undefined, "text/csv", false)).toBe("json");
});
