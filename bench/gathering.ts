/**
 * `npm run gathering -- READINGS.jsonl`: how long it takes to gather an archive of what `chancery read --jsonl` made and to draw
 * all pairs' lines, and then to gather one more report, forty times. Processor time is that of the process, all threads
 * together: the figure to compare on a busy machine.
 */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Reading } from "../src/reading/index.js";
import { fillArchive } from "./fill-archive.js";

/** Every so many reports one is kept back and added alone. */
const STRIDE = 997;
const ONES = 40;

const [readingsPath] = process.argv.slice(2);
if (readingsPath === undefined) {
  console.error("usage: npm run gathering -- READINGS.jsonl");
  process.exit(2);
}

const archive = await fillArchive(readingsPath, (_, i) => i % STRIDE !== 0);
let gathered = { reports: 0, tellings: 0, occurrences: 0 };
await timed("gather all", async () => {
  gathered = await archive.gather();
});
console.log(`${gathered.reports} reports, ${gathered.tellings} tellings, ${gathered.occurrences} occurrences`);
await timed("all pairs", async () => {
  let pairs = 0;
  for await (const _ of archive.pairs()) pairs += 1;
  console.log(`${pairs} pairs`);
});
await tellOnes(await keptBack());
await archive.close();

async function tellOnes(readings: readonly Reading[]): Promise<void> {
  const writer = await archive.writer();
  const run = await writer.startRun("bench", {}, "2000-01-02T00:00:00Z");
  const [wall, used]: [number[], number[]] = [[], []];
  for (const reading of readings) {
    await writer.add(run, [{ kind: "reading", reading }]);
    const [begun, before] = [performance.now(), process.cpuUsage()];
    await archive.gather();
    const { user, system } = process.cpuUsage(before);
    wall.push(performance.now() - begun);
    used.push((user + system) / 1000);
  }
  const at = (times: readonly number[], part: number) =>
    Math.round([...times].sort((a, b) => a - b)[Math.floor(part * (times.length - 1))] ?? 0);
  const tell = (times: readonly number[]) =>
    `median ${at(times, 0.5)}, nine in ten ${at(times, 0.9)}, most ${at(times, 1)} ms`;
  console.log(`one more report, ${readings.length} times: ${tell(wall)}; of processor ${tell(used)}`);
}

async function keptBack(): Promise<Reading[]> {
  const readings: Reading[] = [];
  let i = 0;
  for await (const line of createInterface({ input: createReadStream(readingsPath!) })) {
    const reading = i % STRIDE === 0 ? (JSON.parse(line) as Reading) : null;
    if (reading?.events !== undefined && readings.length < ONES) readings.push(reading);
    i += 1;
  }
  return readings;
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  const seconds = (performance.now() - begun) / 1000;
  console.log(`${what}: ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor`);
}
