/** Search over reports, actors, countries and acts. */
import type { Archive, ReportRow } from "../../archive/index.js";
import type { ActorCount, SearchAnswer } from "../answers.js";
import { count, since, until, words } from "../parameters.js";
import type { Question, Route } from "../route.js";
import { headsOf } from "./reports.js";

export const SEARCH_ROUTES: readonly Route[] = [
  {
    path: "/api/search",
    about: "reports that hold all the words, actors and countries of such a name, and acts told in these words",
    parameters: [words("q", "words"), since(), until(), count("limit", "rows of each; 20 by default", 1, 100)],
    answer: "SearchAnswer",
    handle: search,
  },
];

async function search({ archive, values, world }: Question): Promise<SearchAnswer> {
  const asked = (values.text("q") ?? "").trim().toLowerCase();
  if (asked === "") return { reports: [], actors: [], occurrences: [], countries: [] };
  const parameters = {
    ...{ since: values.text("since") ?? null, until: values.text("until") ?? null },
    limit: values.number("limit") ?? 20,
  };
  const countries = [...world.names]
    .filter(([code, name]) => code.toLowerCase() === asked || name.toLowerCase().includes(asked))
    .map(([code, name]) => ({ code, name }));
  return {
    reports: await findReports(archive, asked, parameters),
    actors: await findActors(archive, asked, parameters.limit),
    occurrences: await findActs(archive, asked, parameters),
    countries: countries.slice(0, parameters.limit),
  };
}

type Bounds = { readonly since: string | null; readonly until: string | null; readonly limit: number };

/** Each word as a parameter of its own; all must stand in the text. */
function wordConditions(
  asked: string,
  text: string,
): { readonly sql: string; readonly values: Record<string, string> } {
  const parts = asked.split(/\s+/).slice(0, 12);
  const values = Object.fromEntries(parts.map((part, i) => [`w${i}`, part]));
  return { sql: parts.map((_, i) => `contains(lower(${text}), $w${i})`).join(" AND "), values };
}

const DAYS = "($since::VARCHAR IS NULL OR day >= $since::DATE) AND ($until::VARCHAR IS NULL OR day <= $until::DATE)";

async function findReports(archive: Archive, asked: string, bounds: Bounds): Promise<SearchAnswer["reports"]> {
  const { sql, values } = wordConditions(asked, "text");
  const rows = await archive.query<ReportRow>(
    `SELECT * FROM reports WHERE ${sql} AND ${DAYS} ORDER BY day DESC NULLS LAST, number LIMIT $limit`,
    { ...values, ...bounds },
  );
  return headsOf(archive, rows);
}

function findActors(archive: Archive, asked: string, limit: number): Promise<readonly ActorCount[]> {
  return archive.query<ActorCount>(
    `SELECT k.key, k.name, k.country, count(DISTINCT s.occurrence) AS events
    FROM actors k LEFT JOIN occurrence_sides s ON s.actor = k.key
    WHERE contains(lower(k.name), $asked) GROUP BY ALL ORDER BY events DESC, k.name, k.key LIMIT $limit`,
    { asked, limit },
  );
}

async function findActs(archive: Archive, asked: string, bounds: Bounds): Promise<SearchAnswer["occurrences"]> {
  const { sql, values } = wordConditions(asked, "evidence.words");
  const rows = await archive.query<{ key: string }>(
    `SELECT t.occurrence AS key, max(e.day) AS latest FROM
      (SELECT number, n, coalesce(day, NULL) AS day FROM events WHERE ${sql} AND ${DAYS}) e
      JOIN tellings t ON t.number = e.number AND t.eventNumber = e.n
    GROUP BY ALL ORDER BY latest DESC NULLS LAST, key LIMIT $limit`,
    { ...values, ...bounds },
  );
  return archive.occurrences(rows.map(({ key }) => key));
}
