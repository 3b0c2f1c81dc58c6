/** Rows for further sources of texts that the archive has. */
import { ArchiveError } from "../errors.js";
import type { Row } from "./append-rows.js";
import type { Database } from "./database.js";
import type { NewSource } from "./entry.js";
import { findRows } from "./query-rows.js";

/** A source of a report that is there. */
export interface Sighting {
  readonly report: number;
  readonly key: string;
  readonly source: NewSource;
}

interface Kept {
  readonly key: string;
  readonly names: Set<string>;
}

/** `n` counts a report's sources from 1. */
export function sourceRow(report: number, n: number, run: number, source: NewSource): Row {
  const { publisher, url, id, title, published, fetched } = source;
  return [report, n, run, publisher, url, id, title, published, fetched];
}

/** Rows for those sightings whose source is new to their report. */
export async function newSourceRows(
  database: Database,
  run: number,
  sightings: readonly Sighting[],
  path: string,
): Promise<Row[]> {
  const there = await findKept(database, sightings, path);
  return sightings.flatMap(({ report, key, source }) => {
    const kept = there.get(report);
    if (kept?.key !== key) throw collision(key);
    const name = nameOf(source);
    if (kept.names.has(name)) return [];
    kept.names.add(name);
    return [sourceRow(report, kept.names.size, run, source)];
  });
}

async function findKept(database: Database, sightings: readonly Sighting[], path: string): Promise<Map<number, Kept>> {
  const there = new Map<number, Kept>();
  if (sightings.length === 0) return there;
  const list = [...new Set(sightings.map(({ report }) => report))].join(", ");
  const sql = `SELECT s.*, lower(hex(r.key)) AS key FROM store.sources s JOIN store.reports r USING (report)
    WHERE s.report IN (${list}) AND r.report IN (${list}) ORDER BY s.report, s.n`;
  for (const row of await findRows<NewSource & { report: number; key: string }>(database, sql, path)) {
    const kept = there.get(row.report) ?? { key: row.key, names: new Set() };
    kept.names.add(nameOf(row));
    there.set(row.report, kept);
  }
  return there;
}

/** What tells sources apart; when they were fetched does not. */
function nameOf({ publisher, url, id, title, published }: NewSource): string {
  return JSON.stringify([publisher, url, id, title, published]);
}

/** Once in 10¹⁹ pairs of texts: rather an error than a report lost. */
function collision(key: string): ArchiveError {
  const message = `two texts share the first half of the key ${key}`;
  return new ArchiveError("query-failed", message, "Leave the second one out, and report this with both texts.");
}
