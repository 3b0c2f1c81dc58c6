/** Where acts happened, and who deals with whom: from what the last gathering summed up. */
import { DEFAULT_LINE } from "../../relations/index.js";
import { type Asked, findRows } from "../query-rows.js";

/** First and last day. */
export type Days = { readonly from: string; readonly until: string };

export interface CountryActs {
  readonly code: string;
  readonly acts: number;
  readonly conflict: number;
  readonly cooperation: number;
}

export interface PlaceActs {
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly acts: number;
  /** Acts by quad class. */
  readonly quad: readonly [number, number, number, number];
  /** Keys of the latest occurrences. */
  readonly keys: readonly string[];
}

export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly acts: number;
  readonly closeness: number;
}

const IN_SPAN = "day BETWEEN $from::DATE AND $until::DATE";
/** Places that a map shows, and acts that it names of each. */
const MOST = { places: 2000, keys: 20 } as const;

export function countCountries(asked: Asked, path: string, days: Days): Promise<readonly CountryActs[]> {
  const sql = `SELECT country AS code, sum(acts)::BIGINT AS acts, coalesce(sum(acts) FILTER (quad > 2), 0)::BIGINT AS conflict,
      coalesce(sum(acts) FILTER (quad < 3), 0)::BIGINT AS cooperation
    FROM store.country_days WHERE ${IN_SPAN} GROUP BY country ORDER BY acts DESC, code`;
  return findRows<CountryActs>(asked, sql, path, days);
}

/** Towns and other points; what is as wide as a country is on the map already. */
export async function countPlaces(asked: Asked, path: string, days: Days): Promise<readonly PlaceActs[]> {
  const sql = `WITH counted AS (SELECT spot, count(*) AS acts, count(*) FILTER (quad = 1) AS q1, count(*) FILTER (quad = 2) AS q2,
      count(*) FILTER (quad = 3) AS q3, count(*) FILTER (quad = 4) AS q4,
      max(struct_pack(d := day, k := act), ${MOST.keys}) AS latest
    FROM store.spot_acts WHERE ${IN_SPAN} GROUP BY spot)
  SELECT s.name, s.country, s.latitude, s.longitude, c.acts, [q1, q2, q3, q4] AS quad,
    list_transform(c.latest, lambda x: store.hex16(x.k)) AS keys
  FROM counted c JOIN store.spots s USING (spot)
  ORDER BY c.acts DESC, s.name, s.spot LIMIT ${MOST.places}`;
  return findRows<PlaceActs>(asked, sql, path, days);
}

/** A sum in whole billionths: the last digit of a sum of fractions hangs on the order in which threads bring them. */
const exactly = (value: string) => `(sum(round(1e9 * (${value}))::HUGEINT) / 1e9)`;

/**
 * The pairs that deal with one another, with the closeness line's own mean on the last day, of all acts up to it: an act
 * weighs half after each half-life, and the prior weighs as some acts of score 0.
 */
export function findEdges(asked: Asked, path: string, days: Days, least: number): Promise<readonly Edge[]> {
  const { halfLife, priorActs } = DEFAULT_LINE;
  const sql = `WITH now AS (SELECT least($until::DATE, max(day)) AS today FROM store.dealings),
    weighed AS (SELECT a, b, day, score, 2 ** (-date_diff('day', day, today) / ${halfLife}) AS weight
      FROM store.dealings, now WHERE n = 1 AND day <= $until::DATE)
    SELECT a, b, count(*) FILTER (${IN_SPAN}) AS acts,
      round(${exactly("weight * score")} / (${exactly("weight")} + ${priorActs}), 3) AS closeness
    FROM weighed GROUP BY a, b HAVING acts >= $least ORDER BY acts DESC, a, b`;
  return findRows<Edge>(asked, sql, path, { ...days, least });
}
