/** A telling made ready for gathering: its days, its sides, what kind of being it has. */
import type { EventStatus } from "../reading/index.js";
import { type DayRange, dayRange } from "../times/index.js";
import { pairKeys, type Sides, sidesOf } from "./sides.js";
import { type ToldAct, tellingKey } from "./told-act.js";

/** How many days an act may lie before the day of a report that gives it no date of its own. */
export const REPORT_LAG = 2;
/** A telling whose days are more than this is vague: it joins what others date, and dates nothing. */
const VAGUE_DAYS = 4;

export interface Candidate {
  readonly told: ToldAct;
  readonly key: string;
  readonly days: DayRange;
  /** Whether the days say little: told without a date, or dated to a week or more. */
  readonly isVague: boolean;
  readonly sides: Sides;
  /** Index keys: type, kind of being, pair of sides. */
  readonly blocks: readonly string[];
  /** Names of the places that are not wide, sorted. */
  readonly spots: readonly string[];
}

/** What happened, what is to happen, what might, what did not: an act is never one of two kinds at once. */
const BEING: Readonly<Record<EventStatus, string>> = {
  actual: "done",
  historical: "done",
  future: "future",
  hypothetical: "maybe",
  negated: "not",
};

/** Null where neither the act nor its report has a day: nothing can be said about when it was. */
export function makeCandidate(told: ToldAct): Candidate | null {
  const days = daysOf(told);
  if (days === null) return null;
  const sides = sidesOf(told);
  if (sides.actors.length === 0 && sides.recipients.length === 0) return null;
  const being = told.claim === "denied" ? "done" : BEING[told.status];
  return {
    told,
    key: tellingKey(told),
    days,
    isVague: days.last - days.first >= VAGUE_DAYS,
    sides,
    blocks: pairKeys(sides).map((pair) => `${told.type} ${being} ${pair}`),
    spots: [...new Set(told.places.filter((place) => !place.isWide).map((place) => place.name))].sort(),
  };
}

function daysOf(told: ToldAct): DayRange | null {
  const published = told.published === null ? null : dayRange(told.published);
  const days = told.date === null ? null : dayRange(told.date);
  if (days !== null && (told.isDated || published === null)) return days;
  if (days !== null) return { first: days.first - REPORT_LAG, last: days.last };
  // An act without any date is as old as the report, or older by who knows how much.
  return published === null ? null : { first: published.first - 30, last: published.last };
}
