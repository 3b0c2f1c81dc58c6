import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findSources } from "./sources.js";

const folder = mkdtempSync(join(tmpdir(), "chancery-sources-"));
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of ["b", "a/deep", "empty"]) mkdirSync(join(folder, name), { recursive: true });
for (const name of ["Z.txt", "a/deep/x.jsonl", "a.md", "b/é.json", "b/B.TXT", "b/notes.pdf"])
  writeFileSync(join(folder, name), "");
symlinkSync(folder, join(folder, "a", "circle"));

async function find(...names: string[]) {
  const warnings: string[] = [];
  const sources = await findSources(names, "text", (message) => warnings.push(message));
  return { sources, warnings };
}

describe("findSources", () => {
  test("a folder is read with all below it, in code-unit order", async () => {
    const { sources } = await find(folder);
    const found = sources.map((source) => [
      source.kind,
      source.kind === "fault" ? null : source.file?.slice(folder.length),
    ]);
    expect(found).toEqual([
      ["text", "/Z.txt"],
      ["text", "/a.md"],
      ["lines", "/a/deep/x.jsonl"],
      ["text", "/b/B.TXT"],
      ["json", "/b/é.json"],
    ]);
  });

  test("what is passed over in a folder is said", async () => {
    const { warnings } = await find(`${folder}/`);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain("/b/notes.pdf");
    expect(warnings[0]).toContain("/a/circle");
  });

  test.each([
    ["file-missing", "none.txt"],
    ["file-type", "b/notes.pdf"],
    ["folder-empty", "empty"],
  ])("%s", async (code, name) => {
    const { sources } = await find(join(folder, name));
    expect(sources).toEqual([expect.objectContaining({ kind: "fault", fault: expect.objectContaining({ code }) })]);
  });

  test("no name, and -, is standard input", async () => {
    expect((await find()).sources).toEqual([{ kind: "text", file: null, listed: false }]);
    expect((await find("-")).sources).toEqual([{ kind: "text", file: null, listed: false }]);
  });
});
