/** Writes ISO 8601 and EDTF values as an English reader writes dates, by its own table: no locale has a say. */

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
const UNITS: Readonly<Record<string, string>> = { Y: "year", M: "month", W: "week", D: "day" };
const CLOCK_UNITS: Readonly<Record<string, string>> = { H: "hour", M: "minute", S: "second" };

/** `2022-03-30` is "30 Mar 2022", `2022-33` "Q1 2022", `P2D` "2 days"; what it does not know stays as it is. */
export function formatDate(value: string): string {
  if (value.includes("/")) return formatInterval(value);
  return formatDay(value) ?? formatPeriod(value) ?? formatDuration(value) ?? value;
}

function formatInterval(value: string): string {
  const [from = "", to = ""] = value.split("/", 2);
  const isOpen = (end: string) => end === "" || end === "..";
  if (isOpen(from) && isOpen(to)) return value;
  if (isOpen(to)) return `since ${formatDate(from)}`;
  if (isOpen(from)) return `until ${formatDate(to)}`;
  return `${formatDate(from)} – ${formatDate(to)}`;
}

function formatDay(value: string): string | null {
  const found = /^([\dX]{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)\S*)?$/.exec(value);
  if (!found) return null;
  const [, year, month, day, clock] = found;
  const name = monthName(month!);
  if (!name) return null;
  const date = [String(Number(day)), name, ...(year === "XXXX" ? [] : [year])].join(" ");
  return clock ? `${date}, ${clock}` : date;
}

function formatPeriod(value: string): string | null {
  const decade = /^(\d{3})X$/.exec(value);
  if (decade) return `${decade[1]}0s`;
  const week = /^(\d{4})-W(\d\d)$/.exec(value);
  if (week) return `week ${Number(week[2])} of ${week[1]}`;
  const part = /^([\dX]{4})-(\d\d)$/.exec(value);
  if (!part) return null;
  const [, year, number] = part;
  const quarter = Number(number) - 32;
  if (quarter >= 1 && quarter <= 4) return `Q${quarter} ${year}`;
  const name = monthName(number!);
  if (!name) return null;
  return year === "XXXX" ? name : `${name} ${year}`;
}

function formatDuration(value: string): string | null {
  const found = /^P(?=.)((?:\d+[YMWD])*)(?:T((?:\d+[HMS])+))?$/.exec(value);
  if (!found) return null;
  return [...countUnits(found[1] ?? "", UNITS), ...countUnits(found[2] ?? "", CLOCK_UNITS)].join(" ");
}

function countUnits(parts: string, units: Readonly<Record<string, string>>): string[] {
  return [...parts.matchAll(/(\d+)([A-Z])/g)].map(([, count, unit]) => {
    return `${Number(count)} ${units[unit!]}${Number(count) === 1 ? "" : "s"}`;
  });
}

function monthName(month: string): string {
  const at = 3 * (Number(month) - 1);
  return at < 0 ? "" : MONTHS.slice(at, at + 3);
}
