/** Patterns that name a point of the calendar: days, weekdays, months, years, clock times. */
import { civilDay, formatDay, formatQuarter, formatYear } from "./calendar.js";
import { resolveDay, resolveDays, resolveMonth, resolveWeekday, type TimeValue } from "./resolve-date.js";
import { unitFrom } from "./resolve-unit.js";
import type { TimeAnchor } from "./time-anchor.js";
import type { TimePattern } from "./time-pattern.js";
import { GAP, MONTH, monthNumber, PART, WEEKDAY, weekdayNumber } from "./time-words.js";

const sticky = (source: string) => new RegExp(source.replaceAll(" ", GAP), "iy");

const YEAR = "(?<year>1[5-9]\\d\\d|20\\d\\d)\\b(?![.,]\\d)";
const DATE = "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.,]\\d|%)";
const DAY_OF =
  "(?:(?:the )?(?:early|late|pre-?dawn|morning|evening)(?: hours)?(?: of)? |(?:dawn|nightfall|noon|midnight|midday)(?: on)? )?";
const WHICH = "(?:(?<which>last|next|this coming|this|past|coming|the following) )?";
const monthDay = `(?<month>${MONTH}) ${DATE}(?:,? ${YEAR})?`;
const dayMonth = `(?:the )?${DATE}(?: of)? (?<month>${MONTH})(?:,? ${YEAR})?`;
/** "-", "to" and the like between two ends. */
const TO = "(?:\\s?[-–—]\\s?| to | through | and )";

const yearOf = (groups: Readonly<Record<string, string | undefined>>) => (groups.year ? Number(groups.year) : null);

