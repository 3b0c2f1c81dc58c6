/** Reports in, occurrences and relations out: the whole way through an archive. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, createCodebook, loadOutlets, openArchive, settleCountry } from "../src/archive/index.js";
import { assets, engine } from "./engine.js";

const folder = mkdtempSync(join(tmpdir(), "chancery-relations-"));
const path = join(folder, "news.duckdb");
let archive: Archive;

/** Day, publisher, text. */
const REPORTS = [
  ["2019-01-10", "Wire", "Kenya and Uganda signed an agreement on trade in Nairobi on Thursday."],
  ["2019-01-11", "Other wire", "Uganda and Kenya signed an agreement on trade on 10 January, officials confirmed."],
  ["2019-03-04", "Wire", "Kenya imposed sanctions on Uganda on Monday."],
  ["2019-03-05", "TASS", "Kenya imposed sanctions on Uganda on 4 March 2019."],
  ["2019-03-05", "Granma", "Kenya imposed sanctions on Uganda on Monday over a quarrel about fish."],
  ["2019-06-01", "TASS", "Kenya attacked Uganda on Saturday."],
  ["2021-01-01", "Wire", "Peru welcomed the new year."],
] as const;

async function add(reports: readonly (readonly [string, string, string])[]): Promise<void> {
  const writing = await openArchive(path, { readOnly: false, create: true });
  const writer = await writing.writer();
  const run = await writer.startRun("test", {}, "2031-01-01T00:00:00Z");
  const readings = reports.map(([published, publisher, text]) => engine.read({ text, published, publisher }));
  await writer.add(
    run,
    readings.map((reading) => ({ kind: "reading", reading })),
  );
  await writer.finishRun(run, "2031-01-01T00:00:01Z");
  await writing.gather();
  await writing.close();
}

beforeAll(async () => {
  await add(REPORTS);
  archive = await openArchive(path);
});
afterAll(async () => {
  await archive.close();
  rmSync(folder, { recursive: true });
});

interface Row {
  readonly key: string;
  readonly type: string;
  readonly outlets: number;
  readonly tellings: readonly { readonly report: string; readonly event: string }[];
}
const occurrences = (from: Archive) =>
  from.query<Row>(`SELECT * FROM occurrences WHERE "type" IN ('SANCTION', 'ASSAULT') ORDER BY date, key`);

describe("occurrences of an archive", () => {
  test("have all tellings of one act, and its outlets", async () => {
    const rows = await occurrences(archive);
    expect(rows.map(({ type, tellings, outlets }) => [type, tellings.length, outlets])).toEqual([
      ["SANCTION", 3, 3],
      ["ASSAULT", 1, 1],
    ]);
    expect((await archive.sentences([rows[0]!.key], true)).map(({ publisher }) => publisher).sort()).toEqual([
      "Granma",
      "TASS",
      "Wire",
    ]);
    expect(await archive.ungathered()).toBe(0);
  });

  test("keep their keys when more reports come, whatever is gathered anew", async () => {
    const before = await occurrences(archive);
    await archive.close();
    await add([["2019-03-06", "Late wire", "Kenya imposed sanctions on Uganda on 4 March 2019, two days ago."]]);
    archive = await openArchive(path);
    const after = await occurrences(archive);
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(after[0]!.tellings.length).toBe(4);
  });

  test("can be split and joined, and stay so", async () => {
    await archive.close();
    const writing = await openArchive(path, { readOnly: false });
    const [whole] = await occurrences(writing);
    const [one, other] = whole!.tellings.map(({ report, event }) => `${report}:${event}`);
    const before = (await occurrences(writing)).length;
    await writing.decide("split", [one!, other!]);
    await writing.gather(true);
    expect((await occurrences(writing)).length).toBe(before + 1);
    await writing.decide("join", [one!, other!]);
    expect((await occurrences(writing)).length).toBe(before);
    await writing.close();
    archive = await openArchive(path);
  });
});

