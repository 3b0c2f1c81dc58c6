/** Days as the page prints them, from ISO 8601 and EDTF; no zone, no locale. */

const MONTHS = "January February March April May June July August September October November December".split(" ");
const SHORT = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split(" ");
const DAY_MS = 86_400_000;

/** "2022-03-30" → "30 March 2022", "2022-03" → "March 2022", an interval → both its ends; what is no date stays. */
export function formatDate(value: string | null, months: readonly string[] = MONTHS): string {
  if (value === null) return "no date";
  if (value.includes("/")) return formatInterval(value, months);
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/.exec(value) ?? [];
  if (year === undefined) return value;
  const name = month === undefined ? "" : months[Number(month) - 1];
  if (name === undefined) return value;
  return [day === undefined ? "" : String(Number(day)), name, year].filter((part) => part !== "").join(" ");
}

export const formatShort = (value: string | null): string => formatDate(value, SHORT);

function formatInterval(value: string, months: readonly string[]): string {
  const [from = "", until = ""] = value.split("/");
  if (until === "..") return `since ${formatDate(from, months)}`;
  if (from === "..") return `until ${formatDate(until, months)}`;
  return `${formatDate(from, months)} – ${formatDate(until, months)}`;
}

/** Days since 1970, or NaN where there is no such day. */
export const dayNumber = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY_MS;

/** 19081 → "2022-03-30". */
export const dayName = (day: number): string => new Date(Math.round(day) * DAY_MS).toISOString().slice(0, 10);

/** Ticks for an axis over these days: years, quarters or months, at most `most` of them. */
export function dateTicks(from: number, until: number, most: number): { day: number; label: string }[] {
  for (const step of [1, 3, 12, 24, 60, 120]) {
    const ticks = everyMonths(from, until, step);
    if (ticks.length <= most) return ticks;
  }
  return everyMonths(from, until, 240);
}

function everyMonths(from: number, until: number, step: number): { day: number; label: string }[] {
  const ticks: { day: number; label: string }[] = [];
  const [year = 1970, month = 1] = dayName(from).split("-").map(Number);
  const first = Math.floor((year * 12 + month - 1) / step) * step;
  for (let at = first; ; at += step) {
    const day = Date.UTC(Math.floor(at / 12), at % 12, 1) / DAY_MS;
    if (day > until) return ticks;
    const name = at % 12 === 0 || step >= 12 ? String(Math.floor(at / 12)) : (SHORT[at % 12] ?? "");
    if (day >= from) ticks.push({ day, label: name });
  }
}
