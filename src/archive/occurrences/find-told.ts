/** The events of an archive as tellings of acts. */

import type { Claim, Party, ToldAct, ToldPlace } from "../../occurrences/index.js";
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
}

/** `$type` alone: acts of two types never are one, so an archive is gathered type by type. */
const TOLD = `
WITH told AS (SELECT number, n, report, key, "type", modes, quad, score, goldstein, status, date, places, statement,
    confidence, list_contains(list_transform(roles, lambda x: x.role), 'date') AS isDated
  FROM events WHERE "type" = $type),
  parties AS (SELECT number, n, side, list(struct_pack(key := actor, country := country)) AS list FROM
    (SELECT DISTINCT number, n, side, actor, country FROM sides ORDER BY number, n, side, actor) GROUP BY ALL),
  claimed AS (SELECT c.number, c.n, max(c.link) AS chain,
    list(DISTINCT c.actor ORDER BY c.actor) FILTER (c.link = 1) AS "by",
    list(lower(c.name) ORDER BY c.link DESC) FILTER (a.kind = 'media') AS carriers
    FROM claims c JOIN actors a ON a.key = c.actor GROUP BY ALL),
  spots AS (SELECT t.number, t.n, list(struct_pack(name := p.name, country := p.country,
      isWide := p."precision" IN ('country', 'region')) ORDER BY p.n) AS list
    FROM (SELECT number, n, unnest(places) AS id FROM told) t JOIN places p ON p.number = t.number AND p.id = t.id
    GROUP BY ALL),
  outlets AS (SELECT number, list(lower(publisher) ORDER BY n) AS list FROM sources WHERE publisher <> '' GROUP BY ALL)
SELECT t.number, t.n, t.report, t.key AS event, r.day::VARCHAR AS published, o.list AS outlets, coalesce(r.copyOf, t.report) AS original,
  c.carriers, t."type", t.modes, t.quad, t.score, t.goldstein, t.status, pa.list AS actors, pr.list AS recipients,
  t.date, t.isDated, s.list AS places, st.act, c."by", c.chain, t.confidence
FROM told t JOIN reports r ON r.number = t.number
  LEFT JOIN outlets o ON o.number = t.number
  LEFT JOIN parties pa ON pa.number = t.number AND pa.n = t.n AND pa.side = 'actor'
  LEFT JOIN parties pr ON pr.number = t.number AND pr.n = t.n AND pr.side = 'recipient'
  LEFT JOIN claimed c ON c.number = t.number AND c.n = t.n
  LEFT JOIN spots s ON s.number = t.number AND s.n = t.n
  LEFT JOIN statements st ON st.number = t.number AND st.id = t.statement
ORDER BY t.number, t.n`;

/** All tellings of acts of one type, in the order of their reports. */
export async function findTold(asked: Asked, type: EventType, path: string): Promise<FiledAct[]> {
  const told: FiledAct[] = [];
  for await (const row of streamRows<ToldRow>(asked, TOLD, path, { type })) told.push(toldOf(row));
  return told;
}

/** Statement acts that vouch for nothing: who denies or doubts an act has told of it, but does not claim it. */
const DENIALS: ReadonlySet<Statement["act"]> = new Set(["denies", "doubts"]);

/** What the innermost statement around an act makes of it; null: there is none, the report itself tells. */
function claimOf(act: Statement["act"] | null): Claim {
  if (act === null) return "report";
  return DENIALS.has(act) ? "denied" : "claimed";
}

function toldOf({ act, chain, ...row }: ToldRow): FiledAct {
  return {
    ...row,
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
