import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraries, checkInput, type FuzzKind } from "./fuzz-inputs.js";

const kept = readFileSync(new URL("./fuzz-corpus.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");

describe("random inputs give reports or faults by name", () => {
  test.each(Object.keys(arbitraries) as FuzzKind[])("%s", async (kind) => {
    await fc.assert(
      fc.asyncProperty(arbitraries[kind], (input) => checkInput(kind, input)),
      { numRuns: 40 },
    );
  });
});

test.each(kept)("what once failed holds: %s", async (line) => {
  const { kind, input } = JSON.parse(line) as { kind: FuzzKind; input: string };
  await expect(checkInput(kind, input)).resolves.toBeUndefined();
});
