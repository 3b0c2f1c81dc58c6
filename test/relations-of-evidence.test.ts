/** Relations as the evidence changes: with switches, contradictions, and acts far from their reports. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive, type Relation, type RelationOptions } from "../src/archive/index.js";
import { engine } from "./engine.js";

const SALT =
  "Ghana criticised Togo on 4 May 2020 over the price of salt, and traders at the border market had waited for it.";
/** Day, publisher, text. */
const REPORTS = [
  ["2020-02-04", "Wire", "Peru said on Tuesday that Chile imposed sanctions on Peru."],
  ["2020-02-11", "Wire", "Chile said that Brazil had told it that Peru attacked Chile on Monday."],
  ["2020-05-05", "Wire", SALT],
  ["2020-05-05", "Post", `UPDATE 1-${SALT}`],
  ["2020-08-04", "Wire", "Zambia attacked Malawi on 3 August 2020."],
  ["2020-08-05", "Post", "Zambia denied that it attacked Malawi on 3 August 2020."],
  ["2020-09-01", "Wire", "France invaded Portugal on 30 November 1807."],
  ["2021-01-01", "Wire", "Norway attacked Iceland on 12 March 2020."],
] as const;

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive(":memory:", { readOnly: false, create: true });
  const writer = await archive.writer();
  const run = await writer.startRun("test", {}, "2031-01-01T00:00:00Z");
  await writer.add(
    run,
    REPORTS.map(([published, publisher, text]) => ({
      kind: "reading",
      reading: engine.read({ text, published, publisher }),
    })),
  );
  await archive.gather();
});
afterAll(() => archive.close());

async function relation(a: string, b: string, options: RelationOptions = {}): Promise<Relation> {
  return (await archive.relation([a, b], options))!;
}

describe("switches", () => {
  test.each([
    ["none", {}, ["SANCTION", "ASSAULT"]],
    ["first-hand only", { firstHand: true }, ["SANCTION"]],
    ["without claims", { claims: false }, []],
  ] as const)("%s", async (_, switches, types) => {
    const { acts } = await relation("PER", "CHL", { switches });
    expect(acts.map(({ type }) => type).filter((type) => type === "SANCTION" || type === "ASSAULT")).toEqual(types);
  });

  test("without copies: the copy is no telling, the line the same", async () => {
    const [all, none] = [await relation("GHA", "TGO"), await relation("GHA", "TGO", { switches: { copies: false } })];
    expect(all.acts.map(({ tellings }) => tellings.length)).toEqual([2]);
    expect(none.acts.map(({ tellings }) => tellings.length)).toEqual([1]);
    expect(none.points.at(-1)).toEqual(all.points.at(-1));
  });
});

test("contradictory tellings are of one act, which is none where all who tell of it deny it", async () => {
  const { acts } = await relation("ZMB", "MWI");
  const [act] = acts.filter(({ type }) => type === "ASSAULT");
  expect(act!.tellings.map(({ claim }) => claim).sort()).toEqual(["denied", "report"]);
  const denied = await relation("ZMB", "MWI", { switches: { without: ["Wire"] } });
  expect(denied.acts.filter(({ type }) => type === "ASSAULT")).toEqual([]);
});

test("an act of a century before its report's has its own day, and weighs nothing now", async () => {
  const now = await relation("FRA", "PRT");
  expect(now.acts).toEqual([]);
  expect(now.turns).toEqual([]);
  expect(Math.abs(now.points.at(-1)!.closeness!)).toBeLessThan(1e-6);
  const [act] = (await relation("FRA", "PRT", { from: "1807-01-01", until: "1807-12-31", by: "year" })).acts;
  expect(act).toMatchObject({ type: "ASSAULT", direction: "forth" });
});

test("a pair with one act, told a year late, has it on its day, and no turn", async () => {
  const { points, turns, alerts } = await relation("NOR", "ISL", { from: "2020-03-01", until: "2020-03-31" });
  expect(points).toMatchObject([{ events: 1, quad: [0, 0, 0, 1] }]);
  expect(turns).toEqual([]);
  expect(alerts).toEqual([]);
});

test("all pairs stand in one table", async () => {
  const pairs: string[] = [];
  for await (const { a, b, tellings, acts, low, closeness, high } of archive.pairs()) {
    pairs.push(`${a}-${b}`);
    expect(tellings).toBeGreaterThanOrEqual(acts);
    expect(low <= closeness && closeness <= high).toBe(true);
  }
  expect(pairs).toEqual(expect.arrayContaining(["CHL-PER", "FRA-PRT", "GHA-TGO", "ISL-NOR", "MWI-ZMB"]));
});
