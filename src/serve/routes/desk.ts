/** The desk: what moved, what is new, who acts most, and what was read when. */
import type { Archive } from "../../archive/index.js";
import type { ActorCount, Desk } from "../answers.js";
import type { Question, Route } from "../route.js";
import { answerPair, findPairs, tellTurns } from "./pairs.js";

/** So many of each are shown. */
const MOST = { turns: 40, occurrences: 20, actors: 20, publishers: 12, pairs: 60 } as const;

export const DESK_ROUTES: readonly Route[] = [
  {
    path: "/api/desk",
    about: "what moved: the latest turns, the newest acts, who acts most, and what was read when",
    parameters: [],
    answer: "Desk",
    handle: showDesk,
  },
];

async function showDesk({ archive }: Question): Promise<Desk> {
  const pairs = await findPairs(archive);
  const shown = pairs.slice(0, MOST.pairs);
  const turns = pairs.flatMap((pair) => pair.turns).sort((x, y) => (x.date > y.date ? -1 : x.date < y.date ? 1 : 0));
  const told = await tellTurns(archive, turns.slice(0, MOST.turns));
  const last = await tellTurns(
    archive,
    shown.flatMap((pair) => pair.turns.slice(-1)),
  );
  return {
    turns: told,
    occurrences: await findNewest(archive),
    actors: await findBusiest(archive),
    coverage: await countCoverage(archive),
    pairs: shown.map((pair) => answerPair(pair, last)),
  };
}

async function findNewest(archive: Archive): Promise<Desk["occurrences"]> {
  const sql = `SELECT key FROM occurrences WHERE day IS NOT NULL AND status <> 'future'
    ORDER BY day DESC, outlets DESC, key LIMIT ${MOST.occurrences}`;
  const rows = await archive.query<{ key: string }>(sql);
  return archive.occurrences(rows.map(({ key }) => key));
}

async function findBusiest(archive: Archive): Promise<readonly ActorCount[]> {
  return archive.query<ActorCount>(`SELECT actor AS key, any_value(name) AS name, any_value(country) AS country,
      count(DISTINCT occurrence) AS events
    FROM occurrence_sides WHERE side = 'actor' AND name IS NOT NULL GROUP BY actor
    ORDER BY events DESC, key LIMIT ${MOST.actors}`);
}

/** Reports of the busiest publishers by week, weeks without any among them. */
async function countCoverage(archive: Archive): Promise<Desk["coverage"]> {
  const rows = await archive.query<{ publisher: string; week: string; reports: number }>(`
    WITH dated AS (SELECT s.publisher, date_trunc('week', r.day)::DATE AS week, s.number
      FROM sources s JOIN reports r ON r.number = s.number WHERE r.day IS NOT NULL AND s.publisher <> ''),
    busiest AS (SELECT publisher FROM dated GROUP BY publisher ORDER BY count(DISTINCT number) DESC, publisher
      LIMIT ${MOST.publishers})
    SELECT publisher, week::VARCHAR AS week, count(DISTINCT number) AS reports
    FROM dated SEMI JOIN busiest USING (publisher) GROUP BY ALL ORDER BY ALL`);
  const weeks = await archive.query<{
    week: string;
  }>(`SELECT unnest(generate_series(date_trunc('week', min(day))::TIMESTAMP,
    date_trunc('week', max(day))::TIMESTAMP, INTERVAL 7 DAY))::DATE::VARCHAR AS week FROM reports`);
  const publishers = [...new Set(rows.map(({ publisher }) => publisher))];
  const counts = new Map(rows.map(({ publisher, week, reports }) => [`${week} ${publisher}`, reports]));
  const days = weeks.map(({ week }) => week);
  return {
    publishers,
    weeks: days,
    counts: publishers.map((publisher) => days.map((week) => counts.get(`${week} ${publisher}`) ?? 0)),
  };
}
