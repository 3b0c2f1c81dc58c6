/** The acts between two countries with their tellings, out of an archive. */

import type { Claim } from "../../occurrences/index.js";
import type { EventStatus, EventType } from "../../reading/index.js";
import { type Asked, findRows } from "../query-rows.js";
import { dayNumberOf } from "./days.js";

/** A telling with what the switches look at. */
export interface TellingRow {
  readonly occurrence: string;
  readonly report: string;
  readonly event: string;
  /** Folded. */
  readonly publishers: readonly string[];
  readonly published: string | null;
  readonly isCopy: boolean;
  readonly claim: Claim;
  readonly chain: number;
  readonly score: number;
  readonly goldstein: number | null;
}

export interface ActRow {
  readonly key: string;
  readonly type: EventType;
  readonly modes: readonly string[];
  readonly quad: 1 | 2 | 3 | 4;
  readonly status: EventStatus;
  /** Day number; acts without a day are not loaded. */
  readonly day: number;
  readonly outlets: number;
  readonly direction: "forth" | "back" | "both";
  readonly tellings: readonly TellingRow[];
}

const OF_PAIR = `SELECT DISTINCT one.act FROM store.act_sides one JOIN store.act_sides other USING (act)
  WHERE one.country = $a AND other.country = $b`;

const ACTS = `SELECT store.hex16(a.act) AS key, a."type", a.modes, a.quad, a.status, a.day::VARCHAR AS date, a.outlets,
    list(DISTINCT s.country) FILTER (s.side = 'actor') AS actors,
    list(DISTINCT s.country) FILTER (s.side = 'recipient') AS recipients
  FROM store.acts a JOIN store.act_sides s USING (act)
  WHERE a.act IN (${OF_PAIR}) AND a.day IS NOT NULL AND a.status IN ('actual', 'historical', 'future')
  GROUP BY a.act, a."type", a.modes, a.quad, a.status, a.day, a.outlets ORDER BY a.day, a.act`;

const TELLINGS = `SELECT store.hex16(t.act) AS occurrence, lower(hex(r.key)) AS report, store.hex16(e.key) AS event,
    coalesce((SELECT list(lower(trim(s.publisher)) ORDER BY s.n) FROM store.sources s
      WHERE s.report = t.report AND s.publisher <> ''), []) AS publishers,
    r.day::VARCHAR AS published, r.original IS NOT NULL AS isCopy, t.claim, t.chain,
    e.score / 1000 AS score, e.goldstein / 1000 AS goldstein
  FROM store.tellings t JOIN store.events e ON e.report = t.report AND e.n = t.event
  JOIN store.reports r ON r.report = t.report
  WHERE t.act IN (${OF_PAIR}) ORDER BY t.act, t.n`;

interface FoundAct extends Omit<ActRow, "day" | "direction" | "tellings"> {
  readonly date: string;
  readonly actors: readonly (string | null)[] | null;
  readonly recipients: readonly (string | null)[] | null;
}

/** The acts in which a country of one side deals with one of the other, in the order of their days. */
export async function loadPair(asked: Asked, path: string, a: string, b: string): Promise<ActRow[]> {
  if (a === b) return [];
  const byAct = new Map<string, TellingRow[]>();
  for (const telling of await findRows<TellingRow>(asked, TELLINGS, path, { a, b })) {
    const more = byAct.get(telling.occurrence);
    if (more === undefined) byAct.set(telling.occurrence, [telling]);
    else more.push(telling);
  }
  const acts: ActRow[] = [];
  for (const { date, actors, recipients, ...act } of await findRows<FoundAct>(asked, ACTS, path, { a, b })) {
    const direction = directionOf(actors ?? [], recipients ?? [], a, b);
    const tellings = byAct.get(act.key) ?? [];
    if (direction !== null) acts.push({ ...act, day: dayNumberOf(date), direction, tellings });
  }
  return acts;
}

type Countries = readonly (string | null)[];

/** Who of the two acts on whom; null where both only stand on one side of what is done to a third. */
function directionOf(actors: Countries, recipients: Countries, a: string, b: string): ActRow["direction"] | null {
  if (!recipients.some((country) => country !== null)) return actors.includes(a) && actors.includes(b) ? "both" : null;
  const forth = actors.includes(a) && recipients.includes(b);
  const back = actors.includes(b) && recipients.includes(a);
  return forth && back ? "both" : forth ? "forth" : back ? "back" : null;
}
