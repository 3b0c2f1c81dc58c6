/**
 * `npm run turns -- TURNS.tsv READINGS.jsonl`: how many of the listed turns are found within 45 days, and how many turns are found
 * between countries that were quiet. TURNS.tsv has the columns pair, date and direction; READINGS.jsonl is what
 * `chancery read --jsonl` makes of dated reports.
 */
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseTable } from "../src/assets/index.js";
import {
  gatherActs,
  makeOccurrences,
  NO_DECISIONS,
  type Occurrence,
  type ToldAct,
  tellActs,
} from "../src/occurrences/index.js";
import type { Reading } from "../src/reading/index.js";
import { actsByPair, DEFAULT_TURNS, type FoundTurn, findTurns, type PairAct } from "../src/relations/index.js";
import { dayRange } from "../src/times/index.js";

/** Named before any turn was looked for: neighbours and allies whose relations had no break in these years. */
const QUIET = ["CAN-USA", "DEU-FRA", "AUS-GBR", "AUS-USA", "ESP-FRA"];
const TOLERANCE = 45;

const [turnsPath, readingsPath] = process.argv.slice(2);
if (turnsPath === undefined || readingsPath === undefined) {
  console.error("usage: npm run turns -- TURNS.tsv READINGS.jsonl");
  process.exit(2);
}

const told = await readTold(readingsPath);
const days = told
  .flatMap(({ published }) => (published === null ? [] : [dayRange(published)!.first]))
  .sort((a, b) => a - b);
const [from, until] = [days[0]!, days.at(-1)! + 1];
const begun = performance.now();
const occurrences = makeOccurrences(gatherActs(told, NO_DECISIONS), new Map());
const acts = actsByPair(occurrences);
const turns = new Map([...acts].map(([pair, some]) => [pair, turnsOf(some)]));
const seconds = (performance.now() - begun) / 1000;
report(occurrences);

async function readTold(path: string): Promise<readonly ToldAct[]> {
  const all: ToldAct[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const reading = JSON.parse(line) as Reading;
    if (reading.events === undefined) continue;
    const { id, publisher } = reading.report;
    const publishers = publisher === null ? [] : [publisher];
    const actorOf = (entity: Reading["entities"][number]) => entity.name.toLowerCase();
    all.push(...tellActs(reading, { report: id, original: id, publishers, actorOf }));
  }
  return all;
}

function turnsOf(some: readonly PairAct[]): readonly FoundTurn[] {
  return findTurns(some, from, until, DEFAULT_TURNS);
}

function report(all: readonly Occurrence[]): void {
  const listed = parseTable(turnsPath!, readFileSync(turnsPath!, "utf8")).rows.map(({ cells }) => cells);
  let found = 0;
  for (const { pair = "", date = "", direction, what } of listed) {
    const near = (turns.get(pair) ?? []).filter((turn) => turn.direction === direction && isNear(turn.date, date));
    found += near.length > 0 ? 1 : 0;
    console.log(
      `${near.length > 0 ? "found " : "missed"} ${pair} ${date} ${direction} (${what}) ${near.map((turn) => turn.date).join(" ")}`,
    );
  }
  const years = (until - from) / 365.25;
  for (const pair of QUIET) {
    const count = turns.get(pair)?.length ?? 0;
    console.log(`quiet  ${pair} ${acts.get(pair)?.length ?? 0} acts, turns a year ${(count / years).toFixed(2)}`);
  }
  console.log(`tellings ${told.length}  occurrences ${all.length}  pairs ${turns.size}  ${seconds.toFixed(1)} s`);
  console.log(`turns found ${found} of ${listed.length}`);
}

function isNear(one: string, other: string): boolean {
  return Math.abs(dayRange(one)!.first - dayRange(other)!.first) <= TOLERANCE;
}
