/** How much an archive holds as a whole. */
import { type Asked, findRows } from "../query-rows.js";

export interface Counts {
  readonly reports: number;
  readonly events: number;
  readonly statements: number;
  /** Acts, however often they are told. */
  readonly occurrences: number;
  /** Pairs of countries that deal with one another. */
  readonly pairs: number;
  /** Days of the first and the last report. */
  readonly first: string | null;
  readonly last: string | null;
  /** Publishers. */
  readonly sources: number;
}

const COUNTS = `SELECT (SELECT count(*) FROM store.reports) AS reports, (SELECT count(*) FROM store.events) AS events,
  (SELECT count(*) FROM store.statements) AS statements, (SELECT count(*) FROM store.acts) AS occurrences,
  (SELECT count(DISTINCT pair) FROM store.pairs WHERE a <> b) AS pairs,
  (SELECT min(day)::VARCHAR FROM store.reports) AS first, (SELECT max(day)::VARCHAR FROM store.reports) AS last,
  (SELECT count(DISTINCT publisher) FROM store.sources) AS sources`;

export async function countAll(asked: Asked, path: string): Promise<Counts> {
  return (await findRows<Counts>(asked, COUNTS, path))[0]!;
}
