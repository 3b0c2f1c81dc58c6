/** Values of dates: days, months and weekdays, completed from the day of publication and the tense. */
import type { TimeGrain } from "../reading/index.js";
import { civilDay, dayNumber, formatDay, formatMonth, isDay, weekdayOf } from "./calendar.js";
import type { Tense, TimeAnchor } from "./time-anchor.js";

/** A value with its grain; null where the report does not say enough. */
export interface TimeValue {
  readonly value: string | null;
  readonly grain: TimeGrain | null;
}

/** "30 March 2022", or the one nearest to publication that the tense allows. */
export function resolveDay(month: number, day: number, year: number | null, anchor: TimeAnchor): TimeValue | null {
  const number = dayIn(month, day, year, anchor);
  if (number === "impossible") return null;
  return { value: number === null ? null : formatDay(number), grain: "day" };
}

/** "July 17-23", "30 March to 2 April". */
export function resolveDays(
  from: { readonly month: number; readonly day: number },
  to: { readonly month: number; readonly day: number },
  year: number | null,
  anchor: TimeAnchor,
): TimeValue | null {
  const first = dayIn(from.month, from.day, year, anchor);
  if (first === "impossible" || to.day > 31) return null;
  if (first === null) return { value: null, grain: "day" };
  const last = dayNumber({ ...to, year: civilDay(first).year + (to.month < from.month ? 1 : 0) });
  return last <= first ? null : { value: `${formatDay(first)}/${formatDay(last)}`, grain: "day" };
}

function dayIn(month: number, day: number, year: number | null, anchor: TimeAnchor): number | null | "impossible" {
  if (day < 1 || day > 31) return "impossible";
  if (year !== null) return isDay({ year, month, day }) ? dayNumber({ year, month, day }) : "impossible";
  if (anchor.published === null) return null;
  const { year: now } = civilDay(anchor.published);
  const candidates = [now - 1, now, now + 1].map((one) => dayNumber({ year: one, month, day }));
  return nearest(candidates, anchor.published, anchor.tense, SOON_DAYS);
}

/** "March": the last one in the past tense, the next one for what is to come, else the nearest. */
export function resolveMonth(month: number, year: number | null, anchor: TimeAnchor): TimeValue {
  if (year !== null) return { value: formatMonth(year, month), grain: "month" };
  if (anchor.published === null) return { value: null, grain: "month" };
  const now = civilDay(anchor.published);
  const months = [-1, 0, 1].map((shift) => (now.year + shift) * 12 + month);
  const chosen = nearest(months, now.year * 12 + now.month, anchor.tense, SOON_MONTHS);
  return { value: formatMonth(0, chosen), grain: "month" };
}

/** Where the tense is open, what lies no further ahead than this is to come; all else has been. */
const SOON_DAYS = 45;
const SOON_MONTHS = 2;

/** Choice among ascending candidates: the last gone by, or the next to come, as the tense says. */
function nearest(candidates: readonly number[], now: number, tense: Tense, soon: number): number {
  const last = candidates.filter((one) => one <= now).at(-1) ?? now;
  const next = candidates.find((one) => one >= now) ?? now;
  if (tense === "open") return next - now <= soon && next - now < now - last ? next : last;
  return tense === "past" ? last : next;
}

/** "Friday", "last Friday", "next Tuesday". */
export function resolveWeekday(weekday: number, which: string, anchor: TimeAnchor): TimeValue {
  if (anchor.published === null) return { value: null, grain: "day" };
  const back = (weekdayOf(anchor.published) - weekday + 7) % 7;
  const last = anchor.published - back;
  const isLast = /^(?:last|past)$/.test(which);
  const isNext = /^(?:next|coming|this coming|following)$/.test(which) || (which === "this" && anchor.tense !== "past");
  if (isLast) return { value: formatDay(back === 0 ? last - 7 : last), grain: "day" };
  if (isNext)
    return { value: formatDay(back === 0 && which !== "this" ? last + 7 : last + (back === 0 ? 0 : 7)), grain: "day" };
  const ahead = anchor.tense === "future" && back > 0;
  return { value: formatDay(ahead ? last + 7 : last), grain: "day" };
}
