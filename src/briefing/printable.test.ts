import { expect, test } from "vitest";
import { letterWidth, measureWidth } from "./display-width.js";
import { makePrintable } from "./printable.js";

test.each([
  ["an escape sequence", "a\x1b[31mb", "a\\x1b[31mb"],
  ["a C1 control", "a\x9bb", "a\\x9bb"],
  ["a bidirectional override", "abc\u202ecba", "abc\\u202ecba"],
  ["a zero-width space", "Mos\u200bcow", "Moscow"],
  ["a byte order mark", "\ufeffMoscow", "Moscow"],
  ["a tag character", "a\u{e0041}b", "ab"],
  ["line feeds and tabs", "a\n\t b\u2028c", "a b c"],
  ["a lone surrogate", "a\ud800b", "a\ufffdb"],
  ["piled marks", `a${"\u0301".repeat(9)}`, `a${"\u0301".repeat(3)}`],
  ["plain words", "Türkiye “met” 中国", "Türkiye “met” 中国"],
])("%s", (_name, words, printable) => {
  expect(makePrintable(words)).toBe(printable);
});

test.each([
  ["abc", 3],
  ["中国", 4],
  ["e\u0301", 1],
  ["한국", 4],
  ["−“–", 3],
])("%s fills %i columns", (words, columns) => {
  expect(measureWidth(words)).toBe(columns);
});

test("a code point beyond the basic plane is one letter", () => {
  expect(letterWidth("𝄞")).toBe(1);
});
