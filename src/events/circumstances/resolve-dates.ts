/** When an act took place, and for what is promised, demanded or threatened the day it is to happen. */
import { childrenBy, hasRelation, type Parsed } from "../../language/index.js";
import type { EventStatus, EventType, Report } from "../../reading/index.js";
import { calendarDay } from "../../report/index.js";
import { dayRange } from "../../times/index.js";
import type { EventCandidate } from "../event-layer.js";
import { type AttachedTime, TIE } from "./attached-times.js";
import { isVerbal, lemmaAt } from "./clauses.js";
import { hasTense } from "./find-beside.js";
import { isBackground, isPlainlyUndone } from "./is-background.js";

/** Both days, each with the time that tells it; a date without a time is the report's own. */
export interface Dates {
  readonly date: string | null;
  readonly dateTime: AttachedTime | null;
  readonly due: string | null;
  readonly dueTime: AttachedTime | null;
}

/** What the days are told from. */
export interface DateQuestion {
  readonly candidate: EventCandidate;
  readonly status: EventStatus;
  readonly times: readonly AttachedTime[];
  /** Day of news that names none of its own. */
  readonly newsDay: string | null;
}

/** Types whose act looks ahead to another: its day is `due`. */
const LOOKS_AHEAD: readonly EventType[] = ["AGREE", "THREATEN", "REQUEST", "CONCEDE"];

/** An act is background when the middle of its time lies about a year before the report, days. */
const ABOUT_A_YEAR = 330;

/** Whether a time that belongs to the act lies more than about a year before the report: "the 1994 bombing". */
export function findPastTime(times: readonly AttachedTime[], published: string | null): AttachedTime | null {
  const today = published === null ? null : dayRange(calendarDay(published));
  if (today === null) return null;
  const [closest] = times.filter(({ range, tie, isPoint }) => range !== null && isPoint && tie <= TIE.noun);
  if (!closest?.range) return null;
  return (closest.range.first + closest.range.last) / 2 < today.first - ABOUT_A_YEAR ? closest : null;
}

/** Date and due day of the act. */
export function resolveDates(question: DateQuestion, parsed: Parsed, report: Report): Dates {
  const { candidate, status } = question;
  const day = report.published === null ? null : calendarDay(report.published);
  const today = day === null ? null : dayRange(day);
  const isOpen = status === "future" || status === "hypothetical";
  const usable = question.times.filter(({ range }) => range !== null);
  const isAhead = (one: AttachedTime) =>
    today === null
      ? one.tie === TIE.promised || isOpen
      : one.range!.last > today.first && one.range!.first >= today.first;
  const looksAhead = isOpen || LOOKS_AHEAD.includes(candidate.type);
  const dueTime = looksAhead ? (usable.find((one) => isAhead(one) || (isOpen && one.tie <= TIE.noun)) ?? null) : null;
  const due = dueTime === null ? null : dayOf(dueTime);
  if (isOpen) return { date: null, dateTime: null, due, dueTime };
  const isNews = isToldAsNews(candidate, parsed);
  if (status === "negated") {
    const denial = findDenialDay(usable, today?.first);
    return { date: dayOfDenial(denial, question, parsed), dateTime: denial, due, dueTime };
  }
  const dateTime =
    usable.find(
      (one) => one !== dueTime && one.isPoint && !isLater(one, today?.last) && mayDate(one, isNews, candidate.type),
    ) ?? null;
  if (dateTime !== null) return { date: dayOf(dateTime), dateTime, due, dueTime };
  const isToday = status === "actual" && isNews && !goesOn(parsed, candidate) && !question.times.some(isVague);
  return { date: isToday ? question.newsDay : null, dateTime: null, due, dueTime };
}

function dayOfDenial(denial: AttachedTime | null, { candidate, newsDay }: DateQuestion, parsed: Parsed): string | null {
  if (denial !== null) return dayOf(denial);
  return isPlainlyUndone(parsed, candidate.clause) ? null : newsDay;
}

