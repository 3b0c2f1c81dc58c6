/** Calendar arithmetic on day numbers, proleptic Gregorian: no clock, no time zone, no Date. */

export interface CivilDay {
  readonly year: number;
  /** 1…12. */
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01; months beyond 1…12 carry over into the years. */
export function dayNumber({ year, month, day }: CivilDay): number {
  const months = year * 12 + month - 1;
  const civilYear = Math.floor(months / 12);
  const civilMonth = months - civilYear * 12 + 1;
  const shifted = civilMonth <= 2 ? civilYear - 1 : civilYear;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (civilMonth + (civilMonth > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The calendar day of a day number. */
export function civilDay(number: number): CivilDay {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** Whether the calendar has the day: 30 February it has not. */
export function isDay(day: CivilDay): boolean {
  const { year, month, day: date } = civilDay(dayNumber(day));
  return year === day.year && month === day.month && date === day.day;
}

const pad = (value: number, width: number) => String(value).padStart(width, "0");

/** "2022-03-30". */
export function formatDay(number: number): string {
  const { year, month, day } = civilDay(number);
  return `${formatYear(year)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** "2022-03"; months beyond 1…12 carry over into the years. */
export function formatMonth(year: number, month: number): string {
  const months = year * 12 + month - 1;
  const civilYear = Math.floor(months / 12);
  return `${formatYear(civilYear)}-${pad(months - civilYear * 12 + 1, 2)}`;
}

export function formatYear(year: number): string {
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}

/** "2022-W13": the ISO 8601 week of a day. */
export function formatWeek(number: number): string {
  const thursday = number - weekdayOf(number) + 3;
  const { year } = civilDay(thursday);
  const first = dayNumber({ year, month: 1, day: 1 });
  return `${formatYear(year)}-W${pad(Math.floor((thursday - first) / 7) + 1, 2)}`;
}

/** "199X". */
export function formatDecade(year: number): string {
  return `${formatYear(year).slice(0, 3)}X`;
}

/** "2022-33" for the first quarter, as EDTF counts. */
export function formatQuarter(year: number, quarter: number): string {
  const quarters = year * 4 + quarter - 1;
  const civilYear = Math.floor(quarters / 4);
  return `${formatYear(civilYear)}-${33 + quarters - civilYear * 4}`;
}
