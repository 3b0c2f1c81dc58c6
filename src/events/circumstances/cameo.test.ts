import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseTable } from "../../assets/index.js";
import type { EventType } from "../../reading/index.js";
import { createCameoKnowledge, resolveCameo } from "./cameo.js";

const tables = new Map(
  ["events/cameo", "events/cameo-crosswalk"].map((name) => {
    const path = new URL(`../../../data/${name}.tsv`, import.meta.url);
    return [name, parseTable(name, readFileSync(path, "utf8"))] as const;
  }),
);
const knowledge = createCameoKnowledge({ tables });

describe("resolveCameo", () => {
  test.each<[string, EventType, string[], string[], string]>([
    ["urged a release", "REQUEST", ["yield"], ["urge", "release"], "0253"],
    ["demanded a release", "REQUEST", ["yield"], ["demand", "release"], "1053"],
    ["demanded a withdrawal", "REQUEST", ["yield"], ["demand", "withdrawal"], "106"],
    ["demanded that they give way", "REQUEST", ["yield"], ["demand"], "100"],
    ["demanded a resignation", "REQUEST", ["change"], ["demand", "resignation"], "1041"],
    ["demanded talks", "REQUEST", ["meet"], ["demand", "talks"], "108"],
    ["captured soldiers", "ASSAULT", ["abduct"], ["capture", "soldier"], "181"],
    ["captured a town", "ASSAULT", [], ["capture", "town"], "192"],
    ["returned prisoners", "RETREAT", ["release"], ["return", "prisoner"], "0841"],
    ["a type without a mode", "ASSAULT", [], ["attack"], "190"],
  ])("%s", (_, type, modes, words, code) => {
    const question = { type, modes, status: "actual", contexts: [], words: new Set(words) } as const;
    expect(resolveCameo(question, knowledge)).toEqual({ cameo: code, goldstein: knowledge.goldstein.get(code) });
  });

  test("every line of the crosswalk is told apart from the others", () => {
    const table = tables.get("events/cameo-crosswalk")!;
    const keys = table.rows.map(({ cells }) =>
      [cells.type, cells.mode, cells.status, cells.context, cells.words, cells.beside].join("/"),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
