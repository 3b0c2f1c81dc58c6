/** Keeps the index of words up to date: segments of reports, small ones joined into larger ones. */
import { appendRows, type Row } from "../append-rows.js";
import type { Database } from "../database.js";
import { findRows, streamRows } from "../query-rows.js";
import { inTransaction } from "../transaction.js";
import { PostingWriter } from "./posting-list.js";
import { splitSearchWords } from "./split-search-words.js";

/** A segment of the lowest level holds so many reports at most. */
const SEGMENT = 2048;
/** So many segments of one level become one of the next. */
const JOINED = 8;

/** Indexes all reports that are not yet; each segment is one transaction, so that a kill costs one at most. */
export async function indexReports(database: Database, path: string, size = SEGMENT): Promise<void> {
  for (;;) {
    const texts = await findUnindexed(database, path, size);
    if (texts.length > 0) await inTransaction(database, () => addSegment(database, path, texts));
    if (texts.length < size) return;
  }
}

interface ReportText {
  readonly report: number;
  readonly text: string;
}

async function findUnindexed(database: Database, path: string, size: number): Promise<ReportText[]> {
  const sql = `SELECT report, text FROM store.reports
    WHERE report > (SELECT coalesce(max(last), 0) FROM store.segments) ORDER BY report LIMIT ${size}`;
  return findRows<ReportText>(database, sql, path);
}

async function addSegment(database: Database, path: string, texts: readonly ReportText[]): Promise<void> {
  const [row] = await findRows<{ n: number }>(
    database,
    "SELECT coalesce(max(segment), 0) AS n FROM store.segments",
    path,
  );
  const segment = row!.n + 1;
  const { postings, lengths } = collectPostings(texts, segment);
  const [first, last] = [texts[0]!.report, texts.at(-1)!.report];
  const words = lengths.reduce((sum, length) => sum + Number(length[1]), 0);
  await appendRows(
    database,
    new Map<string, Row[]>([
      ["postings", postings],
      ["lengths", lengths],
      ["segments", [[segment, 0, first, last, texts.length, words]]],
    ]),
  );
  await joinSegments(database, path, 0);
}

/** Rows of the postings, sorted by word, and how many words each report has. */
export function collectPostings(texts: Iterable<ReportText>, segment: number): { postings: Row[]; lengths: Row[] } {
  const writers = new Map<string, PostingWriter>();
  const lengths: Row[] = [];
  for (const { report, text } of texts) {
    const words = splitSearchWords(text);
    lengths.push([report, words.length]);
    for (const [word, positions] of groupPositions(words)) {
      const writer = writers.get(word) ?? new PostingWriter();
      writers.set(word, writer);
      writer.add(report, positions);
    }
  }
  const sorted = [...writers].sort(([a], [b]) => (a < b ? -1 : 1));
  return { postings: sorted.map(([word, { reports, bytes }]) => [segment, word, reports, bytes]), lengths };
}

function groupPositions(words: ReturnType<typeof splitSearchWords>): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { word, position } of words) {
    const group = groups.get(word);
    if (group) group.push(position);
    else groups.set(word, [position]);
  }
  return groups;
}

/** Joins the segments of a level where there are enough; their lists need only be put end to end. */
async function joinSegments(database: Database, path: string, level: number): Promise<void> {
  const sql = `SELECT segment FROM store.segments WHERE level = ${level} ORDER BY segment`;
  const segments = (await findRows<{ segment: number }>(database, sql, path)).map(({ segment }) => segment);
  if (segments.length < JOINED) return;
  const list = segments.join(", ");
  const segment = segments.at(-1)!;
  const { connection } = database;
  await connection.run(`CREATE OR REPLACE TEMP TABLE joined AS
    SELECT ${segment}::UINTEGER AS segment, word, sum(reports)::UINTEGER AS reports,
      list_reduce(list(data ORDER BY segment), lambda a, b: a || b) AS data
    FROM store.postings WHERE segment IN (${list}) GROUP BY word`);
  await connection.run(`DELETE FROM store.postings WHERE segment IN (${list})`);
  await connection.run("INSERT INTO store.postings SELECT * FROM joined ORDER BY word");
  await connection.run("DROP TABLE joined");
  await connection.run(`CREATE OR REPLACE TEMP TABLE joined AS SELECT ${segment}::UINTEGER AS segment,
    ${level + 1}::UINTEGER AS level, min(first) AS first, max(last) AS last, sum(reports)::UINTEGER AS reports,
    sum(words)::UBIGINT AS words FROM store.segments WHERE segment IN (${list})`);
  await connection.run(`DELETE FROM store.segments WHERE segment IN (${list})`);
  await connection.run("INSERT INTO store.segments SELECT * FROM joined");
  await connection.run("DROP TABLE joined");
  await joinSegments(database, path, level + 1);
}

/** Reports that no segment holds yet, as after a kill: few, and searched word by word. */
export function streamUnindexed(asked: Pick<Database, "duck" | "connection">, path: string) {
  const sql = `SELECT report, text FROM store.reports
    WHERE report > (SELECT coalesce(max(last), 0) FROM store.segments) ORDER BY report`;
  return streamRows<ReportText>(asked, sql, path);
}
