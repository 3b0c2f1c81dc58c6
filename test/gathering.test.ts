/** Reports that come one by one, in any order, give the occurrences that they give at once. */
import { afterAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../src/archive/index.js";
import type { Reading } from "../src/reading/index.js";
import { engine } from "./engine.js";

const SIDES = [
  ["Kenya", "Uganda"],
  ["Uganda", "Kenya"],
  ["Kenya", "Peru"],
] as const;
const ACTS = [
  (a: string, b: string) => `${a} imposed sanctions on ${b} on 4 March 2019.`,
  (a: string, b: string) => `${a} imposed sanctions on ${b} over a quarrel about fish.`,
  (a: string, b: string) => `${a} attacked ${b} near Entebbe on 5 March 2019.`,
  (a: string, b: string) => `The president of ${a} met the president of ${b} last week.`,
  (a: string, b: string) => `${a} criticised ${b} in March 2019, and soldiers were killed.`,
];
const DAYS = ["2019-03-04", "2019-03-05", "2019-03-12"];

/** Sixty or so short reports of a few acts. */
const readings = DAYS.flatMap((published) =>
  SIDES.flatMap(([a, b]) =>
    ACTS.map((act, i) =>
      engine.read({ text: `${act(a, b)} It was reported in ${published}.`, published, publisher: `Wire ${i}` }),
    ),
  ),
);

const opened: Archive[] = [];
afterAll(async () => {
  for (const archive of opened) await archive.close();
});

/** An archive that gathers after each batch. */
async function archiveOf(batches: readonly (readonly Reading[])[]): Promise<Archive> {
  const archive = await openArchive(":memory:", { readOnly: false, create: true });
  opened.push(archive);
  const writer = await archive.writer();
  const run = await writer.startRun("test", {}, "2031-01-01T00:00:00Z");
  for (const batch of batches) {
    await writer.add(
      run,
      batch.map((reading) => ({ kind: "reading", reading })),
    );
    await archive.gather();
  }
  return archive;
}

/** Everything about the acts but their keys, which stay with the telling that came first. */
async function actsOf(archive: Archive): Promise<readonly string[]> {
  const rows = await archive.query("SELECT * EXCLUDE (key) FROM occurrences");
  return rows.map((row) => JSON.stringify(row)).sort();
}

function shuffled(step: number): readonly Reading[] {
  return readings.map((_, i) => readings[(i * step) % readings.length]!);
}

describe("one by one", async () => {
  const whole = await archiveOf([readings]);

  test("acts are found by words of their sentences, also where a minus keeps others out", async () => {
    expect(await whole.actsTold("sanctions", {}, 50)).not.toEqual([]);
    expect(await whole.actsTold("sanctions -Peru", {}, 50)).not.toEqual([]);
    expect(await whole.actsTold("sanctions -Kenya", {}, 50)).toEqual([]);
  });

  test.each([7, 44])("in the order of every %i. report", async (step) => {
    const archive = await archiveOf([
      shuffled(step).slice(0, 32),
      ...shuffled(step)
        .slice(32)
        .map((reading) => [reading]),
    ]);
    expect((await actsOf(archive)).length).toBeGreaterThan(10);
    expect(await actsOf(archive)).toEqual(await actsOf(whole));
  });

  test("with tellings that people joined and split before", async () => {
    const archive = await archiveOf([readings.slice(0, 40)]);
    const [one, other, third] = await archive.query<{ t: string[] }>(
      `SELECT list_transform(tellings, lambda x: x.report || ':' || x.event) AS t FROM occurrences
       WHERE "type" = 'SANCTION' AND len(tellings) > 1 ORDER BY date, key`,
    );
    await archive.decide("join", [one!.t[0]!, other!.t[0]!]);
    await archive.decide("split", [(third ?? other)!.t[0]!, (third ?? other)!.t[1]!]);
    const writer = await archive.writer();
    const run = await writer.startRun("test", {}, "2031-01-02T00:00:00Z");
    for (const reading of readings.slice(40)) {
      await writer.add(run, [{ kind: "reading", reading }]);
      await archive.gather();
    }
    const before = await actsOf(archive);
    await archive.gather(true);
    expect(await actsOf(archive)).toEqual(before);
    expect(before.some((act) => act.includes("joined by hand"))).toBe(true);
  });
});
