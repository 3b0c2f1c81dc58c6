import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { formatOf } from "../inputs/index.js";
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
      source.kind === "file" && formatOf(source.file ?? ""),
      source.kind === "file" && source.file?.slice(folder.length),
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

  test.each([
    ["*.txt", ["/Z.txt"]],
    ["**/*.{txt,TXT}", ["/Z.txt", "/b/B.TXT"]],
    ["a/**", ["/a/deep/x.jsonl"]],
    ["b/[!B]*.json", ["/b/é.json"]],
    ["?.md", ["/a.md"]],
  ])("the pattern %s", async (pattern, names) => {
    const { sources } = await find(join(folder, pattern));
    expect(sources.map((source) => source.kind === "file" && source.file?.slice(folder.length))).toEqual(names);
  });

  test("an address is one", async () => {
    expect((await find("https://example.org/a")).sources).toEqual([{ kind: "url", url: "https://example.org/a" }]);
  });

  test("no name, and -, is standard input", async () => {
    const expected = [{ kind: "file", bare: "text", file: null, listed: false }];
    expect((await find()).sources).toEqual(expected);
    expect((await find("-")).sources).toEqual(expected);
  });
});