describe("a relation", () => {
  const pair = ["UGA", "KEN"] as const;
  const outlets = loadOutlets(assets);

  test("has points, acts with their tellings, and gaps where nothing was read", async () => {
    const relation = await archive.relation(pair, { by: "quarter" });
    expect(relation).toMatchObject({ a: "KEN", b: "UGA" });
    expect(relation!.points[0]!.closeness).toBeLessThan(relation!.points[0]!.score! + 10);
    expect(relation!.points.map(({ coverage }) => coverage)).toContain("none");
    expect(relation!.gaps.at(-1)).toMatchObject({ until: "2021-01-01" });
    expect(relation!.acts.filter(({ quad }) => quad === 4).length).toBe(2);
  });

  test("says which sentences moved it; shares and fading make the move", async () => {
    const move = await archive.explainRelation(pair, { from: "2019-03-01", until: "2019-06-30" });
    expect(move!.after).toBeLessThan(move!.before);
    expect(move!.shares[0]!.sentence!.text).toContain("attacked");
    const { text, trigger } = move!.shares[0]!.sentence!;
    expect(text.slice(trigger.start, trigger.end)).toBe("attacked");
    const sum = move!.shares.reduce((total, { move: moved }) => total + moved, move!.fading);
    expect(sum).toBeCloseTo(move!.after - move!.before, 2);
  });

  test.each([
    ["without an outlet", { without: ["tass"] }, 1],
    ["without a country's state media", { withoutState: ["RUS"] }, 1],
    ["without two", { withoutState: ["RUS"], without: ["Wire", "Granma", "Late wire"] }, 0],
  ])("is drawn again %s", async (_, switches, conflicts) => {
    const relation = await archive.relation(pair, { switches, outlets });
    expect(relation!.acts.filter(({ quad }) => quad === 4).length).toBe(conflicts);
  });

  test("of a country with itself, or of strangers, has no act", async () => {
    expect((await archive.relation(["KEN", "KEN"]))!.acts).toEqual([]);
    expect((await archive.relation(["FJI", "PER"]))!.acts).toEqual([]);
  });

  test("stands among all pairs", async () => {
    const pairs = [];
    for await (const row of archive.pairs()) pairs.push(row);
    expect(pairs.map(({ a, b }) => `${a}-${b}`)).toEqual(["KEN-UGA"]);
    expect(pairs[0]!.tellings).toBeGreaterThanOrEqual(pairs[0]!.acts);
  });

  test("of an archive without a dated report is null", async () => {
    const empty = await openArchive(":memory:", { readOnly: false, create: true });
    expect(await empty.relation(pair)).toBeNull();
    expect(await empty.explainRelation(pair)).toBeNull();
    await empty.close();
  });
});

test("one outlet that repeats itself a thousand times moves nothing", async () => {
  const repeats = Array.from(
    { length: 1000 },
    (_, i) => ["2019-06-02", "TASS", `Kenya attacked Uganda on Saturday, 1 June 2019. (${i})`] as const,
  );
  const before = (await archive.relation(["KEN", "UGA"], { until: "2019-12-31" }))!.points.at(-1)!;
  await archive.close();
  await add(repeats);
  archive = await openArchive(path);
  const after = (await archive.relation(["KEN", "UGA"], { until: "2019-12-31" }))!.points.at(-1)!;
  expect(after.closeness).toBe(before.closeness);
});

describe("a country's name", () => {
  const codebook = createCodebook(assets.tables);
  test.each([
    ["RUS", "RUS"],
    ["rus", "RUS"],
    ["Russia", "RUS"],
    ["united states", "USA"],
    ["EUR", "EUR"],
  ])("%s is %s", (name, code) => expect(settleCountry(name, codebook)).toBe(code));

  test("that nobody has is refused with the nearest", () => {
    const refusal = expect.objectContaining({ code: "filter-unknown", remedy: expect.stringContaining("russia") });
    expect(() => settleCountry("Rusia", codebook)).toThrow(refusal);
  });

  test("is the state's, not its dependency's", () => {
    expect(codebook.names.get("GEO")).toBe("Georgia");
    expect(codebook.names.get("FIN")).toBe("Finland");
  });
});
