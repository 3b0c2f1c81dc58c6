/** Patterns that count or point from now: "last month", "two years ago", "for three weeks", "the past decade". */
import { dayNumber, weekdayOf } from "./calendar.js";
import type { TimeValue } from "./resolve-date.js";
import { durationOf, unitFrom } from "./resolve-unit.js";
import type { TimeAnchor } from "./time-anchor.js";
import type { TimePattern } from "./time-pattern.js";
import { GAP, NUMBER, numberOf, UNIT, VAGUE } from "./time-words.js";

const sticky = (source: string) => new RegExp(source.replaceAll(" ", GAP), "iy");

type Groups = Readonly<Record<string, string | undefined>>;

/** "more than", "just under": said of a number, told in no value. */
const ABOUT =
  "(?:(?:just (?:over|under)|(?:more|less|fewer) than|at (?:least|most)|about|around|nearly|almost|over|under|just|up to|some|as many as) )?";
const COUNT = `(?<count>${NUMBER}|${VAGUE})`;
const FULL = "(?:(?:full|straight|consecutive|whole|long|more) )?";
const PERIOD = "(?<unit>weekend|week|month|quarter|year|decade)\\b(?!-|['’]s?-| old)";

export const SPAN_PATTERNS: readonly TimePattern[] = [
  {
    pattern: sticky(
      `(?:(?:earlier|later|late|early|the (?:end|beginning|start|rest|course|middle) of)(?: in)? )?(?<which>this|last|next|the (?:past|last|previous|coming|following|current|next)|this (?:past|coming)) ${PERIOD}`,
    ),
    read: readPeriod,
  },
  {
    pattern: sticky(
      "(?:(?:earlier|later|late|early)(?: in)? |the (?:end|beginning|start|rest|course|middle) of )the (?<unit>week|month|year|decade)\\b(?! of)",
    ),
    read: (groups, anchor) => unitFrom(anchor.published, groups.unit!.toLowerCase(), 0),
  },
  {
    pattern: sticky("the (?<which>next|following|same|previous) (?<unit>day)\\b"),
    read: readNextDay,
  },
  {
    pattern: sticky("the weekend\\b"),
    read: (_, anchor) => lastWeekend(anchor),
  },
  {
    pattern: sticky(`(?:the |these |this )?(?:past|last|previous|coming|next|first) ${ABOUT}${COUNT} (?<unit>${UNIT})`),
    read: (groups) => durationOf(countOf(groups), unitOf(groups)),
  },
  {
    pattern: sticky(
      "(?:the |in )?(?:past|last|coming|next|recent) (?:days|weeks|months|years|decades|hours)(?: (?:and|or) (?:days|weeks|months|years|decades))?\\b",
    ),
    read: () => ({ value: null, grain: null }),
  },
  {
    pattern: sticky("(?:days|weeks|months|years|decades|hours)(?: (?:past|ago|later|earlier))\\b"),
    read: () => ({ value: null, grain: null }),
  },
  {
    pattern: sticky(`${ABOUT}${COUNT} (?<unit>${UNIT}) ago\\b`),
    read: (groups, anchor) => countFrom(groups, anchor.published, -1),
  },
  {
    pattern: sticky(`${ABOUT}${COUNT} (?<unit>${UNIT}) (?:from now|hence)\\b`),
    read: (groups, anchor) => countFrom(groups, anchor.published, 1),
  },
  {
    pattern: sticky(`${ABOUT}${COUNT} (?<unit>${UNIT}) (?<way>later|earlier)\\b`),
    read: (groups, anchor) =>
      countFrom(groups, dayOf(anchor, unitOf(groups)), groups.way!.toLowerCase() === "later" ? 1 : -1),
  },
  {
    pattern: sticky(
      `(?<count>${NUMBER})-(?<unit>second|minute|hour|day|night|week|month|year|decade)(?:-long)?\\b(?!-old| old)`,
    ),
    read: (groups) => durationOf(countOf(groups), unitOf(groups)),
  },
  {
    pattern: sticky("(?<unit>day|week|month|year|decade|hour)-?long\\b"),
    read: (groups) => durationOf(1, unitOf(groups)),
  },
  { pattern: sticky("half an hour\\b"), read: () => ({ value: "PT30M", grain: "duration" }) },
  { pattern: sticky(`${ABOUT}${COUNT} ${FULL}(?<unit>${UNIT})(?!-old| old|-\\d)`), read: readDuration },
  {
    pattern: sticky("(?<=\\bof )the (?<unit>week|month|year)\\b(?! (?:of|when|that|to|in|\\d))"),
    read: (groups, anchor) => unitFrom(anchor.published, groups.unit!.toLowerCase(), 0),
  },
  {
    pattern: sticky(`(?<=\\b(?:comes|came|coming) (?:just )?)${ABOUT}${COUNT} (?<unit>${UNIT}) after\\b`),
    read: readAfter,
  },
];

