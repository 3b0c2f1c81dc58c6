/** An act while its tellings are being gathered. */

import type { DayRange } from "../times/index.js";
import type { Candidate } from "./candidate.js";

export interface Gathered {
  /** The first telling, to which all others are compared: so a war of daily raids does not become one raid. */
  readonly founder: Candidate;
  /** The days that the act may have been on: narrowed by each telling that is surer. */
  days: DayRange;
  readonly members: Candidate[];
  readonly reasons: string[];
  readonly spots: Set<string>;
  readonly modes: Set<string>;
}

export function found(founder: Candidate): Gathered {
  const { spots, told, days } = founder;
  return { founder, days, members: [founder], reasons: [], spots: new Set(spots), modes: new Set(told.modes) };
}

export function join(act: Gathered, candidate: Candidate, reason: string): void {
  act.members.push(candidate);
  act.reasons.push(reason);
  for (const spot of candidate.spots) act.spots.add(spot);
  for (const mode of candidate.told.modes) act.modes.add(mode);
  const first = Math.max(act.days.first, candidate.days.first);
  const last = Math.min(act.days.last, candidate.days.last);
  if (first <= last) act.days = { first, last };
}
