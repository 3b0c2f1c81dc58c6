/** Finds the reports that hold what is searched for, and ranks them by BM25. */
import { type Asked, findRows } from "../query-rows.js";
import { collectPostings, streamUnindexed } from "./index-reports.js";
import { type Phrase, parseQuery } from "./parse-query.js";
import { type Postings, readPostings } from "./posting-list.js";

export interface Hit {
  /** The report's number. */
  readonly report: number;
  readonly score: number;
}

/** BM25's usual constants. */
const K1 = 1.2;
const B = 0.75;

/** The hits of a query, in ascending order of reports; all reports' scores by the words' rarity and the reports' lengths. */
export async function findHits(asked: Asked, query: string, path: string): Promise<Hit[]> {
  const phrases = parseQuery(query);
  if (!phrases.some(({ isExcluded }) => !isExcluded)) return [];
  const tail = await readTail(asked, path);
  const found: Found[] = [];
  for (const phrase of phrases) found.push(await findPhrase(asked, phrase, tail, path));
  const wanted = found.filter((_, i) => !phrases[i]!.isExcluded);
  const barred = new Set(found.filter((_, i) => phrases[i]!.isExcluded).flatMap((one) => [...one.keys()]));
  const [rarest, ...others] = wanted.sort((a, b) => a.size - b.size);
  const reports = [...rarest!.keys()].filter((report) => !barred.has(report) && others.every((one) => one.has(report)));
  return rank(asked, reports, wanted, tail, path);
}

/** How often a phrase stands in each report that has it. */
type Found = Map<number, number>;

interface Tail {
  readonly words: ReadonlyMap<string, { readonly count: number; readonly bytes: Uint8Array }>;
  readonly lengths: ReadonlyMap<number, number>;
}

/** Reports that are in no segment are indexed for this one question. */
async function readTail(asked: Asked, path: string): Promise<Tail> {
  const texts = [];
  for await (const text of streamUnindexed(asked, path)) texts.push(text);
  const { postings, lengths } = collectPostings(texts, 0);
  return {
    words: new Map(
      postings.map(([, word, count, bytes]) => [
        word as string,
        { count: count as number, bytes: bytes as Uint8Array },
      ]),
    ),
    lengths: new Map(lengths.map(([report, length]) => [report as number, length as number])),
  };
}

async function findPhrase(asked: Asked, { words, isPrefix }: Phrase, tail: Tail, path: string): Promise<Found> {
  const lists: Postings[] = [];
  for (const [i, word] of words.entries()) {
    const isLast = i === words.length - 1;
    lists.push(await findPostings(asked, word, isPrefix && isLast, tail, path));
    if (lists.at(-1)!.reports.length === 0) return new Map();
  }
  return matchPhrase(lists);
}

interface Stored {
  readonly reports: number;
  readonly data: Uint8Array;
}

/** A word's postings; those of a beginning are all its words' taken together. */
async function findPostings(
  asked: Asked,
  word: string,
  isPrefix: boolean,
  tail: Tail,
  path: string,
): Promise<Postings> {
  const match = isPrefix ? "starts_with(word, $word)" : "word = $word";
  const sql = `SELECT reports, data FROM store.postings WHERE ${match} ORDER BY segment, word`;
  const stored = await findRows<Stored>(asked, sql, path, { word });
  for (const [other, { count, bytes }] of tail.words) {
    if (isPrefix ? other.startsWith(word) : other === word) stored.push({ reports: count, data: bytes });
  }
  const count = stored.reduce((sum, { reports }) => sum + reports, 0);
  const postings = readPostings(
    stored.map(({ data }) => data),
    count,
  );
  return isPrefix ? sortPostings(postings) : postings;
}

/** Several words' lists as one, in order of reports and positions. */
function sortPostings({ reports, offsets, positions }: Postings): Postings {
  const groups = new Map<number, number[]>();
  for (const [i, report] of reports.entries()) {
    const more = positions.subarray(offsets[i]!, offsets[i + 1]!);
    const group = groups.get(report);
    if (group) group.push(...more);
    else groups.set(report, [...more]);
  }
  const sorted = [...groups].sort(([a], [b]) => a - b);
  const out = { reports: new Uint32Array(sorted.length), offsets: new Uint32Array(sorted.length + 1) };
  const all = new Uint32Array(positions.length);
  let p = 0;
  for (const [i, [report, group]] of sorted.entries()) {
    out.reports[i] = report;
    out.offsets[i] = p;
    all.set(
      group.sort((a, b) => a - b),
      p,
    );
    p += group.length;
  }
  out.offsets[sorted.length] = p;
  return { ...out, positions: all };
}

