/** Sums up where acts happened, once for all who look at the map: at the end of a gathering. */
import type { Database } from "../database.js";

/** Acts by country, day and quad class; acts by place, each act once a place. */
const STATEMENTS = [
  "DELETE FROM store.country_days",
  `INSERT INTO store.country_days SELECT country, day, quad, count(*) FROM
      (SELECT DISTINCT s.country, a.day, a.quad, a.act FROM store.act_sides s JOIN store.acts a USING (act)
        WHERE s.country IS NOT NULL AND a.day IS NOT NULL)
    GROUP BY ALL ORDER BY ALL`,
  `CREATE OR REPLACE TEMP TABLE told AS
    SELECT DISTINCT a.act, a.day, a.quad, p.name, p.country, round(p.latitude, 2) AS latitude, round(p.longitude, 2) AS longitude
    FROM (SELECT report, n, unnest(places) AS place FROM store.events WHERE len(places) > 0) e
    JOIN store.places p ON p.report = e.report AND p.n = e.place
    JOIN store.tellings t ON t.report = e.report AND t.event = e.n JOIN store.acts a USING (act)
    WHERE a.day IS NOT NULL AND p.latitude IS NOT NULL AND p."precision" NOT IN ('country', 'region')`,
  "DELETE FROM store.spots",
  `INSERT INTO store.spots SELECT row_number() OVER (ORDER BY name, country, latitude, longitude), * FROM
    (SELECT DISTINCT name, country, latitude, longitude FROM told)`,
  "DELETE FROM store.spot_acts",
  `INSERT INTO store.spot_acts SELECT s.spot, t.day, t.quad, t.act FROM told t JOIN store.spots s
    ON s.name = t.name AND s.country IS NOT DISTINCT FROM t.country AND s.latitude = t.latitude AND s.longitude = t.longitude
    ORDER BY ALL`,
  "DROP TABLE told",
] as const;

/** Within the gathering's transaction. */
export async function summariseWorld({ connection }: Database): Promise<void> {
  for (const statement of STATEMENTS) await connection.run(statement);
}
