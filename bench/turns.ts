/**
 * `npm run turns -- TURNS.tsv READINGS.jsonl`: how many of the listed turns are found within 45 days, and how many turns are found
 * between countries that were quiet. TURNS.tsv has the columns pair, date and direction; READINGS.jsonl is what
 * `chancery read --jsonl` makes of dated reports.
 */
import { readFileSync } from "node:fs";
import type { PairRow } from "../src/archive/index.js";
import { parseTable } from "../src/assets/index.js";
import { dayRange } from "../src/times/index.js";
import { fillArchive } from "./fill-archive.js";

/** Named before any turn was looked for: neighbours and allies whose relations had no break in these years. */
const QUIET = ["CAN-USA", "DEU-FRA", "AUS-GBR", "AUS-USA", "ESP-FRA"];
const TOLERANCE = 45;

const [turnsPath, readingsPath] = process.argv.slice(2);
if (turnsPath === undefined || readingsPath === undefined) {
  console.error("usage: npm run turns -- TURNS.tsv READINGS.jsonl");
  process.exit(2);
}

const archive = await fillArchive(readingsPath);
const begun = performance.now();
const { tellings, occurrences } = await archive.gather();
const pairs = new Map<string, PairRow>();
for await (const row of archive.pairs()) pairs.set(`${row.a}-${row.b}`, row);
const seconds = (performance.now() - begun) / 1000;
const found = tellListed(turnsPath);
await tellQuiet();
console.log(`tellings ${tellings}  occurrences ${occurrences}  pairs ${pairs.size}  ${seconds.toFixed(1)} s`);
console.log(`turns found ${found}`);
await archive.close();

function tellListed(path: string): string {
  const listed = parseTable(path, readFileSync(path, "utf8")).rows.map(({ cells }) => cells);
  let hits = 0;
  for (const { pair = "", date = "", direction, what } of listed) {
    const turns = pairs.get(pair)?.turns ?? [];
    const near = turns.filter((turn) => turn.direction === direction && isNear(turn.date, date));
    if (near.length > 0) hits += 1;
    const days = near.map((turn) => turn.date).join(" ");
    console.log(`${near.length > 0 ? "found " : "missed"} ${pair} ${date} ${direction} (${what}) ${days}`);
  }
  return `${hits} of ${listed.length}`;
}

async function tellQuiet(): Promise<void> {
  const sql = "SELECT date_diff('day', min(day), max(day)) / 365.25 AS years FROM reports";
  const [span] = await archive.query<{ years: number }>(sql);
  for (const pair of QUIET) {
    const { acts = 0, turns = [] } = pairs.get(pair) ?? {};
    console.log(`quiet  ${pair} ${acts} acts, turns a year ${(turns.length / span!.years).toFixed(2)}`);
  }
}

function isNear(one: string, other: string): boolean {
  return Math.abs(dayRange(one)!.first - dayRange(other)!.first) <= TOLERANCE;
}
