/** Whether a telling can be of the act that other tellings are of, and why. */
import type { Candidate } from "./candidate.js";
import type { Gathered } from "./gathered.js";
import { agree } from "./sides.js";

/** Accounts of one act differ by a day: midnight, time zones, "overnight". */
export const SLACK_DAYS = 1;

/**
 * The reason why the telling belongs to the gathered act, or null where it cannot: type and kind of being are the block's,
 * the sides must agree, the days meet, and neither place nor mode contradict.
 */
export function reasonToJoin(candidate: Candidate, act: Gathered): string | null {
  if (!agree(candidate.sides, act.founder.sides)) return null;
  if (!daysMeet(candidate, act)) return null;
  const [spot, mode] = [compareLists(candidate.spots, act.spots), compareLists(candidate.told.modes, act.modes)];
  if (spot === "apart" || mode === "apart") return null;
  const where = spot === "same" ? ", the same place" : "";
  const how = mode === "same" ? ", the same mode" : "";
  return `the same type and sides, ${when(candidate, act)}${where}${how}`;
}

function daysMeet({ days }: Candidate, act: Gathered): boolean {
  return days.first <= act.days.last + SLACK_DAYS && days.last >= act.days.first - SLACK_DAYS;
}

function when(candidate: Candidate, act: Gathered): string {
  if (candidate.isVague) return "a time that holds its day";
  const isSame = candidate.days.first === act.days.first && candidate.days.last === act.days.last;
  return isSame ? "the same day" : "days that meet";
}

function compareLists(some: readonly string[], others: ReadonlySet<string>): "same" | "open" | "apart" {
  if (some.length === 0 || others.size === 0) return "open";
  return some.some((name) => others.has(name)) ? "same" : "apart";
}
