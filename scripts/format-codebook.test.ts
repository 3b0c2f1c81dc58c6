import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseTable } from "../src/assets/index.js";
import { formatCodebook } from "./format-codebook.js";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const table = (name: string) => parseTable(`events/${name}`, read(`data/events/${name}.tsv`));

test("docs/codebook.md is what the data give (npm run codebook)", () => {
  const tables = { types: table("types"), modes: table("modes"), contexts: table("contexts") };
  expect(read("docs/codebook.md")).toBe(formatCodebook({ ...tables, predicates: table("predicates") }));
});
