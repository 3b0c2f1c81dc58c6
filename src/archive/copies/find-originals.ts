/** Finds, for new reports, which of the earlier ones they are near-copies of. */
import type { Database } from "../database.js";
import { findRows } from "../query-rows.js";
import { makeSketch, overlapOf, type Sketch } from "./sketch.js";

export interface NewText {
  readonly report: number;
  readonly text: string;
  /** Days since 1970 of its publication. */
  readonly day: number | null;
}

export interface Sketched extends NewText {
  readonly sketch: Sketch | null;
  /** Number of the report that it is a near-copy of. */
  readonly original: number | null;
}

/** So much of the smaller text must stand in the other one. */
const LEAST = 0.7;
/** So many of its hashes must be shared before two texts are compared. */
const SHARED = 4;
/** Copies come soon after their original; the same words a season later are news again. */
const DAYS = 7;

interface Candidate extends NewText {
  /** Of which it is a copy itself. */
  readonly original: number | null;
}

/** The new texts in their order, each with the earliest report that it is a near-copy of. */
export async function findOriginals(database: Database, texts: readonly NewText[], path: string): Promise<Sketched[]> {
  const sketches = texts.map(({ text }) => makeSketch(text));
  const earlier = await findCandidates(database, sketches, path);
  const byHash = new Map<number, Candidate[]>();
  for (const { hash, ...candidate } of earlier) addTo(byHash, hash, candidate);
  return texts.map((text, i) => {
    const sketch = sketches[i] ?? null;
    const original = sketch ? findOriginal(text, sketch, byHash) : null;
    const done = { ...text, sketch, original };
    for (const hash of sketch?.hashes ?? []) addTo(byHash, hash, done);
    return done;
  });
}

function addTo(byHash: Map<number, Candidate[]>, hash: number, candidate: Candidate): void {
  const there = byHash.get(hash);
  if (there) there.push(candidate);
  else byHash.set(hash, [candidate]);
}

/** Earlier reports that share a hash with a new one. */
async function findCandidates(database: Database, sketches: readonly (Sketch | null)[], path: string) {
  const hashes = [...new Set(sketches.flatMap((sketch) => sketch?.hashes ?? []))];
  if (hashes.length === 0) return [];
  const sql = `WITH shared AS (SELECT report, hash FROM store.sketches WHERE hash IN (${hashes.join(", ")}))
    SELECT s.hash, r.report, r.text, (r.day - DATE '1970-01-01')::INTEGER AS day, r.original
    FROM shared s JOIN store.reports r USING (report) ORDER BY r.report`;
  return findRows<Candidate & { readonly hash: number }>(database, sql, path);
}

function findOriginal(text: NewText, sketch: Sketch, byHash: ReadonlyMap<number, readonly Candidate[]>): number | null {
  const shared = new Map<Candidate["report"], { readonly candidate: Candidate; count: number }>();
  for (const hash of sketch.hashes) {
    for (const candidate of byHash.get(hash) ?? []) {
      const there = shared.get(candidate.report);
      if (there) there.count++;
      else shared.set(candidate.report, { candidate, count: 1 });
    }
  }
  const likely = [...shared.values()].filter(({ count }) => count >= Math.min(SHARED, sketch.hashes.length));
  for (const { candidate } of likely.sort((a, b) => a.candidate.report - b.candidate.report)) {
    if (isNear(text.day, candidate.day) && isCopy(sketch, candidate)) return candidate.original ?? candidate.report;
  }
  return null;
}

function isNear(day: number | null, other: number | null): boolean {
  return day === null || other === null || Math.abs(day - other) <= DAYS;
}

function isCopy(sketch: Sketch, { text }: Candidate): boolean {
  const other = makeSketch(text);
  return other !== null && overlapOf(sketch, other) >= LEAST;
}
