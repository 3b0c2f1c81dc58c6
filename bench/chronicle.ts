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
  readonly date: string;
  readonly type: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly what: string;
}

/** An event as coded, by the id of its report, and the occurrence that it was gathered into. */
interface Coded extends Pick<Fact, "report" | "type"> {
  readonly actors: readonly string[] | null;
  readonly recipients: readonly string[] | null;
  readonly date: string | null;
  readonly occurrence: string | null;
}

/** What is coded as not having happened is no telling of a fact. */
const EVENTS = `SELECT s.id AS report, e."type", e.date, t.occurrence,
    list(DISTINCT coalesce(p.country, p.name)) FILTER (p.side = 'actor') AS actors,
    list(DISTINCT coalesce(p.country, p.name)) FILTER (p.side = 'recipient') AS recipients
  FROM events e JOIN sources s ON s.number = e.number AND s.n = 1
    LEFT JOIN sides p ON p.number = e.number AND p.n = e.n
    LEFT JOIN tellings t ON t.number = e.number AND t."eventNumber" = e.n
  WHERE e.status NOT IN ('negated', 'hypothetical')
  GROUP BY e.number, e.n, s.id, e."type", e.date, t.occurrence ORDER BY e.number, e.n`;

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
    date: cells.date ?? "",
    type: cells.type ?? "",
    actors: codes(cells.actors),
    recipients: codes(cells.recipients),
    what: cells.what ?? "",
  }));
}

/** The events that code each fact: the same type, on both sides a country of the fact's, and of several facts the nearest in time. */
function codeFacts(events: readonly Coded[]): ReadonlyMap<Fact, readonly Coded[]> {
  const byReport = new Map<string, Fact[]>();
  for (const fact of facts) byReport.set(fact.report, [...(byReport.get(fact.report) ?? []), fact]);
  const coded = new Map<Fact, Coded[]>(facts.map((fact) => [fact, []]));
  for (const event of events) {
    const some = (byReport.get(event.report) ?? []).filter((fact) => isSame(fact, event));
    const nearest = some.sort((a, b) => daysApart(a, event) - daysApart(b, event))[0];
    if (nearest !== undefined) coded.get(nearest)!.push(event);
  }
  return coded;
}

function daysApart(fact: Fact, { date }: Coded): number {
  const range = date === null ? null : dayRange(date);
  const day = dayRange(fact.date)!.first;
  return range === null ? 0.5 : Math.max(range.first - day, day - range.last, 0);
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
  const isFound = (fact: Fact) => coded.get(fact)!.length > 0;
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
  const known = [...coded].filter(([, events]) => events.length > 0);
  const count = { both: 0, apart: 0, merged: 0 };
  for (const [i, one] of known.entries()) {
    for (const other of known.slice(i + 1)) {
      const verdict = compareHomes(one, other);
      if (verdict === null) continue;
      count[verdict] += 1;
      if (isVerbose && verdict !== "both")
        console.log(verdict, one[0].act, one[0].report, "|", other[0].act, other[0].report);
    }
  }
  const { both, apart, merged } = count;
  const figures = `precision ${percent(both, both + merged)}  recall ${percent(both, both + apart)}`;
  console.log(`merging, of coded tellings: ${figures}  pairs ${both + apart}`);
}

/** A fact with the events that code it in its report: gathered with another where any two of them are of one occurrence. */
type Home = readonly [Fact, readonly Coded[]];

function compareHomes([one, some]: Home, [other, others]: Home): "both" | "apart" | "merged" | null {
  if (one.report === other.report) return null;
  const homes = new Set(some.map(({ occurrence }) => occurrence).filter((key) => key !== null));
  const isGathered = others.some(({ occurrence }) => occurrence !== null && homes.has(occurrence));
  if (one.act === other.act) return isGathered ? "both" : "apart";
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
