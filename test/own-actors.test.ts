/** `--actors FILE`: the caller's own actors win, by the day of the report, whatever the number of threads. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Entity, Reading } from "../src/reading/index.js";
import { runCli } from "./run-cli.js";
import { expectValid } from "./valid-reading.js";

const folder = mkdtempSync(join(tmpdir(), "chancery-actors-"));
const at = (name: string) => join(folder, name);

const TEXT = "The Blue Lantern attacked Georgia Guard soldiers on Monday. Jordan Vale met Anna Berg in Oslo.";
const DICTIONARY = `BLUE_LANTERN_ [PERREB]
GEORGIA_GUARD_ [GEOMIL]
JORDAN_VALE_
\t[CANGOV 150101-180101]
\t[CANELI >180101]
ANNA_BERG_ [NORBUS >100101]
`;
const TABLE = `name\tkind\tcountry\tsectors
Blue Lantern\tarmed-group\tPER\tREB
broken line\tking\tPER\tREB
`;

beforeAll(() => {
  writeFileSync(at("actors.txt"), DICTIONARY);
  writeFileSync(at("actors.tsv"), TABLE);
  writeFileSync(at("report.txt"), TEXT);
});
afterAll(() => rmSync(folder, { recursive: true }));

function entities(day: string, ...more: string[]): Entity[] {
  const { stdout } = runCli(["read", "--json", at("report.txt"), "--published", day, ...more]);
  return [...expectValid(JSON.parse(stdout) as Reading).entities];
}

const tell = (all: readonly Entity[], name: string) => {
  const found = all.find((entity) => entity.name === name);
  return found && [found.kind, found.country, ...found.sectors];
};

describe("--actors", () => {
  test("a dictionary's actors, each as its code says on that day", () => {
    const then = entities("2016-05-05", "--actors", at("actors.txt"));
    expect(tell(then, "Blue Lantern")).toEqual(["armed-group", "PER", "REB"]);
    expect(tell(then, "Georgia Guard")).toEqual(["organization", "GEO", "MIL"]);
    expect(tell(then, "Jordan Vale")).toEqual(["person", "CAN", "GOV"]);
    expect(tell(then, "Anna Berg")).toEqual(["person", "NOR", "BUS"]);
    expect(tell(entities("2019-05-05", "--actors", at("actors.txt")), "Jordan Vale")).toEqual(["person", "CAN", "ELI"]);
  });

  test("a bad line is named, the rest is loaded, the status is 3", () => {
    const { status, stdout, stderr } = runCli(["read", "--json", at("report.txt"), "--actors", at("actors.tsv")]);
    expect(tell((JSON.parse(stdout) as Reading).entities, "Blue Lantern")).toEqual(["armed-group", "PER", "REB"]);
    expect(stderr).toContain('actors.tsv:3: "king" is no kind of entity');
    expect(status).toBe(3);
  });

  test("pairs are coded with the caller's actors, and a bad line makes the status 3 there too", () => {
    const text = "The Blue Lantern attacked Peru on Monday.";
    const pair = { id: "a", text, actor: { start: 0, end: 16 }, recipient: { start: 26, end: 30 } };
    const call = ["code", "--pairs", "--actors", at("actors.tsv")];
    const { status, stdout, stderr } = runCli(call, { input: `${JSON.stringify(pair)}\n` });
    expect(JSON.parse(stdout)).toMatchObject({ id: "a", type: "ASSAULT" });
    expect(stderr).toContain("actors.tsv:3");
    expect(status).toBe(3);
    expect(runCli(["code", "--pairs", "--actors", at("none.tsv")]).status).toBe(2);
  });

  test("a file that is not there ends the run", () => {
    const { status, stdout, stderr } = runCli(["read", at("report.txt"), "--actors", at("none.tsv")]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("none.tsv");
  });

  test("changes the engine's name, and gives the same bytes on two threads", () => {
    const call = ["read", "--json", at("report.txt"), "--actors", at("actors.txt")];
    const one = runCli(call).stdout;
    expect(runCli([...call, "--jobs", "2"]).stdout).toBe(one);
    const plain = JSON.parse(runCli(["read", "--json", at("report.txt")]).stdout) as Reading;
    expect((JSON.parse(one) as Reading).engine).not.toBe(plain.engine);
  });
});
