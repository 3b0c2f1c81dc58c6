import { expect, test } from "vitest";
import { formatScores, type Row, readFigures, readOldFigures } from "./format-scores.js";

const row: Row = {
  scorer: "trees",
  command: "parse.py x.conllu",
  figure: "LAS",
  floor: 80,
  now: "79.5",
  before: "81.0",
  commit: "abc1234",
  flag: "under the floor",
};

test("what is written is read back", () => {
  const page = formatScores([row, { ...row, figure: "UAS", floor: null, flag: "fell" }]);
  expect(readOldFigures(page)).toEqual(
    new Map([
      ["trees\nLAS", { now: "79.5", before: "81.0", commit: "abc1234", flag: "under the floor" }],
      ["trees\nUAS", { now: "79.5", before: "81.0", commit: "abc1234", flag: "fell" }],
    ]),
  );
});

test("the method page is given figures and floors", () => {
  expect(readFigures(formatScores([row, { ...row, floor: null }]))).toEqual([
    { scorer: "trees", figure: "LAS", floor: 80, now: "79.5", commit: "abc1234" },
    { scorer: "trees", figure: "LAS", floor: null, now: "79.5", commit: "abc1234" },
  ]);
});

test("figures that were taken apart stand below and are no scorer's", () => {
  const taken = { measure: "questions", figure: "ms", floor: "300", aim: "50", now: "41", before: "" };
  const page = formatScores(
    [row],
    [{ ...taken, commit: "abc1234", circumstances: "quiet", command: "npm run bench:archive" }],
  );
  expect(page).toMatch(/\| questions \| ms {5}\| 300 {3}\| 50 {2}\| 41 /);
  expect(page).toContain("`npm run bench:archive`");
  expect([...readOldFigures(page).keys()]).toEqual(["trees\nLAS"]);
});

test("a first page has nothing before it", () => {
  expect(readOldFigures("").size).toBe(0);
});
