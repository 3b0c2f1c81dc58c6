/** What the archive holds as a whole, and the names of countries. */
import type { Status } from "../answers.js";
import type { Question, Route } from "../route.js";

export const OVERVIEW_ROUTES: readonly Route[] = [
  {
    path: "/api/status",
    about: "what the archive holds as a whole",
    parameters: [],
    answer: "Status",
    handle: tellStatus,
  },
  {
    path: "/api/countries",
    about: "names of countries and of PLOVER's international codes",
    parameters: [],
    answer: "Countries",
    handle: async ({ world }) => Object.fromEntries([...world.names].sort(([a], [b]) => (a < b ? -1 : 1))),
  },
];

const HINT =
  'The archive is empty. Fill it with "chancery ingest SOURCE --archive FILE"; it may stay served meanwhile.';

async function tellStatus({ archive, engine }: Question): Promise<Status> {
  const counts = await archive.counts();
  return { engine, ...counts, hint: counts.reports === 0 ? HINT : null };
}
