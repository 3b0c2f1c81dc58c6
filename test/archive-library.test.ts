import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Archive, openArchive } from "../src/archive/index.js";
import { hashText, type Reading } from "../src/reading/index.js";
import { makeReadings } from "./crash/make-readings.js";
import { makeOlder } from "./crash/older-archive.js";
import { SAMPLE } from "./sample-reading.js";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 }); // files on a busy disk

const folder = mkdtempSync(join(tmpdir(), "chancery-archive-"));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
const newPath = () => join(folder, `archive-${++made}.duckdb`);

/** The sample with keys such as an engine gives. */
const READING: Reading = JSON.parse(JSON.stringify(SAMPLE), (name, value) =>
  name === "key" ? hashText(value).slice(0, 16) : value,
);
const KEY = hashText(READING.report.text);

async function fill(archive: Archive, readings: readonly Reading[]): Promise<void> {
  const writer = await archive.writer();
  const run = await writer.startRun("chancery 0.0.0+00000000", {}, "2031-05-07T00:00:00Z");
  await writer.add(
    run,
    readings.map((reading) => ({ kind: "reading", reading })),
  );
  await writer.finishRun(run, "2031-05-07T00:00:01Z");
}

async function withArchive<Result>(readings: readonly Reading[], ask: (archive: Archive) => Promise<Result>) {
  const path = newPath();
  const written = await openArchive(path, { readOnly: false, create: true });
  await fill(written, readings);
  await written.close();
  const archive = await openArchive(path);
  try {
    return await ask(archive);
  } finally {
    await archive.close();
  }
}

const withText = (text: string): Reading => ({
  ...READING,
  report: { ...READING.report, text },
});

describe("a reading", () => {
  test("comes out as it was put in", async () => {
    const found = await withArchive([READING], (archive) => archive.reading(KEY));
    expect(found).toStrictEqual(READING);
  });

  test("has code points and words beside every span, also behind characters beyond U+FFFF", async () => {
    const shift = (reading: Reading): Reading =>
      JSON.parse(JSON.stringify(reading), (name, value) => (name === "start" || name === "end" ? value + 2 : value));
    const reading = { ...shift(READING), report: { ...READING.report, text: `😀${READING.report.text}` } };
    const [row] = await withArchive([reading], (archive) =>
      archive.query(`SELECT "trigger", roles, evidence FROM events WHERE "type" = 'CONSULT'`),
    );
    const start = reading.report.text.indexOf("met");
    expect(row).toMatchObject({
      trigger: { start, end: start + 3, start_cp: start - 1, end_cp: start + 2, words: "met" },
    });
    expect(await withArchive([reading], (archive) => archive.reading(hashText(reading.report.text)))).toStrictEqual(
      reading,
    );
  });

  test.each([["NUL \0 inside"], ["lone \ud800 surrogate"], ["\r\n\ufeff\u2028"], [""], ["日本語 e\u0301 👩‍👩‍👧"]])(
    "keeps the text %j as UTF-8 can hold it",
    async (text) => {
      const reading: Reading = {
        ...withText(text),
        ...{ entities: [], places: [], times: [], statements: [], events: [], terms: [], notes: [] },
      };
      const found = await withArchive([reading], (archive) => archive.reading(hashText(text)));
      expect(found?.report.text).toBe(text.replace("\ud800", "\ufffd"));
    },
  );
});

const STORY =
  "Peru's navy said on Tuesday that two ships had joined those of Chile for a drill off Arica, the first in nine years. ";
const LONG = `${STORY}Officers of both countries watched from a frigate while boats searched for a raft that had been set adrift.`;

describe("copies and sources", () => {
  const at = (publisher: string, published: string, text: string): Reading => ({
    ...withText(text),
    report: { ...READING.report, id: publisher, publisher, published, text },
  });

  test("one text of two outlets is one report with two sources, also within one batch", async () => {
    const pair = [at("A", "2031-01-01", LONG), at("B", "2031-01-02", LONG), at("A", "2031-01-01", LONG)];
    const rows = await withArchive(pair, (archive) =>
      archive.query("SELECT publisher, n FROM sources ORDER BY number, n"),
    );
    expect(rows).toEqual([
      { publisher: "A", n: 1 },
      { publisher: "B", n: 2 },
    ]);
  });

  test("near-copies name the first of them; the same words a season later do not", async () => {
    const readings = [
      at("A", "2031-01-01", LONG),
      at("B", "2031-01-02", `UPDATE 1-${LONG} More drills are to follow.`),
      at("C", "2031-01-03", `UPDATE 2-${LONG} More drills are to follow, a spokesman said.`),
      at("D", "2031-06-01", `${LONG} Again.`),
      at("E", "2031-01-02", "Something else altogether happened."),
    ];
    await withArchive(readings, async (archive) => {
      const rows = await archive.query("SELECT copyOf IS NULL AS isOriginal, copyOf FROM reports ORDER BY number");
      expect(rows.map(({ copyOf }) => copyOf)).toEqual([null, hashText(LONG), hashText(LONG), null, null]);
      expect(await archive.count("reports", { copies: false })).toBe(3);
      expect(await archive.count("events", { copies: false })).toBe(3 * READING.events.length);
    });
  });
});

