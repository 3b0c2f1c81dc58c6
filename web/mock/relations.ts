/** Made-up but likely-looking closeness for the stand-in: a decaying mean of scores. Never shipped. */
import type { OccurrenceRow, PairRow, Relation, Turn } from "../src/api/types.js";
import { quadOf } from "../src/format/acts.js";
import { dayName, dayNumber } from "../src/format/dates.js";
import type { Store } from "./store.js";

export const countries = (row: OccurrenceRow) =>
  [...new Set([...row.actors, ...row.recipients].map((actor) => actor.country))].filter((code) => code !== null);

export function pairsOf(store: Store): Map<string, OccurrenceRow[]> {
  const pairs = new Map<string, OccurrenceRow[]>();
  for (const row of store.rows) {
    const codes = countries(row).sort();
    if (row.date === null || !/^\d{4}-\d\d-\d\d$/.test(row.date)) continue;
    for (const a of codes)
      for (const b of codes) if (a < b) pairs.set(`${a}|${b}`, [...(pairs.get(`${a}|${b}`) ?? []), row]);
  }
  return pairs;
}

export function lineOf(rows: readonly OccurrenceRow[], from: number, until: number, step = 7): Relation["line"] {
  const line = [];
  for (let day = from; day <= until; day += step) {
    let sum = 0,
      weight = 0;
    for (const row of rows) {
      const age = day - dayNumber(row.date!);
      if (age < 0) continue;
      const w = 0.5 ** (age / 180);
      sum += w * row.score;
      weight += w;
    }
    const closeness = sum / (weight + 3);
    const half = 4 / Math.sqrt(weight + 3);
    line.push({ day: dayName(day), closeness, low: closeness - half, high: closeness + half });
  }
  return line;
}

export function turnsOf(a: string, b: string, rows: readonly OccurrenceRow[], line: Relation["line"]): Turn[] {
  const turns: Turn[] = [];
  for (let i = 26; i < line.length - 26; i += 1) {
    const move = line[i + 12]!.closeness! - line[i]!.closeness!;
    const isPeak =
      Math.abs(move) > 1.6 && (turns.length === 0 || dayNumber(line[i]!.day) - dayNumber(turns.at(-1)!.date) > 360);
    if (!isPeak) continue;
    const near = rows.filter(
      (row) =>
        Math.abs(dayNumber(row.date!) - dayNumber(line[i]!.day) - 40) < 50 && Math.sign(row.score) === Math.sign(move),
    );
    turns.push({
      a,
      b,
      date: line[i]!.day,
      direction: move > 0 ? "closer" : "apart",
      size: move,
      confidence: 0.93,
      because: near.slice(0, 4).map((row) => row.key),
      headline: near[0]?.sentence ?? null,
    });
  }
  return turns;
}

export function span(store: Store): [number, number] {
  const days = store.readings
    .map((reading) => dayNumber(reading.report.published ?? ""))
    .filter((day) => !Number.isNaN(day));
  return [Math.min(...days), Math.max(...days)];
}

export function pairRow(store: Store, key: string, rows: readonly OccurrenceRow[]): PairRow {
  const [a = "", b = ""] = key.split("|");
  const [from, until] = span(store);
  const line = lineOf(rows, from, until, 28);
  const now = line.at(-1);
  const weekly = rows.length > 20 ? lineOf(rows, from, until) : [];
  return {
    a,
    b,
    acts: rows.length,
    tellings: rows.reduce((sum, row) => sum + (row.tellings as unknown[]).length, 0),
    closeness: now?.closeness ?? null,
    low: now?.low ?? null,
    high: now?.high ?? null,
    lastTurn: turnsOf(a, b, rows, weekly).at(-1) ?? null,
    spark: line.filter((_, i) => i % 3 === 0).map((point) => point.closeness),
  };
}

export function relation(store: Store, a: string, b: string, query: URLSearchParams): Relation {
  let rows = pairsOf(store).get(`${a}|${b}`) ?? [];
  if (query.get("claims") === "0")
    rows = rows.filter((row) => (row.tellings as readonly { claim: string }[]).some((one) => one.claim === "report"));
  if (query.get("first-hand") === "1") rows = rows.filter((_, i) => i % 2 === 0);
  const [first, last] = span(store);
  const from = query.get("from") ? dayNumber(query.get("from")!) : first;
  const until = query.get("until") ? dayNumber(query.get("until")!) : last;
  const line = lineOf(rows, first, last);
  const isWithin = (day: string) => dayNumber(day) >= from && dayNumber(day) <= until;
  return {
    a,
    b,
    settings: { halfLife: 180, priorActs: 3, priorDeviation: 4 },
    line: line.filter((point) => isWithin(point.day)),
    turns: turnsOf(a, b, rows, line).filter((turn) => isWithin(turn.date)),
    acts: rows
      .filter((row) => isWithin(row.date!))
      .map((row) => ({
        key: row.key,
        type: row.type,
        modes: row.modes,
        quad: quadOf(row.type),
        score: row.score,
        day: row.date!,
        direction: row.actors.some((x) => x.country === a) ? "forth" : "back",
        outlets: row.outlets,
        tellings: (row.tellings as unknown[]).length,
        status: row.status,
      })),
    alerts: [],
    coverageGaps: [{ from: dayName(from + 1200), until: dayName(from + 1320) }],
    outlets: [
      { publisher: "Chronicle wire", country: null, owner: "private", side: null, acts: rows.length },
      { publisher: "TASS", country: "RUS", owner: "state", side: "RUS", acts: 40 },
    ],
  };
}
