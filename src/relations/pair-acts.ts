/** The acts between two countries, from occurrences. */
import type { Occurrence } from "../occurrences/index.js";
import { dayRange } from "../times/index.js";
import type { RelationAct } from "./points.js";

/** An act of a pair, and who did it to whom. */
export interface PairAct extends RelationAct {
  /** Countries, the first alphabetically first. */
  readonly pair: readonly [string, string];
  /** Whether the first does it to the second, the second to the first, or both to each other. */
  readonly direction: "forth" | "back" | "both";
}

/** Statuses of what was done or is announced; what was not, or only might be, moves nothing. */
const COUNTED: ReadonlySet<Occurrence["status"]> = new Set(["actual", "historical", "future"]);

/**
 * The acts of each pair of countries in ascending order of days, by "AAA-BBB". Every actor deals with every recipient; where
 * no recipient is named the actors deal with one another. Acts without a day count nowhere.
 */
export function actsByPair(occurrences: readonly Occurrence[]): ReadonlyMap<string, readonly PairAct[]> {
  const byPair = new Map<string, PairAct[]>();
  for (const occurrence of occurrences) {
    for (const act of pairActsOf(occurrence)) {
      const key = act.pair.join("-");
      const acts = byPair.get(key);
      if (acts === undefined) byPair.set(key, [act]);
      else acts.push(act);
    }
  }
  for (const acts of byPair.values()) acts.sort((a, b) => a.day - b.day || (a.key < b.key ? -1 : 1));
  return byPair;
}

export function pairActsOf(occurrence: Occurrence): readonly PairAct[] {
  const range = occurrence.date === null ? null : dayRange(occurrence.date);
  if (range === null || !COUNTED.has(occurrence.status)) return [];
  const { key, score, quad, goldstein } = occurrence;
  const act = { key, score, quad, goldstein, day: range.first };
  const pairs = new Map<string, PairAct>();
  for (const [actor, other] of dealings(occurrence)) {
    const pair = actor < other ? ([actor, other] as const) : ([other, actor] as const);
    const direction = occurrence.recipients.length === 0 ? "both" : actor < other ? "forth" : "back";
    const known = pairs.get(pair.join("-"))?.direction ?? direction;
    pairs.set(pair.join("-"), { ...act, pair, direction: known === direction ? direction : "both" });
  }
  return [...pairs.values()];
}

/** Who deals with whom: two different countries each time. */
function dealings({ actors, recipients }: Occurrence): readonly (readonly [string, string])[] {
  const others = countriesOf(recipients.length > 0 ? recipients : actors);
  const all = countriesOf(actors).flatMap((actor) => others.map((other) => [actor, other] as const));
  return all.filter(([actor, other]) => actor !== other);
}

function countriesOf(parties: Occurrence["actors"]): readonly string[] {
  return [...new Set(parties.map(({ country }) => country).filter((country) => country !== null))];
}
