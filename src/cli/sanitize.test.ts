import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sanitize, sanitizeShort } from "./sanitize.js";

describe("sanitize", () => {
  test.each([
    ["an escape sequence", "a\u001b[31mb", "a\\u001b[31mb"],
    ["a C1 control", "a\u009b2Jb", "a\\u009b2Jb"],
    ["a line break", "a\nb", "a\\u000ab"],
    ["a line separator", "a\u2028b", "a\\u2028b"],
    ["a right-to-left override", "a\u202eb", "a\\u202eb"],
    ["a lone surrogate", "a\ud800b", "a\\ud800b"],
    ["letters of any script and signs beyond the first plane", "Łódź 東京 😀", "Łódź 東京 😀"],
  ])("%s", (_, words, safe) => {
    expect(sanitize(words)).toBe(safe);
  });

  test("nothing that steers a terminal comes through", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => !/[\p{Cc}\p{Cs}\u2028-\u202e]/u.test(sanitizeShort(words))),
    );
  });
});

test("sanitizeShort cuts at the limit", () => {
  expect(sanitizeShort("abcdef", 3)).toBe("abc…");
  expect(sanitizeShort("abc", 3)).toBe("abc");
});
