import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  type Archive,
  ArchiveError,
  type Filter,
  formatCell,
  type Kind,
  leaveNote,
  openArchive,
  removeNote,
} from "../src/archive/index.js";
import { hashText, type Reading } from "../src/reading/index.js";
import { linesOf, runCli, startCli } from "./run-cli.js";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 }); // files on a busy disk

const folder = mkdtempSync(join(tmpdir(), "chancery-ingest-"));
const at = (name: string) => join(folder, name);
const archive = at("news.duckdb");
const ask = (...args: string[]) => runCli([args[0]!, "--archive", archive, ...args.slice(1)]);
const askLines = (...args: string[]) => linesOf<Record<string, unknown>>(ask(...args, "--jsonl").stdout);

const REPORTS = [
  {
    id: "a",
    publisher: "Harbour Wire",
    published: "2031-05-06",
    text: "Norway criticized Egypt on Monday over 😀 arrests.",
  },
  {
    id: "b",
    publisher: "Dam Post",
    published: "2031-05-07",
    text: "Egypt's foreign minister visited Kenya on Tuesday.",
  },
  {
    id: "c",
    published: "2031-06-01",
    text: "Kenya and Chad signed an agreement in Nairobi, Kenya's president said. Chad accused Egypt of “harbour piracy”.",
  },
  { id: "d", text: "Le ministre a rencontré son homologue à Paris pour des entretiens sur la frontière commune." },
];

