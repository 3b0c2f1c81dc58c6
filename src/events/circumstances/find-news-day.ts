/** The day that a report's news is of: that of its lead, where print tells yesterday's. */
import { hasRelation, type Parsed } from "../../language/index.js";
import type { Report } from "../../reading/index.js";
import { calendarDay } from "../../report/index.js";
import type { TimeLayer } from "../../times/index.js";
import { dayRange } from "../../times/index.js";
import { timeOf } from "./attached-times.js";
import { isVerbal, lowerBound } from "./clauses.js";

/** How many sentences make up the lead, titles included. */
const LEAD = 8;

/** How long before its report news may lie, days. */
const STILL_NEWS = 4;

/**
 * The first day that a past main clause of the lead names, where it lies a few days back at most ("lashed out on
 * Thursday" in Saturday's paper); else the day of publication, null where that is not known.
 */
export function findNewsDay(parsed: Parsed, times: TimeLayer, report: Report): string | null {
  if (report.published === null) return null;
  const day = calendarDay(report.published);
  const today = dayRange(day)?.first;
  const last = parsed.sentences[Math.min(LEAD, parsed.sentences.length) - 1]?.last ?? -1;
  const lead = times.mentions.slice(0, lowerBound(times.mentions, last + 1));
  for (const mention of lead) {
    const value = timeOf(times, mention)?.value;
    const range = value ? dayRange(value) : null;
    if (today === undefined || !value || range === null || range.first !== range.last) continue;
    if (!isToldAsPast(parsed, mention.head)) continue;
    return range.first <= today && range.first >= today - STILL_NEWS ? value.slice(0, 10) : day;
  }
  return day;
}

/** Whether the time hangs on the past verb of a main clause, or on what that verb tells: "drew a crowd on Thursday". */
function isToldAsPast(parsed: Parsed, time: number): boolean {
  let at = parsed.head[time]!;
  while (at >= 0 && !isVerbal(parsed, at) && hasRelation(parsed, at, "obj", "obl")) at = parsed.head[at]!;
  if (at < 0 || parsed.xpos[at] !== "VBD" || hasRelation(parsed, time, "nmod:poss", "compound", "amod")) return false;
  return parsed.head[at]! < 0 || hasRelation(parsed, at, "conj", "ccomp", "parataxis");
}
