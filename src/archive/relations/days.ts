/** Days as numbers, from the words that the database gives. */
import { dayRange } from "../../times/index.js";

/** Days since 1970-01-01 of "2014-05-21". */
export function dayNumberOf(date: string): number {
  const range = dayRange(date);
  if (range === null) throw new RangeError(`no day: ${date}`);
  return range.first;
}