/** "a few months ago": a time of its own, though nobody can tell which. */
function isVague({ range, isPoint, tie, time }: AttachedTime): boolean {
  return range === null && isPoint && tie <= TIE.continued && time.grain !== "duration";
}

/** How old a day may be that a negated act is still told of by: "did not attend on Monday", days. */
const STILL_NEWS = 7;

/** A negated act has the day of the denial: one on the clause that reports it, or a recent one on its own. */
function findDenialDay(times: readonly AttachedTime[], today: number | undefined): AttachedTime | null {
  const points = times.filter(({ isPoint, tie }) => isPoint && tie !== TIE.promised);
  const reporting = points.find(({ tie }) => tie === TIE.reporting || tie === TIE.continued);
  if (reporting || today === undefined) return reporting ?? points[0] ?? null;
  const isRecent = ({ range }: AttachedTime) =>
    range!.first === range!.last && Math.abs(today - range!.first) <= STILL_NEWS;
  return points.find((one) => isRecent(one) && !isLater(one, today)) ?? null;
}

function isLater(time: AttachedTime, today: number | undefined): boolean {
  return today !== undefined && time.range!.first > today;
}

/**
 * A noun that only stands beside another act has the times on its own words, not that act's; and only an act that
 * looks ahead has another day inside it: "began a push to take the town on 6 November" is of that day.
 */
function mayDate(time: AttachedTime, isNews: boolean, type: EventType): boolean {
  return time.tie === TIE.own || (isNews && (time.tie !== TIE.promised || !LOOKS_AHEAD.includes(type)));
}

/** Day or interval of a time; the hour is left out. */
function dayOf({ time }: AttachedTime): string | null {
  return time.grain === "hour" || time.grain === "minute" ? (time.value?.slice(0, 10) ?? null) : time.value;
}

/**
 * Whether the sentence tells the act as news: its verb, or the noun of a verb that only carries it ("launched
 * strikes"). An act named in passing ("after the invasion", "the jailed editor", "had fought") has no day of its own.
 */
function isToldAsNews(candidate: EventCandidate, parsed: Parsed): boolean {
  const { trigger, clause } = candidate;
  if (isVerbal(parsed, trigger) && !isNewsVerb(parsed, trigger)) return false;
  return isVerbal(parsed, clause) ? isNewsVerb(parsed, clause) : parsed.head[clause]! < 0;
}

function isNewsVerb(parsed: Parsed, verb: number): boolean {
  const isModifier = hasRelation(parsed, verb, "amod", "acl", "nmod", "obl") && !hasRelation(parsed, verb, "acl:relcl");
  if (isModifier && !hasTense(parsed, verb)) return false;
  if (isInPassing(parsed, verb) || isBackground(parsed, verb)) return false;
  const isPluperfect = childrenBy(parsed, verb, "aux").some(
    (aux) => lemmaAt(parsed, aux) === "have" && parsed.xpos[aux] === "VBD",
  );
  return !isPluperfect;
}

/** "since the war began", "after troops entered", "having shot it down", and a bare participle: "held by rebels". */
function isInPassing(parsed: Parsed, verb: number): boolean {
  const marks = childrenBy(parsed, verb, "mark").map((mark) => lemmaAt(parsed, mark));
  if (hasRelation(parsed, verb, "advcl") && marks.some((mark) => ["since", "after", "because", "for"].includes(mark)))
    return true;
  const auxiliaries = childrenBy(parsed, verb, "aux", "aux:pass");
  if (auxiliaries.some((aux) => parsed.xpos[aux] === "VBG")) return true;
  return parsed.xpos[verb] === "VBN" && hasRelation(parsed, verb, "xcomp") && auxiliaries.length === 0;
}

/** What has gone on since then began on no day that the text tells: "has been held since October". */
function goesOn(parsed: Parsed, candidate: EventCandidate): boolean {
  const phrases = childrenBy(parsed, candidate.clause, "obl", "nmod", "advmod", "advcl");
  return phrases.some((phrase) =>
    childrenBy(parsed, phrase, "case", "mark").some((word) => lemmaAt(parsed, word) === "since"),
  );
}
