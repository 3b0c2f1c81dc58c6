import { describe, expect, test } from "vitest";
import { comparePages } from "./pages/compare-pages.js";
import { compareWords } from "./pages/compare-words.js";
import { makePages } from "./pages/sites.js";
import { readInput } from "./read-input.js";

/** Floors of the article's words that are kept, and of others that are not. */
const LEAST_KEPT = 0.95;
const MOST_FOREIGN = 0.05;

const pages = makePages();

describe("saved pages", () => {
  test("are forty at least", () => {
    expect(pages.length).toBeGreaterThanOrEqual(40);
  });

  test.each(pages)("$name", async ({ html, stories }) => {
    const { reports, faults } = await readInput("page.html", html);
    expect(faults).toEqual([]);
    expect(reports.map((report) => report.title)).toEqual(stories.map((story) => story.title));
    for (const [i, story] of stories.entries()) {
      const truth = [story.title, ...story.body.map((line) => line.replace(/^(?:## |- )/, ""))].join("\n\n");
      const { kept, foreign } = compareWords(truth, reports[i]!.text);
      expect({ kept: kept >= LEAST_KEPT, foreign: foreign <= MOST_FOREIGN, text: reports[i]!.text }).toMatchObject({
        kept: true,
        foreign: true,
      });
    }
  });

  test("all together keep 99 % and let in 1 %", async () => {
    const all = await comparePages();
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(all.map(({ kept }) => kept))).toBeGreaterThan(0.99);
    expect(mean(all.map(({ foreign }) => foreign))).toBeLessThan(0.01);
  });
});
