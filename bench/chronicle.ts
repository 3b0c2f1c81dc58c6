/**
 * `npm run chronicle -- FACTS.tsv READINGS.jsonl [MOVES.tsv]`: how many acts of the facts table are coded, how well the tellings of
 * one act are gathered, and at how many of the listed dates the pair's line moves as history did. READINGS.jsonl is what
 * `chancery read --jsonl` makes of the reports. `-v` prints what is missed, parted and merged.
 * The chronicle is a demonstration and a regression test, never evidence of accuracy.
 */
import { readFileSync } from "node:fs";
import { parseTable } from "../src/assets/index.js";
import { dayRange, formatDay } from "../src/times/index.js";
import { fillArchive } from "./fill-archive.js";

/** Days after a listed date by which the line must have moved. */
const REACTION = 90;

interface Fact {
  readonly report: string;
  readonly act: string;
  readonly type: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly what: string;
}

/** An event as coded, by the id of its report, and the occurrence that it was gathered into. */
interface Coded extends Pick<Fact, "report" | "type"> {
  readonly actors: readonly string[] | null;
  readonly recipients: readonly string[] | null;
  readonly occurrence: string | null;
}

const EVENTS = `SELECT s.id AS report, e."type", t.occurrence,
    list(DISTINCT coalesce(p.country, p.name)) FILTER (p.side = 'actor') AS actors,
    list(DISTINCT coalesce(p.country, p.name)) FILTER (p.side = 'recipient') AS recipients
  FROM events e JOIN sources s ON s.number = e.number AND s.n = 1
    LEFT JOIN sides p ON p.number = e.number AND p.n = e.n
    LEFT JOIN tellings t ON t.number = e.number AND t."eventNumber" = e.n
  GROUP BY e.number, e.n, s.id, e."type", t.occurrence ORDER BY e.number, e.n`;

const isVerbose = process.argv.includes("-v");
const [factsPath, readingsPath, movesPath] = process.argv.slice(2).filter((argument) => argument !== "-v");
if (factsPath === undefined || readingsPath === undefined) {
  console.error("usage: npm run chronicle -- FACTS.tsv READINGS.jsonl [MOVES.tsv]");
  process.exit(2);
}

const archive = await fillArchive(readingsPath);
await archive.gather();
const facts = readFacts(factsPath);
const coded = codeFacts(await archive.query<Coded>(EVENTS));
tellCoding();
tellMerging();
if (movesPath !== undefined) await tellMoves(movesPath);
await archive.close();

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

/** The event that codes each fact, null where none does: the same type, and on both sides a country of the fact's. */
function codeFacts(events: readonly Coded[]): ReadonlyMap<Fact, Coded | null> {
  const byReport = groupByReport(events);
  return new Map(facts.map((fact) => [fact, byReport.get(fact.report)?.find((one) => isSame(fact, one)) ?? null]));
}

function isSame(fact: Fact, event: Coded): boolean {
  if (fact.type !== event.type) return false;
  const [actors, recipients] = [event.actors ?? [], event.recipients ?? []];
  const sides = new Set([...fact.actors, ...fact.recipients]);
  if (["CONSULT", "AGREE", "COOPERATE"].includes(fact.type)) {
    return [...actors, ...recipients].filter((key) => sides.has(key)).length >= Math.min(2, sides.size);
  }
  const meets = (some: readonly string[], others: readonly string[]) =>
    some.length === 0 || others.some((key) => some.includes(key));
  return meets(fact.actors, actors) && meets(fact.recipients, recipients);
}

function tellCoding(): void {
  const isFound = (fact: Fact) => coded.get(fact) !== null;
  for (const type of [...new Set(facts.map((fact) => fact.type))].sort()) {
    const some = facts.filter((fact) => fact.type === type);
    const found = some.filter(isFound).length;
    console.log(
      `${type.padEnd(10)} ${String(found).padStart(4)} of ${String(some.length).padStart(4)}  ${percent(found, some.length)}`,
    );
  }
  for (const { report, type, actors, recipients, what } of isVerbose ? facts.filter((fact) => !isFound(fact)) : []) {
    console.log("missed", report, type, actors.join("|"), recipients.join("|"), what);
  }
  const found = facts.filter(isFound).length;
  console.log(`facts coded ${found} of ${facts.length}  ${percent(found, facts.length)}`);
}

/** Pairs of tellings from two reports: those of one act by the table, among what is coded, against those gathered. */
function tellMerging(): void {
  const known = [...coded].flatMap(([fact, event]) => (event === null ? [] : [{ fact, occurrence: event.occurrence }]));
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
  readonly occurrence: string | null;
}

function compareHomes(one: Home, other: Home): "both" | "apart" | "merged" | null {
  if (one.fact.report === other.fact.report) return null;
  const isOne = one.fact.act === other.fact.act;
  const isGathered = one.occurrence !== null && one.occurrence === other.occurrence;
  if (isOne) return isGathered ? "both" : "apart";
  return isGathered ? "merged" : null;
}

/** Each pair's line on the day before a listed date and ninety days on. */
async function tellMoves(path: string): Promise<void> {
  const moves = parseTable(path, readFileSync(path, "utf8")).rows.map(({ cells }) => cells);
  let right = 0;
  for (const { pair = "", date = "", direction, what } of moves) {
    const [a = "", b = ""] = pair.split("-");
    const day = dayRange(date)!.first;
    const relation = await archive.relation([a, b], {
      from: formatDay(day - 1),
      until: formatDay(day + REACTION),
      by: "day",
    });
    const [before, after] = [relation!.points[0]!.closeness ?? 0, relation!.points.at(-1)!.closeness ?? 0];
    const isRight = direction === "closer" ? after > before : after < before;
    right += isRight ? 1 : 0;
    console.log(
      `${isRight ? "right" : "wrong"} ${pair} ${date} ${direction} ${before.toFixed(2)} to ${after.toFixed(2)} (${what})`,
    );
  }
  console.log(`moves as history's ${right} of ${moves.length}`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

function groupByReport(events: readonly Coded[]): ReadonlyMap<string, readonly Coded[]> {
  const groups = new Map<string, Coded[]>();
  for (const event of events) groups.set(event.report, [...(groups.get(event.report) ?? []), event]);
  return groups;
}
