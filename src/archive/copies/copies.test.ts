import { describe, expect, test } from "vitest";
import { makeSketch, overlapOf, stripMarks } from "./sketch.js";

const STORY = `Peru's navy said on Tuesday that two of its ships had joined those of Chile for a drill off Arica, the first in nine years.
Officers of both countries watched from the bridge of a Chilean frigate while boats searched for a raft that had been set adrift.
The ministers of defence are to meet in Lima next month to settle how often such drills shall be held, and who pays for the fuel.`;

const overlap = (a: string, b: string) => overlapOf(makeSketch(a)!, makeSketch(b)!);

describe("near-copies", () => {
  test.each<[string, string, string]>([
    ["the same story with an agency's mark", STORY, `UPDATE 2-${STORY}`],
    [
      "a longer update of it",
      STORY,
      `${STORY}\nA spokesman in Santiago called the drill a success. More were to follow within the year, he said.`,
    ],
    ["one word put right", STORY, STORY.replace("nine years", "eight years")],
    ["a headline with a mark", "Peru and Chile hold a naval drill", "UPDATE 1-Peru and Chile hold a naval drill"],
    [
      "a headline of the opinion page",
      "Peru and Chile hold a naval drill",
      "Opinion | Peru and Chile hold a naval drill",
    ],
    [
      "a headline with its outlet",
      "Peru and Chile hold a naval drill",
      "Peru and Chile hold a naval drill - The Harbour Post",
    ],
  ])("%s", (_, a, b) => {
    expect(overlap(a, b)).toBeGreaterThanOrEqual(0.7);
  });

  test.each<[string, string, string]>([
    ["another headline, one word apart", "Peru and Chile hold a naval drill", "Peru and Brazil hold a naval drill"],
    ["another story", STORY, STORY.split(" ").reverse().join(" ")],
    ["a story and its headline", STORY, "Peru's navy said on Tuesday that two of its ships had joined"],
  ])("not: %s", (_, a, b) => {
    expect(overlap(a, b)).toBeLessThan(0.7);
  });

  test.each([
    ["WRAPUP 3-Talks fail", "Talks fail"],
    ["EXCLUSIVE: Talks fail", "Talks fail"],
    ["Talks fail | Harbour Post", "Talks fail"],
    ["Talks between A-B fail", "Talks between A-B fail"],
    ["Peru", "Peru"],
  ])("%s without marks", (line, bare) => {
    expect(stripMarks(line)).toBe(bare);
  });

  test("no words, no sketch", () => {
    expect(makeSketch("… 😀")).toBeNull();
  });
});
