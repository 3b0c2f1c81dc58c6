/** What was read: reports by source and day, what a source usually has, and which days are missing. */
import { type Asked, findRows } from "./query-rows.js";

export interface Coverage {
  readonly publisher: string;
  readonly day: string;
  readonly reports: number;
  /** Reports that this publisher has on such a weekday: the median of the four before and after; null where too few are known. */
  readonly expected: number | null;
}

export interface CoverageQuestion {
  readonly publisher?: string;
  readonly since?: string;
  readonly until?: string;
}

/**
 * A row for each publisher and each day from its first to its last one, days without a report included. A report with
 * two sources counts for both; one without a publisher counts for "".
 */
export async function findCoverage(asked: Asked, question: CoverageQuestion, path: string): Promise<Coverage[]> {
  const { publisher = null, since = null, until = null } = question;
  const sql = `WITH seen AS (
      SELECT coalesce(publisher, '') AS publisher, try_cast(substring(published, 1, 10) AS DATE) AS day, report
      FROM store.sources),
    counted AS (SELECT publisher, day, count(DISTINCT report) AS reports FROM seen
      WHERE day IS NOT NULL AND ($publisher::VARCHAR IS NULL OR publisher = $publisher) GROUP BY ALL),
    bounds AS (SELECT publisher, min(day) AS low, max(day) AS high FROM counted GROUP BY publisher),
    days AS (SELECT publisher, unnest(generate_series(low::TIMESTAMP, high::TIMESTAMP, INTERVAL 1 DAY))::DATE AS day
      FROM bounds WHERE high - low < 36600),
    filled AS (SELECT d.publisher, d.day, coalesce(c.reports, 0) AS reports
      FROM days d LEFT JOIN counted c USING (publisher, day)
      UNION ALL SELECT c.* FROM counted c JOIN bounds b USING (publisher) WHERE b.high - b.low >= 36600),
    weekly AS (SELECT *, count(*) OVER w AS known, median(reports) OVER w AS usual FROM filled
      WINDOW w AS (PARTITION BY publisher, isodow(day) ORDER BY day ROWS BETWEEN 4 PRECEDING AND 4 FOLLOWING EXCLUDE CURRENT ROW))
    SELECT publisher, day, reports, CASE WHEN known >= 4 THEN usual END AS expected FROM weekly
    WHERE ($since::VARCHAR IS NULL OR day >= $since::DATE) AND ($until::VARCHAR IS NULL OR day <= $until::DATE)
    ORDER BY publisher, day`;
  return findRows<Coverage>(asked, sql, path, { publisher, since, until });
}

/** What an empty answer means: how many reports were read of those days, and of all. */
export interface Read {
  readonly reports: number;
  readonly inRange: number;
  readonly first: string | null;
  readonly last: string | null;
}

export async function findRead(
  asked: Asked,
  question: Pick<CoverageQuestion, "since" | "until">,
  path: string,
): Promise<Read> {
  const { since = null, until = null } = question;
  const sql = `SELECT count(*) AS reports, min(day) AS first, max(day) AS last,
      count(*) FILTER (($since::VARCHAR IS NULL OR day >= $since::DATE)
        AND ($until::VARCHAR IS NULL OR day <= $until::DATE)) AS inRange
    FROM store.reports`;
  return (await findRows<Read>(asked, sql, path, { since, until }))[0]!;
}