const unitOf = (groups: Groups) => groups.unit!.toLowerCase().replace(/s$/, "");
const countOf = (groups: Groups) => numberOf(groups.count!);

function readDuration(groups: Groups): TimeValue | null {
  return durationOf(countOf(groups), unitOf(groups));
}

function readPeriod(groups: Groups, anchor: TimeAnchor): TimeValue | null {
  const which = groups.which!.toLowerCase().replace(/\s+/g, " ");
  const unit = groups.unit!.toLowerCase();
  if (/^the (?:past|last|coming|next)$|^this past$/.test(which) && unit !== "weekend") return durationOf(1, unit);
  if (unit === "weekend" && which === "last") return lastWeekend(anchor);
  const shift = /last|past|previous/.test(which) ? -1 : Number(/next|coming|following/.test(which));
  const isThisWeekend = unit === "weekend" && /coming/.test(which);
  return unitFrom(anchor.published, unit, isThisWeekend ? 0 : shift);
}

/** The weekend last gone by; on a Saturday or Sunday the one under way, where the tense is not past. */
function lastWeekend(anchor: TimeAnchor): TimeValue {
  if (anchor.published === null) return { value: null, grain: "day" };
  const isAhead = anchor.tense === "future" || weekdayOf(anchor.published) >= 5;
  return unitFrom(anchor.published, "weekend", isAhead ? 0 : -1);
}

/** Counts from a day in the expression's own unit: "two years ago" is a year, "three days later" a day. */
function countFrom(groups: Groups, day: number | null, way: 1 | -1): TimeValue | null {
  const count = countOf(groups);
  const unit = unitOf(groups);
  const value = unitFrom(day, unit === "decade" ? "year" : unit, (count ?? 0) * way * (unit === "decade" ? 10 : 1));
  if (count === null) return { value: null, grain: value.grain };
  if (unit !== "decade" || value.value === null) return value;
  return { value: `${value.value.slice(0, 3)}X`, grain: "decade" };
}

/** "It comes a week after …": the other act's day, counted back from the news. */
function readAfter(groups: Groups, anchor: TimeAnchor): TimeValue | null {
  const count = countOf(groups);
  if (unitOf(groups) !== "week" || count === null) return countFrom(groups, anchor.published, -1);
  return unitFrom(anchor.published, "day", -7 * count);
}

/** "the next day" after the day told just before. */
function readNextDay(groups: Groups, anchor: TimeAnchor): TimeValue {
  const which = groups.which!.toLowerCase();
  return unitFrom(dayOf(anchor, "day"), "day", which === "previous" ? -1 : Number(which !== "same"));
}

/** First day of the time told just before, which a count in that unit starts from; null where it is told more coarsely. */
function dayOf(anchor: TimeAnchor, unit: string): number | null {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(anchor.before?.value ?? "");
  if (!found) return null;
  const isCoarse = found[3] === undefined && !/^(?:month|year|decade)$/.test(unit);
  if (isCoarse || (found[2] === undefined && unit === "month")) return null;
  const month = Number(found[2] ?? 1);
  if (month > 12) return null;
  return dayNumber({ year: Number(found[1]), month, day: Number(found[3] ?? 1) });
}
