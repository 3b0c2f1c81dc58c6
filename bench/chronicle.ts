/**
 * `npm run chronicle -- FACTS.tsv READINGS.jsonl [MOVES.tsv]`: how many acts of the facts table are coded, and how well the tellings of one act
 * are gathered. READINGS.jsonl is what `chancery read --jsonl` makes of the reports. `-v` prints the acts that are missed.
 * With MOVES.tsv as third file: at how many of the listed dates the pair's line moves as history did.
 * The chronicle is a demonstration and a regression test, never evidence of accuracy.
 */
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseTable } from "../src/assets/index.js";
import {
  gatherActs,
  makeOccurrences,
  NO_DECISIONS,
  partyKey,
  type ToldAct,
  tellActs,
  tellingKey,
} from "../src/occurrences/index.js";
import type { Reading } from "../src/reading/index.js";
import { actsByPair, DEFAULT_LINE, drawLine } from "../src/relations/index.js";
import { dayRange } from "../src/times/index.js";

interface Fact {
  readonly report: string;
  readonly act: string;
  readonly type: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly what: string;
}

/** Days after a listed date by which the line must have moved. */
const REACTION = 90;

const isVerbose = process.argv.includes("-v");
const [factsPath, readingsPath, movesPath] = process.argv.slice(2).filter((argument) => argument !== "-v");
if (factsPath === undefined || readingsPath === undefined) {
  console.error("usage: npm run chronicle -- FACTS.tsv READINGS.jsonl");
  process.exit(2);
}

const facts = readFacts(factsPath);
const told = await readTold(readingsPath);
const coded = codeFacts();
tellCoding();
tellMerging();
if (movesPath !== undefined) tellMoves(movesPath);

function readFacts(path: string): readonly Fact[] {
  const codes = (joined = "") => joined.split("|").filter((code) => code !== "");
  return parseTable(path, readFileSync(path, "utf8")).rows.map(({ cells }) => ({
    report: cells.report ?? "",
    act: cells.act ?? "",
    type: cells.type ?? "",
    actors: codes(cells.actors),
    recipients: codes(cells.recipients),
    what: cells.what ?? "",
  }));
}

async function readTold(path: string): Promise<readonly ToldAct[]> {
  const all: ToldAct[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const reading = JSON.parse(line) as Reading;
    const { id, publisher } = reading.report;
    const publishers = publisher === null ? [] : [publisher];
    const actorOf = (entity: Reading["entities"][number]) => entity.name.toLowerCase();
    all.push(...tellActs(reading, { report: id, original: id, publishers, actorOf }));
  }
  return all;
}

/** The telling that codes each fact, null where none does: the same type, and on both sides a country of the fact's. */
function codeFacts(): ReadonlyMap<Fact, ToldAct | null> {
  const byReport = new Map<string, ToldAct[]>();
  for (const telling of told) byReport.set(telling.report, [...(byReport.get(telling.report) ?? []), telling]);
  return new Map(
    facts.map((fact) => [fact, byReport.get(fact.report)?.find((telling) => isSame(fact, telling)) ?? null]),
  );
}

function isSame(fact: Fact, telling: ToldAct): boolean {
  if (fact.type !== telling.type) return false;
  const [actors, recipients] = [telling.actors.map(partyKey), telling.recipients.map(partyKey)];
  const all = [...actors, ...recipients];
  const sides = new Set([...fact.actors, ...fact.recipients]);
  if (["CONSULT", "AGREE", "COOPERATE"].includes(fact.type)) {
    return all.filter((key) => sides.has(key)).length >= Math.min(2, sides.size);
  }
  const meets = (some: readonly string[], others: readonly string[]) =>
    some.length === 0 || others.some((key) => some.includes(key));
  return meets(fact.actors, actors) && meets(fact.recipients, recipients);
}

function tellCoding(): void {
  const types = [...new Set(facts.map(({ type }) => type))].sort();
  for (const type of types) {
    const some = facts.filter((fact) => fact.type === type);
    const found = some.filter((fact) => coded.get(fact) !== null).length;
    console.log(
      `${type.padEnd(10)} ${String(found).padStart(4)} of ${String(some.length).padStart(4)}  ${percent(found, some.length)}`,
    );
  }
  if (isVerbose)
    for (const fact of facts)
      if (coded.get(fact) === null)
        console.log("missed", fact.report, fact.type, fact.actors.join("|"), fact.recipients.join("|"), fact.what);
  const found = facts.filter((fact) => coded.get(fact) !== null).length;
  console.log(`facts coded ${found} of ${facts.length}  ${percent(found, facts.length)}`);
}

/** Pairs of tellings from two reports: those of one act by the table, among what is coded, against those gathered. */
function tellMerging(): void {
  const known = homes();
  const count = { both: 0, apart: 0, merged: 0 };
  for (const [i, one] of known.entries()) {
    for (const other of known.slice(i + 1)) {
      const verdict = compareHomes(one, other);
      if (verdict === null) continue;
      count[verdict] += 1;
      if (isVerbose && verdict !== "both") console.log(verdict, one.fact.act, "|", other.fact.act);
    }
  }
  const { both, apart, merged } = count;
  const figures = `precision ${percent(both, both + merged)}  recall ${percent(both, both + apart)}`;
  console.log(`merging, of coded tellings: ${figures}  pairs ${both + apart}`);
}

/** A coded fact, and the occurrence that its telling was gathered into. */
interface Home {
  readonly fact: Fact;
  readonly occurrence: string | undefined;
}

function homes(): readonly Home[] {
  const occurrences = makeOccurrences(gatherActs(told, NO_DECISIONS), new Map());
  const byTelling = new Map(
    occurrences.flatMap(({ key, tellings }) => tellings.map((one) => [tellingKey(one), key] as const)),
  );
  return [...coded].flatMap(([fact, telling]) =>
    telling === null ? [] : [{ fact, occurrence: byTelling.get(tellingKey(telling)) }],
  );
}

function compareHomes(one: Home, other: Home): "both" | "apart" | "merged" | null {
  if (one.fact.report === other.fact.report) return null;
  const isOne = one.fact.act === other.fact.act;
  const isGathered = one.occurrence !== undefined && one.occurrence === other.occurrence;
  if (isOne) return isGathered ? "both" : "apart";
  return isGathered ? "merged" : null;
}

/** Each pair's line on the day before a listed date and ninety days on. */
function tellMoves(path: string): void {
  const acts = actsByPair(makeOccurrences(gatherActs(told, NO_DECISIONS), new Map()));
  const moves = parseTable(path, readFileSync(path, "utf8")).rows.map(({ cells }) => cells);
  let right = 0;
  for (const { pair = "", date = "", direction, what } of moves) {
    const day = dayRange(date)!.first;
    const [before, after] = drawLine(acts.get(pair) ?? [], [day - 1, day + REACTION], DEFAULT_LINE);
    const change = after!.closeness - before!.closeness;
    const isRight = direction === "closer" ? change > 0 : change < 0;
    right += isRight ? 1 : 0;
    const figures = `${before!.closeness.toFixed(2)} to ${after!.closeness.toFixed(2)}`;
    console.log(`${isRight ? "right" : "wrong"} ${pair} ${date} ${direction} ${figures} (${what})`);
  }
  console.log(`moves as history's ${right} of ${moves.length}`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}
