/** A telling made ready for gathering: its days, its sides, what kind of being it has. */
import type { EventStatus } from "../reading/index.js";
import { type DayRange, dayRange } from "../times/index.js";
import { isWhole, type Sides, sideKeys, sidesOf } from "./sides.js";
import { type Spot, spotsOf } from "./spots.js";
import { type ToldAct, tellingKey } from "./told-act.js";

/** How many days an act may lie before the day of a report that gives it no date of its own. */
const REPORT_LAG = 2;
/** So many where it resembles what is known of that time: a weekly looks back on a week. */
const LONG_LAG = 7;
/** Days before its report within which an act is looked for that the text leaves without any date, and where it resembles. */
const UNDATED = 30;
const LONG_UNDATED = 90;
/** Accounts of one act differ by a day: midnight, time zones, "overnight". */
const SLACK_DAYS = 1;
/** A telling whose days are more than this is vague: it joins what others date, and dates nothing. */
const VAGUE_DAYS = 4;

export interface Candidate {
  readonly told: ToldAct;
  readonly key: string;
  /** The days that the act may have been on by this telling. */
  readonly days: DayRange;
  /** The days on which it is looked for among acts that it resembles. */
  readonly reach: DayRange;
  /** Whether the days say little: told without a date, or dated to a week or more. */
  readonly isVague: boolean;
  readonly sides: Sides;
  /** Whether the telling names somebody on both sides. */
  readonly isWhole: boolean;
  /** Keys of type, kind of being and sides that it stands under, and that it looks under: see `sideKeys`. */
  readonly homes: readonly string[];
  readonly doors: readonly string[];
  /** The places that are not wide. */
  readonly spots: readonly Spot[];
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
  const when = daysOf(told);
  if (when === null) return null;
  const sides = sidesOf(told);
  if (sides.actors.length === 0 && sides.recipients.length === 0) return null;
  const being = told.claim === "denied" ? "done" : BEING[told.status];
  const { homes, doors } = sideKeys(sides);
  const block = `${told.type} ${being} `;
  return {
    told,
    key: tellingKey(told),
    ...when,
    isVague: when.days.last - when.days.first >= VAGUE_DAYS,
    sides,
    isWhole: isWhole(sides),
    homes: homes.map((key) => block + key),
    doors: doors.map((key) => block + key),
    spots: spotsOf(told.places),
  };
}

function daysOf(told: ToldAct): Pick<Candidate, "days" | "reach"> | null {
  const published = told.published === null ? null : dayRange(told.published);
  const days = told.date === null ? null : dayRange(told.date);
  if (days !== null && (told.isDated || published === null))
    return { days, reach: widen(days, SLACK_DAYS, SLACK_DAYS) };
  if (days !== null) {
    // A day taken over from the sentence before is that of what goes before or after.
    const near = told.date === told.published ? widen(days, REPORT_LAG, 0) : widen(days, SLACK_DAYS, SLACK_DAYS);
    return { days: near, reach: widen(days, LONG_LAG, SLACK_DAYS) };
  }
  // An act without any date is as old as the report, or older by who knows how much.
  return published === null
    ? null
    : { days: widen(published, UNDATED, 0), reach: widen(published, LONG_UNDATED, SLACK_DAYS) };
}

function widen({ first, last }: DayRange, before: number, after: number): DayRange {
  return { first: first - before, last: last + after };
}

/**
 * Whether one of the two may look at the other while they are gathered. What has no such neighbour, near or through others,
 * has no say in how a telling is gathered.
 */
export function areNeighbours(one: Candidate, other: Candidate): boolean {
  return meetDays(one.reach, other.reach) && one.doors.some((key) => other.homes.includes(key));
}

export function meetDays(one: DayRange, other: DayRange): boolean {
  return one.first <= other.last && one.last >= other.first;
}
