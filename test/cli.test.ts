import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Reading } from "../src/reading/index.js";
import { VERSION } from "../src/version.js";
import { linesOf, runCli, startCli } from "./run-cli.js";
import { expectValid } from "./valid-reading.js";

const TEXT = "The foreign ministers of Peru and Chile met in Lima on Monday.";
const folder = mkdtempSync(join(tmpdir(), "chancery-cli-"));
const at = (name: string) => join(folder, name);

beforeAll(() => {
  mkdirSync(at("reports/deep"), { recursive: true });
  writeFileSync(at("reports/b.txt"), `${TEXT}\r\n`);
  writeFileSync(at("reports/a.md"), `# Talks\n\n${TEXT}\n`);
  writeFileSync(at("reports/deep/c.jsonl"), `{"id":"c1","text":"${TEXT}"}\n\n{"id":"c2","text":"${TEXT}"}`);
  writeFileSync(at("reports/scan.tiff"), "");
  writeFileSync(at("one.json"), JSON.stringify({ id: "one", text: TEXT, title: "Talks" }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("read", () => {
  test("one file: one reading, with what the caller knows of it, text to the last code unit", () => {
    const fields = [
      "--published",
      "2022-03-30",
      "--title",
      "Talks",
      "--publisher",
      "Example News",
      "--url",
      "https://example.org/1",
    ];
    const { status, stdout } = runCli(["read", "--json", at("reports/b.txt"), ...fields]);
    const { report } = expectValid(JSON.parse(stdout));
    expect(report).toMatchObject({
      title: "Talks",
      publisher: "Example News",
      url: "https://example.org/1",
      published: "2022-03-30",
      text: `${TEXT}\r\n`,
    });
    expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), null, 2)}\n`);
    expect(status).toBe(0);
  });

  test("a folder: an array in the order of the paths; what is passed over is said", () => {
    const { status, stdout, stderr } = runCli(["read", "--json", at("reports")]);
    const readings = JSON.parse(stdout) as Reading[];
    expect(readings.map((reading) => expectValid(reading).report.text.length)).toEqual([72, 64, 62, 62]);
    expect(stdout).toBe(`${JSON.stringify(readings, null, 2)}\n`);
    expect(stderr).toContain("scan.tiff");
    expect(status).toBe(0);
  });

  test("a .json file with one object is one reading", () => {
    expect(JSON.parse(runCli(["read", "--json", at("one.json")]).stdout)).toMatchObject({ report: { id: "one" } });
  });

  test("--jsonl reads files too", () => {
    const { stdout } = runCli(["read", "--jsonl", at("reports/deep/c.jsonl"), at("one.json")]);
    expect(linesOf<Reading>(stdout).map((reading) => reading.report.id)).toEqual(["c1", "c2", "one"]);
  });

  test("a report of an array is told by its place there", () => {
    writeFileSync(at("list.json"), JSON.stringify([{ text: TEXT }, { text: 5 }, { text: TEXT }]));
    const { status, stdout, stderr } = runCli(["read", at("list.json")]);
    const places = [...stdout.matchAll(/^==> .*list\.json(.*) <==$/gm)].map((found) => found[1]);
    expect(places).toEqual([", report 1", ", report 3"]);
    expect(stderr).toContain("list.json, report 2: text is a number");
    expect(JSON.parse(runCli(["read", "--json", at("list.json")]).stdout)[1].error).toMatchObject({ item: 2 });
    expect(status).toBe(3);
  });

  test("JSON on standard input is not read as prose", () => {
    const one = runCli(["read", "--json"], { input: `{"id":"one","text":"${TEXT}"}` });
    expect(JSON.parse(one.stdout)).toMatchObject({ report: { id: "one", text: TEXT } });
    const lines = runCli(["read"], { input: `{"text":"${TEXT}"}\n{"text":"${TEXT}"}\n` });
    expect([lines.status, lines.stdout]).toEqual([2, ""]);
    expect(lines.stderr).toContain("--jsonl");
    const prose = runCli(["read", "--json"], { input: `[see note] ${TEXT}` });
    expect(JSON.parse(prose.stdout)).toMatchObject({ report: { text: `[see note] ${TEXT}` } });
  });

  test("an empty list is said to be one", () => {
    writeFileSync(at("none.json"), "[]");
    expect(runCli(["read", at("none.json")])).toMatchObject({
      status: 0,
      stdout: "",
      stderr: expect.stringContaining("no report"),
    });
    expect(runCli(["read", "--json", at("none.json")])).toEqual({ status: 0, stdout: "[]\n", stderr: "" });
  });

  test("no line in, no line out", () => {
    expect(runCli(["read", "--jsonl"])).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("briefings of several files have their names above", () => {
    const { stdout } = runCli(["read", at("reports")]);
    const names = [...stdout.matchAll(/^==> (.*) <==$/gm)].map((found) => found[1]!.slice(folder.length));
    expect(names).toEqual(["/reports/a.md", "/reports/b.txt", "/reports/deep/c.jsonl:1", "/reports/deep/c.jsonl:3"]);
    expect(runCli(["read", at("reports/b.txt")]).stdout).not.toContain("==>");
  });

  test("standard input is a bare text; piped output has no colour unless asked", () => {
    expect(runCli(["read"], { input: TEXT }).stdout).not.toContain("\u001b");
    expect(runCli(["read", "-", "--color"], { input: TEXT }).stdout).toContain("\u001b[");
  });
});

describe("streams", () => {
  test.each(["1", "2"])("the first answer comes before the last question, --jobs %s", async (jobs) => {
    const child = startCli(["read", "--jsonl", "--jobs", jobs]);
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    child.stdin.write(`{"id":"a","text":"${TEXT}"}\n`);
    expect(JSON.parse((await answers.next()).value)).toMatchObject({ report: { id: "a" } });
    child.stdin.end(`{"id":"b","text":"${TEXT}"}`);
    expect(JSON.parse((await answers.next()).value)).toMatchObject({ report: { id: "b" } });
    expect(await once(child, "close")).toEqual([0, null]);
  });

  test("a reader who has had enough ends the run quietly", async () => {
    const child = startCli(["read", "--jsonl"]);
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.stdin.on("error", () => undefined);
    child.stdin.write(`{"text":"${TEXT}"}\n`.repeat(2000));
    await Promise.race([once(child.stdout, "data"), once(child, "close")]);
    child.stdout.destroy();
    expect(await once(child, "close")).toEqual([0, null]);
    expect(stderr).toBe("");
  });
});

describe("parse", () => {
  test("plain text gives CoNLL-U with the offsets of every word", () => {
    const { status, stdout } = runCli(["parse"], { input: TEXT });
    const words = stdout.split("\n").flatMap((line) => {
      const offsets = /start_char=(\d+)\|end_char=(\d+)/.exec(line);
      return offsets ? [[line.split("\t")[1], TEXT.slice(Number(offsets[1]), Number(offsets[2]))]] : [];
    });
    expect(words.length).toBeGreaterThan(10);
    for (const [form, slice] of words) expect(form).toBe(slice);
    expect(status).toBe(0);
  });

  test("--conllu keeps tokens, comments and breaks", () => {
    const row = (id: number, form: string) => [id, form, ...Array(8).fill("_")].join("\t");
    const input = `# text = Peru met Chile\n${row(1, "Peru")}\n${row(2, "met")}\n${row(3, "Chile")}\n\n# x\n${row(1, "Talks")}\n\n`;
    const { stdout } = runCli(["parse", "--conllu"], { input });
    const shape = (conllu: string) => conllu.split("\n").map((line) => line.split("\t").slice(0, 2).join(" "));
    expect(shape(stdout)).toEqual(shape(input));
    expect(stdout).toMatch(/^2\tmet\tmeet\tVERB\t/m);
  });
});

describe("explain", () => {
  test("a statement: its cue with the score, the path to its source, and the tree", () => {
    const input = "The minister said on Monday that talks would go on.";
    const { status, stdout } = runCli(["explain", "-", "s1"], { input });
    expect(stdout).toContain("s1 says, indirect");
    expect(stdout).toMatch(/cue +“said”, score \+\d/);
    expect(stdout).toContain("said ↓nsubj minister");
    expect(stdout).toMatch(/said .*◀ cue/);
    expect(status).toBe(0);
  });

  test("a statement: whom it was told to", () => {
    const input = "The minister told the envoys that talks would go on.";
    expect(runCli(["explain", "-", "s1"], { input }).stdout).toMatch(/^ {2}told to +envoys/m);
  });

  test("a statement that is not there is told, with those that are", () => {
    const { status, stderr } = runCli(["explain", "-", "s99"], { input: "It rained in Peru." });
    expect(stderr).toContain('no statement "s99": no statement was found');
    expect(status).toBe(2);
  });

  const claim = "Peru accused Chile of spying on its navy.";

  test("shows words, rule, tree and sides of every event, or of one", () => {
    const { status, stdout } = runCli(["explain", "-"], { input: claim });
    expect(stdout).toContain("[accused]");
    expect(stdout).toMatch(/accused .*VERB root .*◀ trigger/);
    expect(stdout).toMatch(/^v1 ACCUSE/m);
    expect(status).toBe(0);
    expect(runCli(["explain", "-", "v1"], { input: claim }).stdout).toContain("v1 ACCUSE");
  });

  test("takes a saved reading", () => {
    writeFileSync(at("saved.json"), runCli(["read", "--json"], { input: claim }).stdout);
    const { stdout } = runCli(["explain", "-"], { input: claim });
    expect(runCli(["explain", at("saved.json")]).stdout).toBe(stdout);
    expect(runCli(["explain", "-"], { input: readFileSync(at("saved.json")) }).stdout).toBe(stdout);
  });

  test("no such event: status 2, and which there are", () => {
    const { status, stdout, stderr } = runCli(["explain", "-", "v99"], { input: claim });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("v1");
  });

  test("no event at all is said", () => {
    expect(runCli(["explain", "-"], { input: "It rained." }).stdout).toContain("No event");
  });
});

describe("calls", () => {
  test("schema prints JSON Schema, --version the version, --help examples", () => {
    expect(JSON.parse(runCli(["schema"]).stdout)).toHaveProperty("$schema");
    expect(runCli(["--version"]).stdout).toBe(`${VERSION}\n`);
    for (const command of ["read", "explain", "parse", "code", "schema"]) {
      const { status, stdout } = runCli([command, "--help"]);
      expect(stdout).toMatch(/^Examples?:\n {2}/m);
      expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
      expect(status).toBe(0);
    }
  });

  test.each([
    ["an unknown command", ["raed"], "read"],
    ["an unknown option", ["read", "--jsno"], "--json"],
    ["a wrong call of a command", ["read", "--jobs", "0"], "chancery read --help"],
    ["an impossible number of threads", ["read", "--jobs", "0"], "1 to 64"],
    ["an impossible date", ["read", "--published", "2023-02-30"], "2022-03-30"],
    ["two outputs at once", ["read", "--json", "--jsonl"], "--json"],
    ["standard input twice", ["read", "-", "-"], "once"],
    ["code without --pairs", ["code"], "--pairs"],
    ["too many arguments", ["schema", "x"], "argument"],
  ])("%s: status 2 and a hint", (_, args, hint) => {
    const { status, stdout, stderr } = runCli(args);
    expect(stderr).toMatch(/^chancery: /);
    expect(stderr).toContain(hint);
    expect([status, stdout]).toEqual([2, ""]);
  });
});
