/** What a desk shows: the newest acts, who acts most, what was read when. */
import { type Asked, findRows } from "../query-rows.js";

/** Keys of the newest occurrences, the latest first. */
export async function newestActs(asked: Asked, path: string, most: number): Promise<readonly string[]> {
  const sql = `SELECT store.hex16(act) AS key FROM store.acts WHERE day IS NOT NULL AND status <> 'future'
    ORDER BY day DESC, outlets DESC, act LIMIT ${most}`;
  return (await findRows<{ key: string }>(asked, sql, path)).map(({ key }) => key);
}

export interface BusyActor {
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  /** Occurrences. */
  readonly events: number;
}

/** Who does most. */
export async function busiestActors(asked: Asked, path: string, most: number): Promise<readonly BusyActor[]> {
  const sql = `WITH busy AS (SELECT actor, count(*) AS events FROM store.act_sides WHERE side = 'actor' GROUP BY actor)
    SELECT store.hex16(k.key) AS key, k.name, k.country, b.events FROM busy b JOIN store.actors k ON k.key = b.actor
    ORDER BY b.events DESC, k.key LIMIT ${most}`;
  return findRows<BusyActor>(asked, sql, path);
}

/** Reports by publisher and week. */
export interface WeeklyCoverage {
  /** The busiest first. */
  readonly publishers: readonly string[];
  /** First days of all weeks from the first to the last report. */
  readonly weeks: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

export async function weeklyCoverage(asked: Asked, path: string, most: number): Promise<WeeklyCoverage> {
  const rows = await findRows<{ publisher: string; week: string; reports: number }>(
    asked,
    `WITH dated AS (SELECT DISTINCT s.publisher, date_trunc('week', r.day)::DATE AS week, s.report
        FROM store.sources s JOIN store.reports r USING (report) WHERE r.day IS NOT NULL AND s.publisher <> ''),
      counted AS (SELECT publisher, week, count(*) AS reports FROM dated GROUP BY ALL),
      busiest AS (SELECT publisher, sum(reports) AS total FROM counted GROUP BY publisher ORDER BY total DESC, publisher
        LIMIT ${most})
    SELECT c.publisher, c.week::VARCHAR AS week, c.reports FROM counted c JOIN busiest b USING (publisher)
    ORDER BY b.total DESC, c.publisher, c.week`,
    path,
  );
  const weeks = await findRows<{ week: string }>(
    asked,
    `SELECT unnest(generate_series(date_trunc('week', min(day))::TIMESTAMP, date_trunc('week', max(day))::TIMESTAMP,
      INTERVAL 7 DAY))::DATE::VARCHAR AS week FROM store.reports`,
    path,
  );
  const publishers = [...new Set(rows.map(({ publisher }) => publisher))];
  const counts = new Map(rows.map(({ publisher, week, reports }) => [`${week} ${publisher}`, reports]));
  const days = weeks.map(({ week }) => week);
  return {
    publishers,
    weeks: days,
    counts: publishers.map((publisher) => days.map((week) => counts.get(`${week} ${publisher}`) ?? 0)),
  };
}
