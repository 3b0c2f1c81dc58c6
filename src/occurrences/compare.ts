/** Whether a telling can be of the act that other tellings are of, and why. */
import { type Candidate, meetDays } from "./candidate.js";
import type { Gathered } from "./gathered.js";
import { compareSides, nameOthers } from "./sides.js";
import { compareSpots } from "./spots.js";
import { shareTopics } from "./topics.js";

export interface Likeness {
  /** Why the telling belongs to the act, in words. */
  readonly reason: string;
  /** How much the two have in common beyond type, sides and day; the weightier first. */
  readonly rank: number;
}

/**
 * Null where the telling cannot be of the act. Type and kind of being are the block's; sides, places and persons must not
 * contradict. What else speaks against it, a side left out, other modes, days that only nearly meet, must be outweighed by
 * what speaks for it: the same place, or the same things spoken of.
 */
export function compareToAct(candidate: Candidate, act: Gathered): Likeness | null {
  const sides = compareSides(candidate.sides, act.founder.sides);
  if (sides === "apart" || nameOthers(candidate.sides.persons, act.persons)) return null;
  const place = compareSpots(candidate.spots, act.spots);
  if (place === "apart") return null;
  const isNear = meetDays(candidate.days, act.days);
  if (!isNear && !meetDays(candidate.reach, act.days)) return null;
  const mode = compareModes(candidate.told.modes, act.modes);
  const isAlike = shareTopics(candidate.told.topics, act.topics);
  const doubts = Number(sides === "open") + Number(mode === "apart") + Number(!isNear);
  const isDay = isSameDay(candidate, act);
  if (doubts > Number(place === "same") + Number(isAlike) + Number(isDay)) return null;
  const common = [
    place === "same" ? "place" : null,
    isAlike ? "words" : null,
    mode === "same" ? "mode" : null,
    isDay ? "day" : null,
  ].filter((word) => word !== null);
  return { reason: reasonOf(candidate, sides === "open", common), rank: 2 * common.length - doubts };
}

function compareModes(some: readonly string[], others: ReadonlySet<string>): "same" | "open" | "apart" {
  if (some.length === 0 || others.size === 0) return "open";
  return some.some((mode) => others.has(mode)) ? "same" : "apart";
}

/** Whether both are of one day, and a text says so. */
function isSameDay({ days, told }: Candidate, act: Gathered): boolean {
  return days.first === act.days.first && days.last === act.days.last && days.first === days.last && told.isDated;
}

function reasonOf({ isVague }: Candidate, isOpen: boolean, common: readonly string[]): string {
  const sides = isOpen ? "sides that agree" : "the same sides";
  const rest = common.filter((word) => word !== "day").map((word) => `, the same ${word}`);
  const when = isVague ? "a time that holds its day" : common.includes("day") ? "the same day" : "days that meet";
  return `the same type, ${sides}, ${when}${rest.join("")}`;
}
