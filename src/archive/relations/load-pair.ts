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

/** One row for each act and telling, in the order of days; the publishers of a text are all those that have it. */
const DEALINGS = `
WITH told AS (SELECT * FROM store.dealings WHERE a = $a AND b = $b),
  outlets AS (SELECT s.report, list(lower(trim(s.publisher)) ORDER BY s.n) AS publishers
    FROM store.sources s SEMI JOIN told USING (report) WHERE s.publisher <> '' GROUP BY s.report)
SELECT store.hex16(d.act) AS key, d."type", store.list(d.modes) AS modes, d.quad, d.status, d.day::VARCHAR AS date, d.outlets,
  d.direction, lower(hex(r.key)) AS report, store.hex16(d.key) AS event, coalesce(o.publishers, []) AS publishers,
  r.day::VARCHAR AS published, r.original IS NOT NULL AS isCopy, d.claim, d.chain, d.told_score / 1000 AS score,
  d.told_goldstein / 1000 AS goldstein
FROM told d JOIN store.reports r USING (report) LEFT JOIN outlets o USING (report)
ORDER BY d.day, d.act, d.n`;

interface FoundTelling extends Omit<ActRow, "day" | "tellings">, Omit<TellingRow, "occurrence"> {
  readonly date: string;
}

/** The acts in which two countries deal with one another, `a` before `b` in the alphabet, in the order of their days. */
export async function loadPair(asked: Asked, path: string, a: string, b: string): Promise<ActRow[]> {
  const acts: (Omit<ActRow, "tellings"> & { readonly tellings: TellingRow[] })[] = [];
  for (const row of await findRows<FoundTelling>(asked, DEALINGS, path, { a, b })) {
    const { key, type, modes, quad, status, date, outlets, direction, ...telling } = row;
    if (acts.at(-1)?.key !== key) {
      acts.push({ key, type, modes, quad, status, day: dayNumberOf(date), outlets, direction, tellings: [] });
    }
    acts.at(-1)!.tellings.push({ occurrence: key, ...telling });
  }
  return acts;
}
