/** Search over reports, actors, countries and acts. */
import type { Archive, Filter } from "../../archive/index.js";
import type { SearchAnswer } from "../answers.js";
import { count, since, until, words } from "../parameters.js";
import type { Question, Route } from "../route.js";
import { filterOf } from "./filters.js";
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
  const limit = values.number("limit") ?? 20;
  const { since, until } = filterOf(values, world);
  const days: Filter = { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
  const countries = [...world.names]
    .filter(([code, name]) => code.toLowerCase() === asked || name.toLowerCase().includes(asked))
    .map(([code, name]) => ({ code, name }));
  return {
    reports: await findReports(archive, asked, days, limit),
    actors: await archive.actorsNamed(asked, limit),
    occurrences: await archive.occurrences(await archive.actsTold(asked, days, limit)),
    countries: countries.slice(0, limit),
  };
}

async function findReports(
  archive: Archive,
  asked: string,
  days: Filter,
  limit: number,
): Promise<SearchAnswer["reports"]> {
  const numbers: number[] = [];
  for await (const hit of archive.search(asked, days, { limit })) numbers.push(hit.number);
  const rows = new Map((await archive.reportsOf(numbers)).map((row) => [row.number, row]));
  return headsOf(
    archive,
    numbers.flatMap((number) => rows.get(number) ?? []),
  );
}
