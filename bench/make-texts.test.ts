import { beforeAll, expect, test } from "vitest";
import type { Assets } from "../src/assets/index.js";
import { loadAssets } from "../src/cli/load-assets.js";
import { makeTexts } from "./make-texts.js";

let assets: Assets;
beforeAll(async () => {
  assets = await loadAssets();
});

test("no sentence stands twice, so that nothing kept of one helps with another", () => {
  const sentences = makeTexts(assets, 40).flatMap((text) => text.split(/(?<=\.)\s+/));
  expect(sentences.length).toBeGreaterThan(900);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test("sentences are about as long as those of the news", () => {
  const text = makeTexts(assets, 40).join(" ");
  const mean = text.split(/\s+/).length / text.split(/\.\s/).length;
  expect(mean).toBeGreaterThan(15);
  expect(mean).toBeLessThan(25);
});

test("the same seed gives the same texts, another gives others", () => {
  expect(makeTexts(assets, 3)).toEqual(makeTexts(assets, 3));
  expect(makeTexts(assets, 3, 2)).not.toEqual(makeTexts(assets, 3));
});
