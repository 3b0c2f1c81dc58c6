/** Finds records by filters: first which, over small columns, then what they hold, a few hundred at a time. */
import { conditionsOf, dayOf } from "./conditions-of.js";
import { demandActors } from "./demand-actors.js";
import type { Filter } from "./filter.js";
import { addParties } from "./find-parties.js";
import { type Asked, findRows, streamRows } from "./query-rows.js";
import type { Kind, Records } from "./records.js";
import { findHits } from "./search/find-hits.js";

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
  const conditions = conditionsOf(kind, filter, await findTexts(filter, asked, path));
  const n = kind === "reports" ? "0" : "x.n";
  const order = paging.order === "latest" ? `${dayOf(kind)} DESC NULLS LAST, ` : "";
  const sql = `SELECT r.report AS number, ${n} AS n FROM ${tablesOf(kind)} WHERE ${conditions.sql}
    ORDER BY ${order}number, n${limitOf(paging)}`;
  let batch: Id[] = [];
  for await (const id of streamRows<Id>(ids, sql, path, conditions.parameters)) {
    batch.push(id);
    if (batch.length < BATCH) continue;
    yield* await fetchRecords(kind, batch, asked, path);
    batch = [];
  }
  if (batch.length > 0) yield* await fetchRecords(kind, batch, asked, path);
}

/** How many records of a kind a filter lets through. */
export async function countRecords(kind: Kind, filter: Filter, asked: Asked, path: string): Promise<number> {
  await demandActors(asked, filter, path);
  const conditions = conditionsOf(kind, filter, await findTexts(filter, asked, path));
  const sql = `SELECT count(*) AS count FROM ${tablesOf(kind)} WHERE ${conditions.sql}`;
  return (await findRows<{ count: number }>(asked, sql, path, conditions.parameters))[0]!.count;
}

/** Numbers of the reports whose words fit. */
async function findTexts({ text }: Filter, asked: Asked, path: string): Promise<number[] | null> {
  return text === undefined ? null : (await findHits(asked, text, path)).map(({ report }) => report);
}

function tablesOf(kind: Kind): string {
  if (kind === "reports") return "store.reports x JOIN store.reports r USING (report)";
  const tables = `store.${kind} x JOIN store.reports r USING (report)`;
  return kind === "entities" ? `${tables} JOIN store.actors a USING (actor)` : tables;
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
