/** An act while its tellings are being gathered. */
import type { DayRange } from "../times/index.js";
import type { Candidate } from "./candidate.js";
import type { Spot } from "./spots.js";

export interface Gathered {
  /** The first telling, to whose sides all others are compared: so a war of daily raids does not become one raid. */
  readonly founder: Candidate;
  /** The days that the act may have been on: narrowed by each telling that is surer. */
  days: DayRange;
  readonly members: Candidate[];
  readonly reasons: string[];
  readonly spots: Spot[];
  readonly modes: Set<string>;
  readonly topics: Set<string>;
  readonly persons: Set<string>;
}

export function found(founder: Candidate): Gathered {
  const { spots, told, days, sides } = founder;
  return {
    founder,
    days,
    members: [founder],
    reasons: [],
    spots: [...spots],
    modes: new Set(told.modes),
    topics: new Set(told.topics),
    persons: new Set(sides.persons),
  };
}

export function join(act: Gathered, candidate: Candidate, reason: string): void {
  act.members.push(candidate);
  act.reasons.push(reason);
  for (const spot of candidate.spots) if (!act.spots.some(({ name }) => name === spot.name)) act.spots.push(spot);
  for (const mode of candidate.told.modes) act.modes.add(mode);
  for (const topic of candidate.told.topics) act.topics.add(topic);
  for (const person of candidate.sides.persons) act.persons.add(person);
  const first = Math.max(act.days.first, candidate.days.first);
  const last = Math.min(act.days.last, candidate.days.last);
  if (first <= last) act.days = { first, last };
}