beforeAll(() => {
  writeFileSync(at("reports.jsonl"), REPORTS.map((report) => JSON.stringify(report)).join("\n"));
  writeFileSync(at("more.jsonl"), `${JSON.stringify({ ...REPORTS[0], publisher: "Other Post" })}\n{"text": 5}\n`);
  expect(runCli(["ingest", at("reports.jsonl"), "--archive", archive]).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("ingest", () => {
  test("keeps what read reads, to the last byte", async () => {
    const read = runCli(["read", "--jsonl", at("reports.jsonl")]).stdout;
    const opened = await openArchive(archive);
    const kept: string[] = [];
    for (const { text } of REPORTS) kept.push(JSON.stringify(await opened.reading(hashText(text))));
    await opened.close();
    expect(`${kept.join("\n")}\n`).toBe(read);
    expect((JSON.parse(kept[0]!) as Reading).events.length).toBeGreaterThan(0);
  });

  test("again: nothing new; another source of a text is one more source; a failure is kept", () => {
    const again = runCli(["ingest", at("reports.jsonl"), "--archive", archive]);
    expect([again.status, again.stderr]).toEqual([0, expect.stringContaining("0 new, 4 there already, 0 failed")]);
    const more = runCli(["ingest", at("more.jsonl"), "--archive", archive]);
    expect([more.status, more.stderr]).toEqual([3, expect.stringContaining("0 new, 1 there already (1 from a source")]);
    const [report] = askLines("reports", "--limit", "1");
    expect(report).toMatchObject({ sources: [{ publisher: "Harbour Wire" }, { publisher: "Other Post" }] });
    expect(askLines("sql", 'SELECT "where", code FROM failures')).toEqual([
      { where: `${at("more.jsonl")}:2`, code: "text-not-string" },
    ]);
  });
});

describe("questions", () => {
  let opened: Archive;
  beforeAll(async () => {
    opened = await openArchive(archive);
  });
  afterAll(() => opened.close());

  test.each<[string, Kind, Filter, number]>([
    ["a country that acts", "events", { actor: ["NOR"] }, 1],
    ["a name", "events", { actor: ["norway"] }, 1],
    ["two countries", "events", { pair: ["KEN", "EGY"] }, 1],
    ["two that act together", "events", { pair: ["TCD", "KEN"] }, 1],
    ["two that do not", "events", { pair: ["NOR", "KEN"] }, 0],
    ["a type and to whom", "events", { type: ["ACCUSE"], recipient: ["EGY"] }, 2],
    ["a quad class", "events", { quad: [1] }, 2],
    ["a mode", "events", { mode: ["visit"] }, 1],
    ["days", "events", { until: "2031-05-05" }, 1],
    ["a month, the report's day where the act has none", "events", { since: "2031-05-01", until: "2031-05-31" }, 3],
    ["who says so", "events", { claimedBy: ["KEN"] }, 1],
    ["the report itself", "events", { claimedBy: ["report"], actor: ["TCD"] }, 1],
    ["much confidence", "events", { minConfidence: 0.999 }, 0],
    ["reports with such events", "reports", { type: ["ACCUSE"] }, 2],
    ["reports of days", "reports", { since: "2031-06-01" }, 1],
    ["terms of a country", "terms", { actor: ["TCD"] }, 1],
    ["places of a country", "places", { place: ["KEN"] }, 3],
    ["places of events", "places", { type: ["CONSULT"] }, 1],
    ["entities that take part", "entities", { type: ["CONSULT"] }, 2],
    ["statements of a country", "statements", { actor: ["KEN"] }, 1],
    ["statements with such events", "statements", { type: ["SUPPORT"] }, 1],
  ])("%s", async (_, kind, filter, count) => {
    const found = [];
    for await (const record of opened.find(kind, filter)) found.push(record);
    expect(found).toHaveLength(count);
    expect(await opened.count(kind, filter)).toBe(count);
  });

  test("a record has its words, its parties and where it stands", async () => {
    const found = opened.find("events", { actor: ["NOR"] });
    const { value } = await found.next();
    await found.return(undefined);
    expect(value).toMatchObject({ trigger: { words: "criticized" }, publisher: "Harbour Wire", number: 1, n: 1 });
    expect(value?.parties).toMatchObject([
      { role: "actor", country: "NOR", name: "Norway" },
      { role: "recipient", country: "EGY" },
    ]);
  });

  test("the latest first", async () => {
    const days: (string | null)[] = [];
    for await (const event of opened.find("events", {}, { order: "latest", limit: 3 })) days.push(event.date);
    expect(days).toEqual(["2031-06-01", "2031-06-01", null]);
  });

  test("several at once", async () => {
    const counts = await Promise.all(["NOR", "EGY", "TCD"].map((code) => opened.count("events", { actor: [code] })));
    expect(counts).toEqual([1, 2, 2]);
  });

  test.each([
    ["writes", "DELETE FROM store.events", "query-refused"],
    ["writes within EXPLAIN", "EXPLAIN ANALYZE DELETE FROM store.events", "query-failed"],
    ["makes", "CREATE TABLE t (i INTEGER)", "query-refused"],
    ["attaches", "ATTACH ':memory:' AS m", "query-refused"],
    ["reads a file", "SELECT * FROM read_text('/etc/hostname')", "query-refused"],
    ["reads a file by its name", "SELECT * FROM '/etc/hostname'", "query-failed"],
    ["lists files", "SELECT * FROM glob('/*')", "query-refused"],
    ["copies", "COPY (SELECT 1) TO 'out.csv'", "query-refused"],
    ["installs", "INSTALL fts", "query-refused"],
    ["loads", "LOAD fts", "query-refused"],
    ["sets", "SET threads = 1", "query-refused"],
    ["begins", "BEGIN", "query-refused"],
    ["is two", "SELECT 1; SELECT 2", "query-refused"],
    ["is nothing", "-- nothing", "query-failed"],
    ["is none", "SELEC 1", "query-failed"],
  ])("SQL that %s is refused", async (_, sql, code) => {
    const error = await opened.query(sql).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ArchiveError);
    expect(error).toMatchObject({ code });
  });

  test("on the command line: a table for people, lines for programs, a number", () => {
    expect(ask("events", "--actor", "NOR").stdout).toContain("Norway");
    expect(askLines("sql", "SELECT count(*) AS n FROM reports")).toEqual([{ n: 4 }]);
    expect(ask("events", "--pair", "EGY,KEN", "--count").stdout).toBe("1\n");
    const refused = ask("sql", "DROP TABLE store.events");
    expect([refused.status, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toMatch(/^chancery: .*read-only/);
  });
});

describe("outputs", () => {
  test("CSV: a header, a line a record, no formula for a spreadsheet", () => {
    const { stdout } = ask("reports", "--csv");
    const lines = stdout.trimEnd().split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^key,number,day,/);
    expect(["=1+1", "+1", "-1", "@x", "\tx", 'say "hi"', "a,b", "plain", null, -1.5].map(formatCell)).toEqual([
      ...["'=1+1", "'+1", "'-1", "'@x", "'\tx"],
      ...['"say ""hi"""', '"a,b"', "plain", "", "-1.5"],
    ]);
  });

  test("Parquet: the same records for other programs, with what the columns mean", async () => {
    expect(ask("events", "--parquet", at("events.parquet")).status).toBe(0);
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const sql = `SELECT count(*)::INTEGER AS n, count(DISTINCT key)::INTEGER AS keys, min(quad) AS quad, min("trigger") AS words
      FROM '${at("events.parquet")}'`;
    expect((await connection.runAndReadAll(sql)).getRowObjects()).toEqual([
      { n: 5, keys: 5, quad: 1, words: "accused" },
    ]);
    connection.closeSync();
    instance.closeSync();
    const dictionary = readFileSync(at("events.parquet.dictionary.csv"), "utf8");
    expect(dictionary).toContain('"quad","INT32","1 verbal cooperation');
  });
});

describe("an archive among others", () => {
  test("verify finds nothing otherwise; recode has nothing to do", () => {
    const verified = ask("verify");
    expect([verified.status, verified.stdout, verified.stderr]).toEqual([
      0,
      "",
      expect.stringContaining("4 reports read again, 0"),
    ]);
    expect(ask("recode").stderr).toContain("0 reports recoded, 0 failed");
  });

  test("an unknown type is named with the nearest one; an empty answer tells what was read", () => {
    const wrong = ask("events", "--type", "ASSALT");
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('"ASSAULT"')]);
    expect(ask("events", "--since", "1999", "--until", "2001").stdout).toContain("Nothing of these days was read");
    expect(ask("search", '"foreign minister"').stdout).toContain("visited Kenya");
  });

  test("a search left half way holds the file from nobody", async () => {
    const asking = await openArchive(archive);
    for await (const event of asking.find("events", {})) if (event.n > 0) break;
    await asking.close();
    expect(runCli(["recode", "--archive", archive, "--no-wait"]).status).toBe(0);
  });

  test("a second writer is told who has the archive", async () => {
    const holder = await openArchive(archive, { readOnly: false });
    await leaveNote(archive, { command: "test" });
    const second = runCli(["ingest", at("reports.jsonl"), "--archive", archive, "--no-wait"]);
    await holder.close();
    await removeNote(archive);
    expect([second.status, second.stderr]).toEqual([
      2,
      expect.stringContaining("another process has the archive open"),
    ]);
  });

  test("Ctrl-C keeps what was read, and the same command goes on", async () => {
    const many = Array.from({ length: 400 }, (_, i) => JSON.stringify({ text: `Peru met Chile in Lima, time ${i}.` }));
    writeFileSync(at("many.jsonl"), many.join("\n"));
    const args = ["ingest", at("many.jsonl"), "--archive", at("stopped.duckdb")];
    const child = startCli(args);
    child.stderr.once("data", () => child.kill("SIGINT"));
    const [status] = await once(child, "close");
    expect([0, 130]).toContain(status);
    const rest = runCli(args);
    expect(rest.status).toBe(0);
    const opened = await openArchive(at("stopped.duckdb"));
    expect(await opened.count("reports")).toBe(400);
    await opened.close();
  });
});
