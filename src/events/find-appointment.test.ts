import { expect, it } from "vitest";
import { engine } from "../../test/engine.js";

/** Due day of the first agreement that a sentence of 12 May 2021 tells. */
function dueOf(text: string): string | null | undefined {
  const { reading } = engine.trace({ text, language: "en", published: "2021-05-12" });
  return reading.events.find((event) => event.type === "AGREE")?.due;
}

it.each([
  ["Minister Idris Bakri wanted to travel from Kenya to Egypt, where he is expected on Friday.", "2021-05-14"],
  ["Minister Idris Bakri wants to travel to Egypt, where the hotels are full on Friday.", null],
])("finds in %j the day %s", (text, due) => {
  expect(dueOf(text)).toBe(due);
});
