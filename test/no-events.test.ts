/** Sport, business, weather, films and more that speak of war and tell no act of politics: no event in any. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseTable } from "../src/assets/index.js";
import { engine } from "./engine.js";

const table = parseTable("no-events", readFileSync(new URL("no-events.tsv", import.meta.url), "utf8"));
const kinds = [...new Set(table.rows.map(({ cells }) => cells.kind!))];

const eventsOf = (text: string) =>
  engine
    .trace({ text, language: "en", published: "2021-05-12" })
    .reading.events.map(({ type, rule }) => `${type} ${rule}`);

describe("a sentence without politics", () => {
  it.each(kinds)("tells no event: %s", (kind) => {
    const sentences = table.rows.filter(({ cells }) => cells.kind === kind).map(({ cells }) => cells.sentence!);
    const told = sentences.map((text) => [text, ...eventsOf(text)]).filter((line) => line.length > 1);
    expect(told).toEqual([]);
  });

  it("has three hundred lines", () => {
    expect(table.rows.length).toBeGreaterThanOrEqual(300);
  });
});
