/** The map and the network: where acts happened, and who deals with whom. */
import type { Archive } from "../../archive/index.js";
import { DEFAULT_LINE } from "../../relations/index.js";
import type { MapAnswer, NetworkAnswer } from "../answers.js";
import { count, since, until } from "../parameters.js";
import type { Question, Route } from "../route.js";

const SPAN = [since("from"), until()];
/** Places that a map shows. */
const MOST_PLACES = 2000;

export const WORLD_ROUTES: readonly Route[] = [
  {
    path: "/api/map",
    about: "acts by country and by place",
    parameters: SPAN,
    answer: "MapAnswer",
    handle: showMap,
  },
  {
    path: "/api/network",
    about: "countries and the pairs of them that deal with one another, with their closeness on the last day",
    parameters: [...SPAN, count("min", "least acts of a pair; 1 by default", 1, 1_000_000)],
    answer: "NetworkAnswer",
    handle: showNetwork,
  },
];

type Span = { readonly from: string; readonly until: string };

function spanOf({ values }: Question): Span {
  return { from: values.text("from") ?? "0001-01-01", until: values.text("until") ?? "9999-12-31" };
}

const IN_SPAN = "day BETWEEN $from::DATE AND $until::DATE";

async function showMap(question: Question): Promise<MapAnswer> {
  const span = spanOf(question);
  return { countries: await countCountries(question.archive, span), places: await countPlaces(question.archive, span) };
}

function countCountries(archive: Archive, span: Span): Promise<MapAnswer["countries"]> {
  return archive.query<MapAnswer["countries"][number]>(
    `SELECT country AS code, count(*) AS acts, count(*) FILTER (quad > 2) AS conflict, count(*) FILTER (quad < 3) AS cooperation
    FROM (SELECT DISTINCT occurrence, country, quad FROM occurrence_sides WHERE country IS NOT NULL AND ${IN_SPAN})
    GROUP BY country ORDER BY acts DESC, code`,
    span,
  );
}

interface PlaceRow {
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly acts: number;
  readonly quads: readonly [number, number, number, number];
  readonly keys: readonly string[];
}

/** Towns and other points; what is as wide as a country is on the map already. */
const PLACES = `WITH told AS (
    SELECT t.occurrence, o.quad, o.day, p.name, p.country, p.latitude, p.longitude
    FROM tellings t JOIN occurrences o ON o.key = t.occurrence
    JOIN (SELECT number, n, unnest(places) AS place FROM events) e ON e.number = t.number AND e.n = t.eventNumber
    JOIN places p ON p.number = e.number AND p.id = e.place
    WHERE o.${IN_SPAN} AND p.latitude IS NOT NULL AND p."precision" NOT IN ('country', 'region')),
  acts AS (SELECT DISTINCT occurrence, quad, day, name, country, round(latitude, 2) AS latitude,
    round(longitude, 2) AS longitude FROM told)
  SELECT name, country, latitude, longitude, count(*) AS acts,
    [count(*) FILTER (quad = 1), count(*) FILTER (quad = 2), count(*) FILTER (quad = 3), count(*) FILTER (quad = 4)] AS quads,
    list(occurrence ORDER BY day DESC, occurrence)[1:20] AS keys
  FROM acts GROUP BY name, country, latitude, longitude ORDER BY acts DESC, name LIMIT ${MOST_PLACES}`;

async function countPlaces(archive: Archive, span: Span): Promise<MapAnswer["places"]> {
  const rows = await archive.query<PlaceRow>(PLACES, span);
  return rows.map(({ quads, ...place }) => ({ ...place, quad: quads }));
}

/**
 * The closeness line's own mean, of all acts up to the last day: an act weighs half after each half-life, and the prior
 * weighs as some acts of score 0.
 */
const EDGES = `WITH sides AS (SELECT DISTINCT occurrence, side, country, day FROM occurrence_sides
    WHERE country IS NOT NULL AND day <= $until::DATE),
  alone AS (SELECT occurrence FROM sides EXCEPT SELECT occurrence FROM sides WHERE side = 'recipient'),
  dealings AS (SELECT one.occurrence, one.day, one.country AS x, other.country AS y FROM sides one
      JOIN sides other USING (occurrence) WHERE one.side = 'actor' AND other.side = 'recipient'
    UNION SELECT one.occurrence, one.day, one.country, other.country FROM sides one JOIN sides other USING (occurrence)
      SEMI JOIN alone USING (occurrence) WHERE one.side = 'actor' AND other.side = 'actor'),
  acts AS (SELECT DISTINCT occurrence, day, least(x, y) AS a, greatest(x, y) AS b FROM dealings WHERE x <> y),
  now AS (SELECT least($until::DATE, max(day)) AS today FROM acts),
  weighed AS (SELECT p.a, p.b, p.day, o.score, 2 ** (-date_diff('day', p.day, now.today) / $halfLife) AS weight
    FROM acts p JOIN occurrences o ON o.key = p.occurrence, now WHERE o.status IN ('actual', 'historical', 'future'))
  SELECT a, b, count(*) FILTER (${IN_SPAN}) AS acts,
    round(sum(weight * score) / (sum(weight) + $priorActs), 3) AS closeness
  FROM weighed GROUP BY a, b HAVING acts >= $min ORDER BY acts DESC, a, b`;

async function showNetwork(question: Question): Promise<NetworkAnswer> {
  const span = spanOf(question);
  const { halfLife, priorActs } = DEFAULT_LINE;
  const parameters = { ...span, halfLife, priorActs, min: question.values.number("min") ?? 1 };
  const edges = await question.archive.query<NetworkAnswer["edges"][number]>(EDGES, parameters);
  const codes = new Set(edges.flatMap(({ a, b }) => [a, b]));
  const countries = await countCountries(question.archive, span);
  return { nodes: countries.filter(({ code }) => codes.has(code)).map(({ code, acts }) => ({ code, acts })), edges };
}
