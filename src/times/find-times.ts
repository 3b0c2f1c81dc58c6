/** The times stage: expressions of time found and resolved against the day of publication. */
import { type Parsed, tokenAt } from "../language/index.js";
import type { Note, Time } from "../reading/index.js";
import { makeSpan } from "../reading/index.js";
import { findTense } from "./find-tense.js";
import { isTime, type TimeMatch } from "./is-time.js";
import type { TimeValue } from "./resolve-date.js";
import { publishedDay, type TimeAnchor } from "./time-anchor.js";
import type { TimeLayer, TimeMention } from "./time-layer.js";
import type { TimePattern } from "./time-pattern.js";
import { STARTER, TIME_PATTERNS } from "./time-patterns.js";

interface FoundTime extends TimeValue {
  readonly match: TimeMatch;
  readonly kind: TimePattern;
  readonly head: number;
}

/** `published` is the report's ISO date or date-time, or null where it is not known; it counts by its calendar day. */
export function findTimes(parsed: Parsed, published: string | null): TimeLayer {
  const day = publishedDay(published);
  const found: FoundTime[] = [];
  let before: TimeAnchor["before"] = null;
  for (let token = 0; token < parsed.length; ) {
    const time = timeAt(parsed, token, day, before);
    if (time) {
      found.push(time);
      if (time.value !== null && isPoint(time)) before = { value: time.value, grain: time.grain ?? "" };
    }
    token = time ? Math.max(time.match.last, token) + 1 : token + 1;
  }
  return formatLayer(parsed, dateClocks(parsed, found, day));
}

/** What parts a clock time from its day behind it: "at 8:30 a.m. on Thursday", "6 p.m. (1500 GMT) on Friday". */
const BEFORE_DAY = /^[\s,()]{0,5}(?:on\s{1,5})?(?:the\s{1,5})?$/i;

/** Gives a clock time the day that follows it, where one does. */
function dateClocks(parsed: Parsed, found: readonly FoundTime[], published: number | null): FoundTime[] {
  const dated = [...found];
  for (let i = dated.length - 2; i >= 0; i--) {
    const [clock, next] = [dated[i]!, dated[i + 1]!];
    const day = /^\d{4}-\d\d-\d\d(?=T|$)/.exec(next.value ?? "")?.[0];
    if ((clock.grain !== "hour" && clock.grain !== "minute") || day === undefined) continue;
    if (!BEFORE_DAY.test(parsed.text.slice(clock.match.end, next.match.start))) continue;
    const before = { value: day, grain: "day" };
    dated[i] = { ...clock, ...clock.kind.read(clock.match.groups, { published, tense: "open", before }) };
  }
  return dated;
}

const isPoint = (time: FoundTime) => time.grain === "day" || time.grain === "month" || time.grain === "year";

/** The longest expression that begins with this token; of two as long the earlier pattern's. */
function timeAt(
  parsed: Parsed,
  token: number,
  published: number | null,
  before: TimeAnchor["before"],
): FoundTime | null {
  const start = parsed.start[token]!;
  STARTER.lastIndex = start;
  if (!STARTER.test(parsed.text)) return null;
  const matches = TIME_PATTERNS.flatMap((kind) => matchPattern(parsed, token, kind));
  matches.sort((a, b) => b.match.end - a.match.end);
  for (const { match, kind } of matches) {
    if (!isTime(parsed, match)) continue;
    const head = headOf(parsed, match.first, match.last);
    const tense = findTense(parsed, match.first, head);
    const value = kind.read(match.groups, { published, tense, before });
    if (value) return { ...value, match, kind, head };
  }
  return null;
}

function matchPattern(parsed: Parsed, token: number, kind: TimePattern): { match: TimeMatch; kind: TimePattern }[] {
  const start = parsed.start[token]!;
  kind.pattern.lastIndex = start;
  const found = kind.pattern.exec(parsed.text);
  if (!found) return [];
  const end = start + found[0].length;
  const last = tokenAt(parsed, end - 1);
  if (parsed.sentenceOf[last] !== parsed.sentenceOf[token]) return [];
  return [{ match: { start, end, first: token, last, groups: found.groups ?? {} }, kind }];
}

/** The token of the range whose head lies outside it. */
function headOf(parsed: Parsed, first: number, last: number): number {
  for (let token = first; token <= last; token++) {
    const head = parsed.head[token]!;
    if (head < first || head > last) return token;
  }
  return last;
}

function formatLayer(parsed: Parsed, found: readonly FoundTime[]): TimeLayer {
  const times: Time[] = [];
  const mentions: TimeMention[] = [];
  const notes: Note[] = [];
  const noted = new Set<string>();
  for (const [i, { value, grain, match, head }] of found.entries()) {
    const span = makeSpan(match.start, match.end);
    const id = `t${i + 1}`;
    times.push({ id, start: match.start, end: match.end, value, grain });
    mentions.push({ time: id, first: match.first, last: match.last, head });
    const words = parsed.text.slice(match.start, match.end).replace(/\s+/g, " ");
    if (value !== null || grain === "duration" || noted.has(words)) continue;
    noted.add(words);
    notes.push({ code: "time-unresolved", message: `"${words}" cannot be put on the calendar.`, span });
  }
  return { times, mentions, notes };
}
