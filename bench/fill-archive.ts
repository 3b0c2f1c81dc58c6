/** An archive in memory of what `chancery read --jsonl` made, its tellings gathered: what scorers of relations ask. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { type Archive, type Entry, openArchive } from "../src/archive/index.js";
import type { Reading } from "../src/reading/index.js";

/** Readings that are put in at once. */
const BATCH = 2000;

/** Lines that are errors in a report's place are left out, and those that `isWanted` does not let in. */
export async function fillArchive(
  path: string,
  isWanted: (reading: Reading, line: number) => boolean = () => true,
): Promise<Archive> {
  const archive = await openArchive(":memory:", { readOnly: false, create: true, memory: "4GB" });
  const writer = await archive.writer();
  const run = await writer.startRun("bench", {}, "2000-01-01T00:00:00Z");
  let batch: Entry[] = [];
  let i = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const reading = JSON.parse(line) as Reading;
    if (reading.events !== undefined && isWanted(reading, i)) batch.push({ kind: "reading", reading });
    i += 1;
    if (batch.length < BATCH) continue;
    await writer.add(run, batch);
    batch = [];
  }
  await writer.add(run, batch);
  return archive;
}
