/** Every event rule on its own examples, through the whole engine. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseTable } from "../src/assets/index.js";
import { describeRule } from "../src/events/index.js";
import { engine } from "./engine.js";

/** Share of examples that must fire: a newly trained language model may read a few of the short ones otherwise. */
const LEAST = 0.95;

/** Some four thousand sentences are read one by one. */
const PATIENCE = 300_000;

const path = new URL("../data/events/predicates.tsv", import.meta.url);
const { rows } = parseTable("events/predicates", readFileSync(path, "utf8"));
const rulesOf = (text: string) => engine.trace({ text, language: "en" }).reading.events.map((event) => event.rule);

describe("the examples of the event rules", () => {
  it(
    "fire their rule",
    () => {
      const asked = rows.filter(({ cells }) => cells.fires !== "");
      const missed = asked.filter(({ cells }) => !rulesOf(cells.fires ?? "").includes(cells.id ?? ""));
      const share = 1 - missed.length / asked.length;
      expect(asked.length).toBeGreaterThan(1500);
      expect(share, missed.map(({ cells }) => `${cells.id}: ${cells.fires}`).join("\n")).toBeGreaterThanOrEqual(LEAST);
    },
    PATIENCE,
  );

  it(
    "do not fire where nobody of politics acts",
    () => {
      const fired = rows.filter(({ cells }) => rulesOf(cells.not ?? "").includes(cells.id ?? ""));
      expect(fired.map(({ cells }) => `${cells.id}: ${cells.not}`)).toEqual([]);
    },
    PATIENCE,
  );

  it("belong to rules that can be told in a sentence", () => {
    const dumb = rows.filter(({ cells }) => !describeRule(engine.rules, cells.id ?? "")?.endsWith("."));
    expect(dumb).toEqual([]);
  });
});
