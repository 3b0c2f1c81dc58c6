import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { SAMPLE } from "../../test/sample-reading.js";
import { hashText, type Reading } from "../reading/index.js";
import { type Archive, openArchive } from "./index.js";

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