export const DATE_PATTERNS: readonly TimePattern[] = [
  {
    pattern: sticky(
      "(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?:T(?<clock>\\d\\d:\\d\\d)[\\d:.Z+-]{0,20})?(?![\\d-])",
    ),
    read: (groups, anchor) => {
      const day = resolveDay(Number(groups.month), Number(groups.day), Number(groups.year), anchor);
      return day && groups.clock ? { value: `${day.value}T${groups.clock}`, grain: "minute" } : day;
    },
  },
  { pattern: sticky(`${DAY_OF}${WEEKDAY}(?: ${PART}\\b)?,? \\(?${monthDay}\\)?`), read: readDay },
  { pattern: sticky(`${DAY_OF}${WEEKDAY}(?: ${PART}\\b)?,? \\(?${dayMonth}\\)?`), read: readDay },
  {
    pattern: sticky(
      `(?<month>${MONTH}) (?<day>\\d{1,2})${TO}(?:(?<until>${MONTH}) )?(?<last>\\d{1,2})\\b(?![:.,]\\d)(?:,? ${YEAR})?`,
    ),
    read: readDays,
  },
  {
    pattern: sticky(`(?<day>\\d{1,2})${TO}(?<last>\\d{1,2}) (?<month>${MONTH})(?:,? ${YEAR})?`),
    read: readDays,
  },
  { pattern: sticky(monthDay), read: readDay },
  { pattern: sticky(dayMonth), read: readDay },
  {
    pattern: sticky(`${DAY_OF}${WHICH}(?<weekday>${WEEKDAY})(?: ${PART}\\b)?`),
    read: (groups, anchor) => resolveWeekday(weekdayNumber(groups.weekday!), lower(groups.which), anchor),
  },
  {
    pattern: sticky(
      `(?:(?:early|late|mid) )?(?<month>${MONTH})(?: or |${TO})(?:(?:early|late|mid) )?(?<until>${MONTH})(?: ${YEAR})?`,
    ),
    read: readMonths,
  },
  {
    pattern: sticky(
      `(?:(?:early|late|mid|the (?:end|beginning|start|middle) of)(?:-| ))?${WHICH}(?<month>${MONTH})(?:,? (?:of )?${YEAR}| (?:of )?(?<relative>this|last|next) year\\b)?`,
    ),
    read: readMonth,
  },
  {
    pattern: sticky(
      `(?:(?:late|earlier|later|early) )?(?<deictic>today|tonight|tomorrow|yesterday|overnight|this (?:morning|afternoon|evening)|last night)\\b(?: ${PART}\\b)?`,
    ),
    read: readDeictic,
  },
  { pattern: sticky("(?<feast>christmas|new year['’]s) (?<eve>day|eve)\\b"), read: readFeast },
  {
    pattern: sticky("(?<one>\\d{1,2})(?<mark>[/.-])(?<other>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d\\d)\\b"),
    read: readNumbers,
  },
  { pattern: sticky("9/11\\b(?!/)"), read: () => ({ value: "2001-09-11", grain: "day" }) },
  {
    pattern: sticky(
      "(?:the )?(?<which>first|second|third|fourth|final|last) quarter\\b(?: of (?:(?<year>\\d{4})|(?<relative>this|last|next) year))?",
    ),
    read: readQuarter,
  },
  { pattern: sticky("q(?<which>[1-4])(?: (?<year>\\d{4}))?\\b"), read: readQuarter },
  {
    pattern: sticky("(?:the )?(?:(?:early|late|mid)(?:-| ))?(?<year>1[5-9]\\d|20\\d)0s\\b"),
    read: (groups) => ({ value: `${groups.year}X`, grain: "decade" }),
  },
  {
    pattern: sticky("(?:the )?(?:(?:early|late|mid)(?:-| ))?['’](?<year>[2-9])0s\\b"),
    read: (groups) => ({ value: `19${groups.year}X`, grain: "decade" }),
  },
  {
    pattern: sticky(
      "(?:the )?(?:(?<part>early|late|mid|earlier|later)(?:-| ))?(?<season>spring|summer|autumn|fall|winter) (?:of )?(?<year>(?:19|20)\\d\\d)\\b",
    ),
    read: readSeason,
  },
  {
    pattern: sticky(
      "(?:(?:early|late|earlier|later|last|this|next|the)(?: in the)? )(?:spring|summer|autumn|winter)\\b",
    ),
    read: () => ({ value: null, grain: null }),
  },
  {
    pattern: sticky(
      "(?:late |early |mid-?)?(?<first>(?:1[6-9]|20)\\d\\d)(?:\\s?[-–/]\\s?| to )(?<last>(?:1[6-9]|20)\\d\\d|\\d\\d)\\b(?![-/:.,]\\d|%)",
    ),
    read: readYears,
  },
  {
    pattern: sticky("(?:(?:early|late|mid)(?:-| ))?(?<year>1[6-9]\\d\\d|20\\d\\d)\\b(?![-/:.,]?\\d|%|-[a-z])"),
    read: (groups) => ({ value: groups.year!, grain: "year" }),
  },
  {
    pattern: sticky(
      "(?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d))?\\s?(?<half>[ap])(?:\\.m\\b\\.?|m\\b)(?: (?:local time|gmt|utc|[ecmp][sd]?t|est|edt))?",
    ),
    read: readClock,
  },
  {
    pattern: sticky("(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)\\b(?!:|\\.\\d)(?: (?:local time|gmt|utc|hours))?"),
    read: readClock,
  },
  { pattern: sticky("(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d) (?:gmt|utc|local time|hours)\\b"), read: readClock },
  {
    pattern: sticky("the (?:early(?: morning)?|pre-?dawn|overnight) hours\\b"),
    read: (_, anchor) => unitFrom(anchor.published, "day", 0),
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

const lower = (word: string | undefined) => (word ?? "").toLowerCase().replace(/\s+/g, " ");

function readDay(groups: Groups, anchor: TimeAnchor): TimeValue | null {
  return resolveDay(monthNumber(groups.month!), Number(groups.day), yearOf(groups), anchor);
}

/** Christmas Eve to New Year's Day. */
function readFeast(groups: Groups, anchor: TimeAnchor): TimeValue | null {
  const isEve = lower(groups.eve) === "eve";
  if (lower(groups.feast) === "christmas") return resolveDay(12, isEve ? 24 : 25, null, anchor);
  return isEve ? resolveDay(12, 31, null, anchor) : resolveDay(1, 1, null, anchor);
}

/** "13/04/2021"; "4/1/2021" is January in London and April in Washington. */
function readNumbers(groups: Groups, anchor: TimeAnchor): TimeValue | null {
  const [one, other, year] = [Number(groups.one), Number(groups.other), Number(groups.year)];
  if (one < 1 || other < 1) return null;
  if (one <= 12 && other <= 12 && one !== other) return { value: null, grain: "day" };
  return one > 12 ? resolveDay(other, one, year, anchor) : resolveDay(one, other, year, anchor);
}

function readDays(groups: Groups, anchor: TimeAnchor): TimeValue | null {
  const from = { month: monthNumber(groups.month!), day: Number(groups.day) };
  const to = { month: groups.until ? monthNumber(groups.until) : from.month, day: Number(groups.last) };
  return resolveDays(from, to, yearOf(groups), anchor);
}

function readMonths(groups: Groups, anchor: TimeAnchor): TimeValue | null {
  const first = resolveMonth(monthNumber(groups.month!), yearOf(groups), anchor);
  const span = monthNumber(groups.until!) - monthNumber(groups.month!);
  if (first.value === null || span === 0) return first;
  const year = Number(first.value.slice(0, 4)) + (span < 0 ? 1 : 0);
  const last = resolveMonth(monthNumber(groups.until!), year, anchor);
  return { value: `${first.value}/${last.value}`, grain: "month" };
}

function readMonth(groups: Groups, anchor: TimeAnchor): TimeValue | null {
  const month = monthNumber(groups.month!);
  const { published } = anchor;
  if (groups.relative) {
    const { value } = unitFrom(published, "year", SHIFT[lower(groups.relative)] ?? 0);
    return value === null ? { value, grain: "month" } : resolveMonth(month, Number(value), anchor);
  }
  const which = lower(groups.which);
  if (which === "" || which === "this") return resolveMonth(month, yearOf(groups), anchor);
  const isLast = which === "last" || which === "past";
  if (published === null) return { value: null, grain: "month" };
  const now = civilDay(published);
  const isBefore = isLast ? month < now.month : month <= now.month;
  return resolveMonth(month, now.year + (isLast ? Number(isBefore) - 1 : Number(isBefore)), anchor);
}

const SHIFT: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

function readDeictic(groups: Groups, anchor: TimeAnchor): TimeValue | null {
  const word = lower(groups.deictic);
  if (word === "overnight" || word === "last night") {
    return unitFrom(anchor.published, "day", word === "overnight" ? 0 : -1);
  }
  const shift = word === "yesterday" ? -1 : Number(word === "tomorrow");
  return unitFrom(anchor.published, "day", shift);
}

function readQuarter(groups: Groups, anchor: TimeAnchor): TimeValue | null {
  const which = lower(groups.which);
  const { published } = anchor;
  const number = /^\d$/.test(which) ? Number(which) : ["first", "second", "third", "fourth"].indexOf(which) + 1;
  if (which === "last" && !groups.year && !groups.relative) return unitFrom(published, "quarter", -1);
  const quarter = number > 0 ? number : 4;
  if (groups.year) return { value: formatQuarter(Number(groups.year), quarter), grain: "quarter" };
  if (published === null) return { value: null, grain: "quarter" };
  const { year, month } = civilDay(published);
  if (groups.relative)
    return { value: formatQuarter(year + (SHIFT[lower(groups.relative)] ?? 0), quarter), grain: "quarter" };
  const isAhead = quarter > Math.ceil(month / 3) && anchor.tense !== "future";
  return { value: formatQuarter(year - Number(isAhead), quarter), grain: "quarter" };
}

function readSeason(groups: Groups): TimeValue {
  const season = { sp: 21, su: 22, au: 23, fa: 23, wi: 24 }[lower(groups.season).slice(0, 2)];
  return { value: `${groups.year}-${season}`, grain: null };
}

function readYears(groups: Groups): TimeValue | null {
  const first = Number(groups.first);
  const last = groups.last!.length === 2 ? Math.floor(first / 100) * 100 + Number(groups.last) : Number(groups.last);
  return last <= first ? null : { value: `${formatYear(first)}/${formatYear(last)}`, grain: "year" };
}

function readClock(groups: Groups, anchor: TimeAnchor): TimeValue | null {
  const half = lower(groups.half);
  const hour = (Number(groups.hour) % (half ? 12 : 24)) + (half === "p" ? 12 : 0);
  if (half && Number(groups.hour) > 12) return null;
  const isDay = anchor.before?.grain === "day" && /^\d{4}-\d\d-\d\d$/.test(anchor.before.value);
  const day = isDay ? anchor.before!.value : anchor.published === null ? null : formatDay(anchor.published);
  const clock = `${String(hour).padStart(2, "0")}:${groups.minute ?? "00"}`;
  return { value: day === null ? null : `${day}T${clock}`, grain: groups.minute ? "minute" : "hour" };
}
