import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseTable, type Table } from "../assets/index.js";
import { AssetError } from "../errors.js";
import { createEventKnowledge, describeRule } from "./event-knowledge.js";

const FOLDER = new URL("../../data/events/", import.meta.url);

function readTables(): Map<string, Table> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".tsv"));
  return new Map(
    files.map((file) => {
      const name = `events/${file.slice(0, -4)}`;
      return [name, parseTable(name, readFileSync(new URL(file, FOLDER), "utf8"))];
    }),
  );
}

function withRow(name: string, line: string): Map<string, Table> {
  const tables = readTables();
  const { columns } = tables.get(name)!;
  return tables.set(name, parseTable(name, `${columns.join("\t")}\n${line}\n`));
}

describe("createEventKnowledge", () => {
  const tables = readTables();
  const knowledge = createEventKnowledge(tables);

  it("gives every rule an id of its own, in order", () => {
    const ids = tables.get("events/predicates")!.rows.map((row) => row.cells.id ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  it("has an outcome for every operator that rules name", () => {
    const known = new Set(tables.get("events/embeddings")!.rows.map((row) => row.cells.operator));
    const named = new Set([...knowledge.byId.values()].map((rule) => rule.operator).filter(Boolean));
    expect([...named].filter((operator) => !known.has(operator))).toEqual([]);
  });

  it("tells a rule in a sentence", () => {
    expect(describeRule(knowledge, "impose-sanctions")).toBe(
      'verb "impose" → SANCTION discontinue: sanctions imposed.',
    );
    expect(describeRule(knowledge, "no-such-rule")).toBeNull();
  });

  it.each([
    ["an unknown type", "x\tbake\tverb\t\tBAKE\t\tsubj\tobj\t\t0.5\t\t\t", /unknown type "BAKE"/],
    ["an unknown mode", "x\tbake\tverb\t\tAID\tcake\tsubj\tobj\t\t0.5\t\t\t", /no mode "cake"/],
    ["an unknown noun class", "x\tbake\tverb\tobj=cakes\tAID\t\tsubj\tobj\t\t0.5\t\t\t", /noun class "cakes"/],
    ["an unknown test", "x\tbake\tverb\toven\tAID\t\tsubj\tobj\t\t0.5\t\t\t", /unknown test "oven"/],
    ["an impossible confidence", "x\tbake\tverb\t\tAID\t\tsubj\tobj\t\t7\t\t\t", /confidence/],
    ["neither type nor operator", "x\tbake\tverb\t\t\t\tsubj\tobj\t\t0.5\t\t\t", /neither/],
  ])("names file and line of %s", (_, line, message) => {
    const make = () => createEventKnowledge(withRow("events/predicates", line));
    expect(make).toThrow(AssetError);
    expect(make).toThrow(message);
    expect(make).toThrow("data/events/predicates.tsv:2");
  });

  it("refuses an embedding that is decided twice", () => {
    const line = "deny\tAID|AID\t=\t=\tnegated\tact\t\t";
    expect(() => createEventKnowledge(withRow("events/embeddings", line))).toThrow(/decided twice/);
  });
});
