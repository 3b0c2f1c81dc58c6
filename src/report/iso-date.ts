/** ISO 8601 calendar dates as input gives them. */

const DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;

/** Whether the string is an ISO date or date-time that the calendar has: "2023-02-29" is none. */
export function isPossibleDate(value: string): boolean {
  const found = DATE.exec(value);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The calendar day as written, no zone converted: "2022-03-30" of "2022-03-30T23:59:00-08:00". */
export function calendarDay(published: string): string {
  return published.slice(0, 10);
}

/** Days of a month, Gregorian. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