describe("search", () => {
  let archive: Archive;
  const path = newPath();
  beforeAll(async () => {
    const readings = [
      ...makeReadings(30),
      withText("The gas pipeline burst. Nobody was hurt."),
      withText("Pipeline gas is dear."),
    ];
    const written = await openArchive(path, { readOnly: false, create: true });
    await fill(written, readings.slice(0, 20));
    await (await written.writer()).index();
    await fill(written, readings.slice(20));
    archive = written;
  });
  afterAll(() => archive.close());

  const search = async (query: string) => {
    const hits = [];
    for await (const hit of archive.search(query)) hits.push(hit);
    return hits;
  };

  test.each<[string, number]>([
    ["gas pipeline", 2],
    ['"gas pipeline"', 1],
    ["pipe*", 2],
    ["gas -burst", 1],
    ["norwegian", 30],
    ['"burst nobody"', 0],
    ["nothing-such", 0],
    ["'; DROP TABLE store.events; --", 0],
    ["-gas", 0],
    ["", 0],
  ])("%s, of which a part is not indexed yet", async (query, count) => {
    expect(await search(query)).toHaveLength(count);
  });

  test("the best first, each with the sentence that shows it", async () => {
    const [first] = await search("gas pipeline");
    expect(first?.sentence?.words).toBe("Pipeline gas is dear.");
    expect(await archive.count("reports", { text: "pipe*" })).toBe(2);
    const scores = (await search("norwegian harbour")).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test("segments that are joined find the same", async () => {
    const writer = await archive.writer();
    for (let i = 0; i < 9; i++) {
      await fill(archive, [withText(`The zebra number ${i} crossed.`)]);
      await writer.index();
    }
    expect(await search('"zebra number"')).toHaveLength(9);
    expect(await search('"gas pipeline"')).toHaveLength(1);
    const levels = await archive.query("SELECT level, count(*) AS n FROM store.segments GROUP BY 1 ORDER BY 1");
    expect(levels.at(-1)).toEqual({ level: 1, n: 1 });
  });
});

test("recoding keeps numbers, sources and keys", async () => {
  const path = newPath();
  const archive = await openArchive(path, { readOnly: false, create: true });
  const readings = makeReadings(3);
  await fill(archive, readings);
  const other = { ...readings[1]!, engine: "chancery 9", events: readings[1]!.events.slice(1) };
  await (await archive.writer()).replace([other]);
  expect(await archive.reading(hashText(other.report.text))).toStrictEqual(other);
  expect(await archive.query("SELECT count(*) AS n FROM events")).toEqual([{ n: 14 }]);
  expect(await archive.query("SELECT number, engine FROM reports WHERE engine = 'chancery 9'")).toEqual([
    { number: 2, engine: "chancery 9" },
  ]);
  const left = [];
  for await (const { key } of archive.inputs("chancery 9")) left.push(key);
  expect(left).toHaveLength(2);
  await archive.close();
});

test("coverage tells missing days; an empty archive has none", async () => {
  const days = ["01", "02", "03", "05"].map((day) => ({
    ...withText(`Day ${day}.`),
    report: { ...READING.report, publisher: "A", published: `2031-01-${day}T10:00:00Z`, text: `Day ${day}.` },
  }));
  const coverage = await withArchive(days, (archive) => archive.coverage({ since: "2031-01-02" }));
  expect(coverage.map(({ day, reports }) => [day, reports])).toEqual([
    ["2031-01-02", 1],
    ["2031-01-03", 1],
    ["2031-01-04", 0],
    ["2031-01-05", 1],
  ]);
  expect(await withArchive([], (archive) => archive.coverage())).toEqual([]);
});

test.each(["0001-01-01", "9999-12-31", "2031-05-06T23:59:59-08:00"])("a report of %s", async (published) => {
  const reading = { ...READING, report: { ...READING.report, published } };
  const [row] = await withArchive([reading], (archive) => archive.query("SELECT day FROM reports"));
  expect(row).toEqual({ day: published.slice(0, 10) });
});

describe("files that are no archive, or a broken one", () => {
  const open = async (path: string, options = {}) => {
    const archive = await openArchive(path, options);
    await archive.query("SELECT count(*) FROM events WHERE evidence.words <> ''");
    await archive.close();
  };
  let good: string;
  beforeAll(async () => {
    good = newPath();
    const archive = await openArchive(good, { readOnly: false, create: true });
    await fill(archive, makeReadings(200));
    await archive.close();
  });

  test("missing, a folder, text", async () => {
    await expect(open(newPath())).rejects.toMatchObject({ code: "archive-missing" });
    await expect(open(newPath(), { readOnly: false })).rejects.toMatchObject({ code: "archive-missing" });
    mkdirSync(join(folder, "folder"));
    await expect(open(join(folder, "folder"))).rejects.toMatchObject({ code: "archive-foreign" });
    writeFileSync(join(folder, "text"), "no archive\n".repeat(2000));
    await expect(open(join(folder, "text"))).rejects.toMatchObject({ code: "archive-foreign" });
    await expect(open(join(folder, "no", "folder"), { readOnly: false, create: true })).rejects.toMatchObject({
      code: "archive-missing",
    });
  });

  test("a database of something else, and an archive of a newer version", async () => {
    const other = newPath();
    const instance = await DuckDBInstance.create(other);
    const connection = await instance.connect();
    await connection.run("CREATE TABLE t (i INTEGER)");
    connection.closeSync();
    instance.closeSync();
    await expect(open(other)).rejects.toMatchObject({ code: "archive-foreign" });
    await expect(open(other, { readOnly: false, create: true })).rejects.toMatchObject({ code: "archive-foreign" });
    const newer = newPath();
    copyFileSync(good, newer);
    const changed = await DuckDBInstance.create(newer);
    const change = await changed.connect();
    await change.run("UPDATE store.meta SET value = '99' WHERE key = 'schema'");
    change.closeSync();
    changed.closeSync();
    await expect(open(newer)).rejects.toMatchObject({ code: "archive-newer", message: expect.stringContaining("99") });
  });

  test.each([1, 2, 3] as const)(
    "an archive of version %i is brought up to date when it is opened to write",
    async (version) => {
      const older = newPath();
      copyFileSync(good, older);
      await makeOlder(older, version);
      await expect(open(older)).rejects.toMatchObject({ code: "archive-older" });
      const archive = await openArchive(older, { readOnly: false });
      if (version === 1) await (await archive.writer()).index();
      expect((await archive.search("harbour").next()).value).toMatchObject({ publisher: "Harbour Wire" });
      await archive.close();
      const [migrated, fresh] = [await openArchive(older), await openArchive(good)];
      for (const table of ["events", "sides", "pairs", "heads", "claims"]) {
        const sql = `SELECT count(*) AS n, bit_xor(hash(COLUMNS(*)))::VARCHAR FROM store.${table}`;
        expect(await migrated.query(sql), table).toEqual(await fresh.query(sql));
      }
      expect(await migrated.ungathered()).toBe(0);
      await migrated.close();
      await fresh.close();
    },
  );

  test("cut off", async () => {
    const bytes = readFileSync(good);
    for (const part of [0.1, 0.5, 0.9]) {
      const path = newPath();
      writeFileSync(path, bytes.subarray(0, Math.floor(part * bytes.length)));
      await expect(open(path)).rejects.toMatchObject({ name: "ArchiveError" });
    }
  });

  test("one page flipped: an error, or the very rows", async () => {
    const bytes = readFileSync(good);
    for (let page = 0; page < 6; page++) {
      const path = newPath();
      const broken = Buffer.from(bytes);
      for (let i = 0; i < 4096; i++) {
        const at = Math.floor(((page + 0.5) / 6) * bytes.length) + i;
        if (at < bytes.length) broken[at] = broken[at]! ^ 0xff;
      }
      writeFileSync(path, broken);
      const failure = await open(path).then(
        () => null,
        (error: unknown) => error,
      );
      if (failure) expect(failure).toMatchObject({ name: "ArchiveError" });
    }
  });

  test("writing to what is open to read alone is refused", async () => {
    const archive = await openArchive(good);
    await expect(archive.writer()).rejects.toMatchObject({ code: "archive-not-writable" });
    await archive.close();
  });
});
