/** What relative times are counted from: the day of publication, and the tense around the words. */
import { dayNumber, isDay } from "./calendar.js";

/** Whether the words around tell of what has been or of what is to come. */
export type Tense = "past" | "future" | "open";

export interface TimeAnchor {
  /** Day number of publication, null where it is not known. */
  readonly published: number | null;
  readonly tense: Tense;
  /** The last time before this one that has a day, month or year; null where there is none. */
  readonly before: { readonly value: string; readonly grain: string } | null;
}

/** The calendar day of an ISO date or date-time as written; null where there is none. */
export function publishedDay(published: string | null): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? "");
  if (!found) return null;
  const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  return isDay(day) ? dayNumber(day) : null;
}
