/** A report with all that stands around it: its sources, its copies, the occurrences that it tells of. */
import type { Reading } from "../../reading/index.js";
import { reportOf } from "../event-conditions.js";
import { findReading } from "../find-reading.js";
import { type Asked, findRows } from "../query-rows.js";
import type { ReportRow, SourceRow } from "../records.js";

export interface FoundReport {
  readonly reading: Reading;
  readonly sources: readonly SourceRow[];
  /** Key of the report that this one is a near-copy of. */
  readonly copyOf: string | null;
  /** Keys of reports that are near-copies of this one. */
  readonly copies: readonly string[];
  /** Keys of occurrences by the key of the event that tells of them. */
  readonly occurrences: Readonly<Record<string, string>>;
}

/** Null where the archive has no report of this key. */
export async function findReport(asked: Asked, key: string, path: string): Promise<FoundReport | null> {
  const reading = await findReading(asked, key, path);
  if (reading === null) return null;
  const [row] = await findRows<{ report: number; original: number | null }>(
    asked,
    `SELECT report, original FROM store.reports WHERE report IN (${reportOf("$key")})`,
    path,
    { key },
  );
  const { report, original } = row!;
  const sources = await findRows<SourceRow>(
    asked,
    `SELECT publisher, url, id, title, published, fetched, run FROM store.sources WHERE report = ${report} ORDER BY n`,
    path,
  );
  const copyOf = original === null ? null : (await keysOf(asked, path, `report = ${original}`))[0]!;
  const copies = await keysOf(asked, path, `original = ${report}`);
  return { reading, sources, copyOf, copies, occurrences: await findOccurrences(asked, path, report) };
}

/** Keys of reports in order of arrival. */
async function keysOf(asked: Asked, path: string, where: string): Promise<readonly string[]> {
  const sql = `SELECT lower(hex(key)) AS key FROM store.reports WHERE ${where} ORDER BY report`;
  return (await findRows<{ key: string }>(asked, sql, path)).map(({ key }) => key);
}

async function findOccurrences(asked: Asked, path: string, report: number): Promise<FoundReport["occurrences"]> {
  const sql = `SELECT store.hex16(e.key) AS event, store.hex16(t.act) AS occurrence
    FROM store.tellings t JOIN store.events e ON e.report = t.report AND e.n = t.event
    WHERE t.report = ${report} AND e.report = ${report} ORDER BY t.event`;
  const rows = await findRows<{ event: string; occurrence: string }>(asked, sql, path);
  return Object.fromEntries(rows.map(({ event, occurrence }) => [event, occurrence]));
}

/** How many events and statements a report has. */
export interface Parts {
  readonly events: number;
  readonly statements: number;
}

/** By the reports' numbers. */
export async function countParts(
  asked: Asked,
  path: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Parts>> {
  if (numbers.length === 0) return new Map();
  const list = numbers.map(Math.trunc).join(", ");
  const counted = (table: string) =>
    `SELECT report, count(*) AS n FROM store.${table} WHERE report IN (${list}) GROUP BY report`;
  const sql = `SELECT r.report AS number, coalesce(e.n, 0) AS events, coalesce(s.n, 0) AS statements
    FROM (SELECT unnest([${list}]) AS report) r LEFT JOIN (${counted("events")}) e USING (report)
    LEFT JOIN (${counted("statements")}) s USING (report)`;
  const rows = await findRows<Parts & { number: number }>(asked, sql, path);
  return new Map(rows.map((row) => [row.number, row]));
}

/** Rows of reports by their numbers. */
export async function findReportRows(
  asked: Asked,
  path: string,
  numbers: readonly number[],
): Promise<readonly ReportRow[]> {
  if (numbers.length === 0) return [];
  return findRows<ReportRow>(
    asked,
    `SELECT * FROM main.reports WHERE number IN (${numbers.map(Math.trunc).join(", ")})`,
    path,
  );
}

/** Keys that begin alike, for who gives one cut short or mistyped. */
export async function findKeysLike(asked: Asked, head: string, path: string): Promise<readonly string[]> {
  if (!/^[0-9a-f]{4}$/.test(head)) return [];
  const sql = `SELECT lower(hex(r.key)) AS key FROM store.heads h JOIN store.reports r USING (report)
    WHERE h.head BETWEEN ('0x${head}' || repeat('0', 12))::UBIGINT AND ('0x${head}' || repeat('f', 12))::UBIGINT
    ORDER BY h.report LIMIT 3`;
  return (await findRows<{ key: string }>(asked, sql, path)).map(({ key }) => key);
}