/** Reports in which the words stand one behind the other, found by walking along the shortest list. */
export function matchPhrase(lists: readonly Postings[]): Found {
  const found: Found = new Map();
  const guide = lists.reduce((best, { reports }, k) => (reports.length < lists[best]!.reports.length ? k : best), 0);
  const { reports, offsets } = lists[guide]!;
  const at = lists.map(() => 0);
  for (let i = 0; i < reports.length; i++) {
    at[guide] = i;
    if (!advance(lists, at, guide, reports[i]!)) continue;
    const times = lists.length === 1 ? offsets[i + 1]! - offsets[i]! : countRuns(lists, at, guide);
    if (times > 0) found.set(reports[i]!, times);
  }
  return found;
}

/** Moves all other lists to a report; false where one lacks it. */
function advance(lists: readonly Postings[], at: number[], guide: number, report: number): boolean {
  for (let k = 0; k < lists.length; k++) {
    if (k === guide) continue;
    const { reports } = lists[k]!;
    const i = seek(reports, report, at[k]!);
    at[k] = i;
    if (reports[i] !== report) return false;
  }
  return true;
}

/** First place from `from` on that is not below the report: by steps that double, then by halving. */
function seek(reports: Uint32Array, report: number, from: number): number {
  let [low, step] = [from, 1];
  while (low + step < reports.length && reports[low + step]! < report) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, reports.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reports[middle]! < report) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countRuns(lists: readonly Postings[], at: readonly number[], guide: number): number {
  const places = lists.map(({ offsets, positions }, k) => positions.subarray(offsets[at[k]!]!, offsets[at[k]! + 1]!));
  let times = 0;
  for (const place of places[guide]!) {
    const start = place - guide;
    if (places.every((list, k) => k === guide || list.includes(start + k))) times++;
  }
  return times;
}

async function rank(asked: Asked, reports: readonly number[], wanted: readonly Found[], tail: Tail, path: string) {
  const sorted = [...reports].sort((a, b) => a - b);
  const { total, mean, lengths } = await findLengths(asked, sorted, tail, path);
  return sorted.map((report): Hit => {
    const norm = K1 * (1 - B + (B * (lengths.get(report) ?? mean)) / mean);
    let score = 0;
    for (const one of wanted) {
      const times = one.get(report)!;
      const rarity = Math.log(1 + (total - one.size + 0.5) / (one.size + 0.5));
      score += (rarity * times * (K1 + 1)) / (times + norm);
    }
    return { report, score: Math.round(score * 1000) / 1000 };
  });
}

interface Lengths {
  readonly total: number;
  readonly mean: number;
  readonly lengths: ReadonlyMap<number, number>;
}

async function findLengths(asked: Asked, reports: readonly number[], tail: Tail, path: string): Promise<Lengths> {
  const sums = "SELECT coalesce(sum(reports), 0) AS reports, coalesce(sum(words), 0) AS words FROM store.segments";
  const [row] = await findRows<{ reports: number; words: number }>(asked, sums, path);
  const total = Number(row!.reports) + tail.lengths.size;
  const words = Number(row!.words) + [...tail.lengths.values()].reduce((sum, next) => sum + next, 0);
  const lengths = new Map(tail.lengths);
  if (reports.length > 0) await readLengths(asked, reports, lengths);
  return { total, mean: Math.max(1, words / Math.max(1, total)), lengths };
}

/** So many reports are named one by one. */
const FEW = 2000;

/** Millions of lengths at worst: read as columns, for rows would cost more than the search itself. */
async function readLengths(
  { connection }: Asked,
  reports: readonly number[],
  lengths: Map<number, number>,
): Promise<void> {
  const [low, high] = [reports[0]!, reports.at(-1)!];
  const which = reports.length <= FEW ? `IN (${reports.join(", ")})` : `BETWEEN ${low} AND ${high}`;
  const result = await connection.stream(
    `SELECT report, words FROM store.lengths WHERE report ${which} ORDER BY report`,
  );
  let next = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const [numbers, words] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
    for (let i = 0; i < chunk.rowCount; i++) {
      const report = numbers.getItem(i) as number;
      while (next < reports.length && reports[next]! < report) next++;
      if (reports[next] === report) lengths.set(report, words.getItem(i) as number);
    }
  }
}
