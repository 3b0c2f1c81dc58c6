/** Dates as pages, feeds and mails write them, brought to the ISO form of `published`; no zone is converted. */
import { isPossibleDate } from "../report/index.js";

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?/i;
const MAIL =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4})(?:\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*([+-]\d{4})?)?/i;
const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

/** A day in an address: "/2022/03/30/", "/2022-03-30-", "/20220330/". */
const DATED_PATHS = [
  /\/(\d{4})\/(\d{1,2})\/(\d{1,2})(?=\/|$)/,
  /[/_-](\d{4})-(\d{2})-(\d{2})(?=\D|$)/,
  /[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=\D|$)/,
];

/** ISO date or date-time of what a document gives as one, null where it is none that the calendar has. */
export function normaliseDate(written: string | null | undefined): string | null {
  const value = written?.trim() ?? "";
  return isoDate(value) ?? mailDate(value);
}

/** The day that an address bears in its path, null for none. */
export function dateInUrl(url: string | null): string | null {
  const path = url === null ? "" : pathOf(url);
  for (const pattern of DATED_PATHS) {
    const found = pattern.exec(path);
    const day = found && `${found[1]}-${found[2]!.padStart(2, "0")}-${found[3]!.padStart(2, "0")}`;
    if (day && isPossibleDate(day)) return day;
  }
  return null;
}

function isoDate(value: string): string | null {
  const [, day, time, zone] = ISO.exec(value) ?? [];
  if (day === undefined) return null;
  const full = time ? `${day}T${time}${zone?.toUpperCase() ?? ""}` : day;
  return [full, day].find(isPossibleDate) ?? null;
}

function mailDate(value: string): string | null {
  const [, day, name = "", year, time, zone] = MAIL.exec(value) ?? [];
  const at = MONTHS.indexOf(name.toLowerCase());
  if (day === undefined || at < 0 || at % 3 !== 0) return null;
  const date = `${year}-${String(at / 3 + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isoDate(
    time ? `${date}T${time.padStart(time.indexOf(":") === 1 ? time.length + 1 : 0, "0")}${zone ?? ""}` : date,
  );
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname;
  } catch {
    return "";
  }
}
