/** Answers a search: the best reports first, each with the sentence that shows why. */
import { makeConverter } from "../code-points.js";
import { seek } from "../conditions-of.js";
import type { Filter } from "../filter.js";
import type { Paging } from "../find-records.js";
import { type Asked, findRows } from "../query-rows.js";
import type { WordSpan } from "../records.js";
import { findHits, type Hit } from "./find-hits.js";
import { parseQuery } from "./parse-query.js";
import { findSentence } from "./show-sentence.js";

export interface SearchHit {
  /** Key of the report. */
  readonly report: string;
  readonly number: number;
  /** BM25: the higher, the better it fits. */
  readonly score: number;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly sentence: WordSpan | null;
}

/** So many are fetched at once. */
const BATCH = 100;

export async function* searchReports(
  asked: Asked,
  query: string,
  filter: Filter,
  { limit = Number.POSITIVE_INFINITY, offset = 0 }: Paging,
  path: string,
): AsyncGenerator<SearchHit> {
  const all = await sift(asked, await findHits(asked, query, path), filter, path);
  const hits = all.sort((a, b) => b.score - a.score || a.report - b.report).slice(offset, offset + limit);
  for (let from = 0; from < hits.length; from += BATCH) {
    yield* await fetchHits(asked, hits.slice(from, from + BATCH), query, path);
  }
}

/** The hits among the reports that a filter lets through. */
async function sift(asked: Asked, hits: Hit[], filter: Filter, path: string): Promise<Hit[]> {
  if (hits.length === 0 || Object.keys(filter).length === 0) return hits;
  const reports = hits.map(({ report }) => report);
  const { tables, conditions } = seek("reports", filter, reports);
  const sql = `SELECT x.report FROM ${tables} WHERE ${conditions.sql}`;
  const left = await findRows<{ report: number }>(asked, sql, path, conditions.parameters);
  const kept = new Set(left.map(({ report }) => report));
  return hits.filter(({ report }) => kept.has(report));
}

type Found = Omit<SearchHit, "score" | "sentence"> & { readonly text: string };

async function fetchHits(asked: Asked, hits: readonly Hit[], query: string, path: string): Promise<SearchHit[]> {
  const numbers = hits.map(({ report }) => report).join(", ");
  const sql = `SELECT lower(hex(r.key)) AS report, r.report AS number, s.publisher, s.title, s.published, r.text
    FROM store.reports r JOIN store.sources s ON s.report = r.report AND s.n = 1
    WHERE r.report IN (${numbers}) AND s.report IN (${numbers})`;
  const rows = new Map((await findRows<Found>(asked, sql, path)).map((row) => [row.number, row]));
  const phrases = parseQuery(query);
  return hits.flatMap(({ report, score }) => {
    const row = rows.get(report);
    if (!row) return [];
    const { text, ...found } = row;
    const span = findSentence(text, phrases);
    const sentence = span && { ...makeConverter(text)(span), words: text.slice(span.start, span.end) };
    return [{ ...found, score, sentence }];
  });
}
