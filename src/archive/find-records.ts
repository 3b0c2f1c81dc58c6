/** Finds records by filters: first which, over small columns, then what they hold, a few hundred at a time. */
import { type Sought, seek } from "./conditions-of.js";
import { demandActors } from "./demand-actors.js";
import type { Filter } from "./filter.js";
import { addParties } from "./find-parties.js";
import { type Asked, findRows, streamRows } from "./query-rows.js";
import type { Kind, Records } from "./records.js";
import { findHits } from "./search/find-hits.js";

export type { Filter };

export interface Paging {
  /** In order of arrival, or the latest day first; the former by default. */
  readonly order?: "arrival" | "latest";
  readonly limit?: number;
  readonly offset?: number;
}

/** A record's place: its report's number and its own within the reading. */
export interface Id {
  readonly number: number;
  readonly n: number;
}

/** So many are fetched at once. */
const BATCH = 500;

/** The records of a kind that a filter lets through, in the order asked for; `ids` is a second connection. */
export async function* findRecords<K extends Kind>(
  kind: K,
  filter: Filter,
  paging: Paging,
  { asked, ids, path }: { readonly asked: Asked; readonly ids: Asked; readonly path: string },
): AsyncGenerator<Records[K]> {
  await demandActors(asked, filter, path);
  const texts = await findTexts(filter, asked, path);
  const isLatest = paging.order === "latest";
  const few = kind === "events" && isLatest ? await findLatest(filter, texts, paging, ids, path) : null;
  const found = few ?? streamIds(kind, seek(kind, filter, texts), paging, ids, path);
  let batch: Id[] = [];
  for await (const id of found) {
    batch.push(id);
    if (batch.length < BATCH) continue;
    yield* await fetchRecords(kind, batch, asked, path);
    batch = [];
  }
  if (batch.length > 0) yield* await fetchRecords(kind, batch, asked, path);
}

function streamIds(kind: Kind, sought: Sought, paging: Paging, ids: Asked, path: string): AsyncGenerator<Id> {
  const n = kind === "reports" ? "0" : "x.n";
  const order = paging.order === "latest" ? `${sought.day} DESC NULLS LAST, ` : "";
  const sql = `SELECT x.report AS number, ${n} AS n FROM ${sought.tables} WHERE ${sought.conditions.sql}
    ORDER BY ${order}number, n${limitOf(paging)}`;
  return streamRows<Id>(ids, sql, path, sought.conditions.parameters);
}

/** Days before the last one in which the latest events are looked for first. */
const WINDOWS = [30, 730] as const;
/** More are not looked for in windows. */
const FEW = 2000;

/**
 * The latest events, where the last days have enough of them: events come about in the order of their days, so that DuckDB
 * skips what is older. Null where all must be looked at.
 */
async function findLatest(
  filter: Filter,
  texts: readonly number[] | null,
  paging: Paging,
  ids: Asked,
  path: string,
): Promise<Id[] | null> {
  const wanted = (paging.limit ?? Number.POSITIVE_INFINITY) + (paging.offset ?? 0);
  if (wanted > FEW || texts !== null) return null;
  for (const days of WINDOWS) {
    const sql = `SELECT (least(max(day), $until::DATE) - ${days})::VARCHAR AS start FROM store.reports`;
    const [row] = await findRows<{ start: string | null }>(ids, sql, path, { until: filter.until ?? "9999-12-31" });
    if (!row?.start) return null;
    const sought = seek("events", filter, texts, row.start);
    const found: Id[] = [];
    for await (const id of streamIds("events", sought, paging, ids, path)) found.push(id);
    if (found.length >= (paging.limit ?? 0)) return found;
  }
  return null;
}

/** How many records of a kind a filter lets through. */
export async function countRecords(kind: Kind, filter: Filter, asked: Asked, path: string): Promise<number> {
  await demandActors(asked, filter, path);
  const { tables, conditions } = seek(kind, filter, await findTexts(filter, asked, path));
  const sql = `SELECT count(*) AS count FROM ${tables} WHERE ${conditions.sql}`;
  return (await findRows<{ count: number }>(asked, sql, path, conditions.parameters))[0]!.count;
}

/** Numbers of the reports whose words fit. */
async function findTexts({ text }: Filter, asked: Asked, path: string): Promise<number[] | null> {
  return text === undefined ? null : (await findHits(asked, text, path)).map(({ report }) => report);
}

function limitOf({ limit, offset }: Paging): string {
  return `${limit === undefined ? "" : ` LIMIT ${Math.trunc(limit)}`}${offset ? ` OFFSET ${Math.trunc(offset)}` : ""}`;
}

type Bare = Id & Readonly<Record<string, unknown>>;

async function fetchRecords<K extends Kind>(kind: K, ids: readonly Id[], asked: Asked, path: string) {
  const numbers = [...new Set(ids.map(({ number }) => number))];
  const rows = await findRows<Bare>(asked, recordSql(kind, numbers.join(", ")), path);
  const found = new Map(rows.map((row) => [nameOf(kind, row), row]));
  const records = ids.flatMap((id) => found.get(nameOf(kind, id)) ?? []);
  return (await addParties(kind, records, numbers, asked, path)) as unknown as Records[K][];
}

const nameOf = (kind: Kind, { number, n }: Id) => (kind === "reports" ? `${number}` : `${number} ${n}`);

/** What the view has of the records of these reports, and the first source of each. */
function recordSql(kind: Kind, numbers: string): string {
  if (kind === "reports") return `SELECT * FROM main.reports WHERE number IN (${numbers})`;
  const hidden = kind === "events" ? " EXCLUDE (day, dayEnd)" : "";
  return `SELECT v.*${hidden}, s.publisher, s.title, s.published
    FROM main.${kind} v JOIN store.sources s ON s.report = v.number AND s.n = 1
    WHERE v.number IN (${numbers}) AND s.report IN (${numbers})`;
}
