/** `npm run bench:archive -- [EVENTS] [FILE]`: makes an archive of so many events where FILE is none yet, and times questions. */
import { existsSync, mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openArchive } from "../src/archive/index.js";
import { makeArchive } from "./make-archive.js";

const events = Number(process.argv[2] ?? 10_000_000);
const path = process.argv[3] ?? join(mkdtempSync(join(tmpdir(), "chancery-bench-")), "bench.duckdb");

if (!existsSync(path)) {
  const begun = performance.now();
  const made = await makeArchive(path, events, 1, (step) =>
    console.log(`  ${((performance.now() - begun) / 1000).toFixed(0)} s: ${step}`),
  );
  console.log(`${made.events} events in ${made.reports} reports, ${(statSync(path).size / 1e9).toFixed(2)} GB`);
  console.log(
    `bytes per event with its statements and mentions, texts aside: ${(made.records / made.events).toFixed(0)}`,
  );
}

const archive = await openArchive(path, { memory: "1GB" });
const [pair] = await archive.query<{ a: string; b: string }>(
  "SELECT a, b FROM pairs WHERE a < b GROUP BY ALL ORDER BY count(*) DESC LIMIT 1",
);
const { a, b } = pair!;
console.log(`pair ${a}, ${b}: ${await archive.count("events", { pair: [a, b] })} events`);
const QUESTIONS: Readonly<Record<string, () => Promise<unknown>>> = {
  "a pair by month over 15 years (SQL)": () =>
    archive.query(
      `SELECT date_trunc('month', day) AS month, quad, count(*) AS n,
    avg(goldstein) AS goldstein FROM pairs WHERE (a = $a AND b = $b) OR (a = $b AND b = $a) GROUP BY ALL ORDER BY ALL`,
      { a, b },
    ),
  "a pair's latest 50 events": () => take(archive.find("events", { pair: [a, b] }, { order: "latest", limit: 50 })),
  "the latest 50 events of a country": () =>
    take(archive.find("events", { actor: [a] }, { order: "latest", limit: 50 })),
  "the latest 50 events of a person": () =>
    take(archive.find("events", { actor: ["Person 7"] }, { order: "latest", limit: 50 })),
  "50 events of a type, status and month": () =>
    take(
      archive.find(
        "events",
        { type: ["ASSAULT"], status: ["actual"], since: "2019-03-01", until: "2019-03-31" },
        { limit: 50 },
      ),
    ),
  "a phrase of two frequent words": () => take(archive.search('"over the pipeline"', {}, { limit: 10 })),
  "a rare phrase": () => take(archive.search('"pipeline word1234"', {}, { limit: 10 })),
  "a beginning": () => take(archive.search("word123*", {}, { limit: 10 })),
};

for (const [name, ask] of Object.entries(QUESTIONS)) {
  await ask();
  const times: number[] = [];
  for (let i = 0; i < 7; i++) {
    const begun = performance.now();
    await ask();
    times.push(performance.now() - begun);
  }
  times.sort((x, y) => x - y);
  console.log(`${name.padEnd(40)} ${times[3]!.toFixed(0).padStart(6)} ms, best ${times[0]!.toFixed(0).padStart(5)} ms`);
}
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
await archive.close();

async function take(rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of rows) count++;
  return count;
}
