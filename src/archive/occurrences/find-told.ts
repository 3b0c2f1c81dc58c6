/** The events of an archive as tellings of acts. */

import {
  type Claim,
  type Party,
  type Stretch,
  type ToldAct,
  type ToldPlace,
  topicsOf,
} from "../../occurrences/index.js";
import type { EventStatus, EventType, Statement } from "../../reading/index.js";
import { type Asked, streamRows } from "../query-rows.js";

/** A telling with the numbers by which the archive knows its report and event. */
export interface FiledAct extends ToldAct {
  readonly number: number;
  readonly n: number;
}

/** One event with what the gathering needs, as the query gives it. */
interface ToldRow {
  readonly number: number;
  readonly n: number;
  readonly report: string;
  readonly event: string;
  readonly published: string | null;
  readonly outlets: readonly (string | null)[] | null;
  readonly original: string;
  readonly carriers: readonly string[] | null;
  readonly type: EventType;
  readonly modes: readonly string[];
  readonly quad: 1 | 2 | 3 | 4;
  readonly score: number;
  readonly goldstein: number | null;
  readonly status: EventStatus;
  readonly actors: readonly Party[] | null;
  readonly recipients: readonly Party[] | null;
  readonly date: string | null;
  readonly isDated: boolean;
  readonly places: readonly ToldPlace[] | null;
  readonly act: Statement["act"] | null;
  readonly by: readonly string[] | null;
  readonly chain: number | null;
  readonly confidence: number;
  /** The clause that shows the event, where it begins in its report, and what in it is known otherwise. */
  readonly words: string;
  readonly start: number;
  readonly known: readonly Stretch[];
}

/** Which events: all of a type, all of reports that came after one, or those named by report and event. */
export type Choice =
  | { readonly type: EventType }
  | { readonly since: number }
  | { readonly reports: readonly number[]; readonly events: readonly number[] };

function chosen(choice: Choice): string {
  if ("type" in choice) return `SELECT report, n FROM store.events WHERE "type" = $type`;
  if ("since" in choice) return "SELECT report, n FROM store.events WHERE report > $since";
  return "SELECT unnest($reports::UINTEGER[]) AS report, unnest($events::UINTEGER[]) AS n";
}

const TOLD = `
told AS (SELECT e.* FROM store.events e SEMI JOIN chosen USING (report, n)),
  -- Set apart, or the joins below would carry the whole text of the report with each of its events.
  shown AS MATERIALIZED (SELECT t.report, t.n, store.words(r.text, t.evidence) AS words
    FROM told t JOIN store.reports r USING (report)),
  parties AS (SELECT report, n, side, list(struct_pack(key := actor, country := country, person := person)) AS list FROM
    (SELECT DISTINCT s.report, t.n, s.side, store.hex16(a.key) AS actor, s.country, CASE WHEN a.kind = 'person'
        AND list_contains(list_transform(e.mentions, lambda x: x."type"), 'name') THEN lower(a.name) END AS person
      FROM store.sides s JOIN told t ON t.report = s.report AND t.n = s.event
        JOIN store.entities e ON e.report = s.report AND e.n = s.entity JOIN store.actors a ON a.actor = s.actor
      ORDER BY ALL) GROUP BY ALL),
  claimed AS (SELECT c.report, c.event, max(c.link) AS chain,
    list(DISTINCT store.hex16(a.key) ORDER BY store.hex16(a.key)) FILTER (c.link = 1) AS "by",
    list(lower(a.name) ORDER BY c.link DESC) FILTER (a.kind = 'media') AS carriers
    FROM store.claims c JOIN told t ON t.report = c.report AND t.n = c.event JOIN store.actors a USING (actor) GROUP BY ALL),
  spots AS (SELECT t.report, t.n, list(struct_pack(name := p.name, country := p.country, admin1 := p.admin1,
      latitude := p.latitude, longitude := p.longitude, extent := CASE WHEN p."precision" IN ('country', 'region') THEN 'wide'
        WHEN p."precision" = 'admin1' THEN 'division' ELSE 'spot' END) ORDER BY p.n) AS list
    FROM (SELECT report, n, unnest(places) AS id FROM told) t JOIN store.places p ON p.report = t.report AND p.n = t.id
    GROUP BY ALL),
  outlets AS (SELECT report, list(lower(publisher) ORDER BY n) AS list FROM store.sources WHERE publisher <> '' GROUP BY ALL)
SELECT t.report AS number, t.n, lower(hex(r.key)) AS report, store.hex16(t.key) AS event, r.day::VARCHAR AS published,
  o.list AS outlets, lower(hex(coalesce(first.key, r.key))) AS original, c.carriers, t."type",
  store.list(t.modes) AS modes, t.quad, t.score / 1000 AS score, t.goldstein / 1000 AS goldstein, t.status,
  pa.list AS actors, pr.list AS recipients, t.date,
  list_contains(list_transform(t.roles, lambda x: x.role), 'date') AS isDated,
  s.list AS places, st.act, c."by", c.chain, t.confidence / 1000 AS confidence,
  w.words, t.evidence."start" AS "start",
  list_transform(list_filter(t.roles, lambda x: x.role IN ('actor', 'recipient', 'date')),
    lambda x: struct_pack("start" := x."start", "end" := x."end"))
    || [struct_pack("start" := t."trigger"."start", "end" := t."trigger"."end")] AS known
FROM told t JOIN store.reports r USING (report) JOIN shown w ON w.report = t.report AND w.n = t.n
  LEFT JOIN store.reports first ON first.report = r.original
  LEFT JOIN outlets o ON o.report = t.report
  LEFT JOIN parties pa ON pa.report = t.report AND pa.n = t.n AND pa.side = 'actor'
  LEFT JOIN parties pr ON pr.report = t.report AND pr.n = t.n AND pr.side = 'recipient'
  LEFT JOIN claimed c ON c.report = t.report AND c.event = t.n
  LEFT JOIN spots s ON s.report = t.report AND s.n = t.n
  LEFT JOIN store.statements st ON st.report = t.report AND st.n = t.statement
ORDER BY t.report, t.n`;

/** The chosen events as tellings, in the order of their reports. */
export async function findTold(asked: Asked, choice: Choice, path: string): Promise<FiledAct[]> {
  const told: FiledAct[] = [];
  const sql = `WITH chosen AS (${chosen(choice)}), ${TOLD}`;
  for await (const row of streamRows<ToldRow>(asked, sql, path, { ...choice })) told.push(toldOf(row));
  return told;
}

/** Statement acts that vouch for nothing: who denies or doubts an act has told of it, but does not claim it. */
const DENIALS: ReadonlySet<Statement["act"]> = new Set(["denies", "doubts"]);

/** What the innermost statement around an act makes of it; null: there is none, the report itself tells. */
function claimOf(act: Statement["act"] | null): Claim {
  if (act === null) return "report";
  return DENIALS.has(act) ? "denied" : "claimed";
}

function toldOf({ act, chain, words, start, known, ...row }: ToldRow): FiledAct {
  const inside = known.map((stretch) => ({ start: stretch.start - start, end: stretch.end - start }));
  return {
    ...row,
    topics: topicsOf(words, inside),
    outlets: (row.outlets ?? []).filter((name) => name !== null),
    carriers: row.carriers ?? [],
    actors: row.actors ?? [],
    recipients: row.recipients ?? [],
    places: row.places ?? [],
    claim: claimOf(act),
    by: row.by ?? [],
    chain: chain ?? (act === null ? 0 : 1),
  };
}
