/** The desk: what moved, what is new, who acts most, and what was read when. */
import type { Desk } from "../answers.js";
import type { Question, Route } from "../route.js";
import { answerPair, lastTurnsOf, tellTurns } from "./pairs.js";

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
  const pairs = await archive.busiestPairs(MOST.pairs);
  const turns = await tellTurns(archive, await archive.latestTurns(MOST.turns));
  const last = await tellTurns(archive, lastTurnsOf(pairs));
  return {
    turns,
    occurrences: await archive.occurrences(await archive.newestActs(MOST.occurrences)),
    actors: await archive.busiestActors(MOST.actors),
    coverage: await archive.weeklyCoverage(MOST.publishers),
    pairs: pairs.map((pair) => answerPair(pair, last)),
  };
}
