import { expect, test } from "vitest";
import { makeChance, mutate } from "./mutate.js";

const POOL = ["<p>Peru met Chile.</p>", "3 text,title", "\ud83d"];

function makeMany(seed: number): string[] {
  const chance = makeChance(seed);
  return Array.from({ length: 500 }, (_, i) => mutate(POOL[i % 3]!, chance, POOL));
}

test("the same seed makes the same inputs, another others", () => {
  expect(makeMany(1)).toEqual(makeMany(1));
  expect(makeMany(2)).not.toEqual(makeMany(1));
});

test("nearly every input is a new one, and none is long", () => {
  const made = makeMany(3);
  expect(new Set(made).size).toBeGreaterThan(400);
  expect(Math.max(...made.map((text) => text.length))).toBeLessThanOrEqual(2000);
});
