import fc from "fast-check";
import { test } from "vitest";
import { engine } from "./engine.js";
import { readValid } from "./valid-reading.js";

/** Pieces of news, so that chance makes sentences that the later stages see too. */
const PIECES = [
  "Peru",
  "Chile’s foreign minister",
  "the Kremlin",
  "Moscow",
  "the United Nations",
  "they",
  "Ana Torres",
  "rebels",
  "met",
  "accused",
  "said",
  "told",
  "has not",
  "would",
  "refused to",
  "threatened",
  "were killed by",
  "signed",
  "in Lima",
  "on Monday",
  "last year",
  "3 May 2022",
  "at least 43 people",
  "$2 million",
  "according to",
  "that",
  "“",
  "”",
  "‘",
  "’",
  '"',
  ",",
  ".",
  ". ",
  "\n",
  "\n\n",
  ";",
  ":",
  "—",
  "(",
  ")",
  "-",
  "…",
  "\u2028",
  "\u00a0",
  "\ud83d",
  "\ude00",
  "😀",
  "\u0000",
  "\u001b[1m",
  "\u202e",
  "ﬁ",
  "İ",
  "ß",
  "한국",
  "e\u0301",
  "https://a.b/c?d=e",
];

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((words) => words.join(" "));
const squeezed = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((words) => words.join(""));
const published = fc.constantFrom(null, "2022-03-30", "2024-02-29T23:59:59Z", "0001-01-01", "9999-12-31");

test("any string gives a valid reading", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      readValid(engine, { text, language: "en" });
    }),
    { numRuns: 150 },
  );
});

test("any jumble of news gives a valid reading", () => {
  fc.assert(
    fc.property(fc.oneof(pieces, squeezed), published, (text, day) => {
      readValid(engine, { text, published: day, language: "en" });
    }),
    { numRuns: 250 },
  );
});
