/** All patterns of time expressions, and the test that comes before them. */
import { DATE_PATTERNS } from "./date-patterns.js";
import { SPAN_PATTERNS } from "./span-patterns.js";
import type { TimePattern } from "./time-pattern.js";

/** All kinds; where two match the same words the earlier counts. */
export const TIME_PATTERNS: readonly TimePattern[] = [...DATE_PATTERNS, ...SPAN_PATTERNS];

/** What every expression begins with: a cheap test before the patterns are tried. */
export const STARTER =
  /(?:\d|['’]\d0s|[a-z]{1,12}-(?:day|week|month|year|hour|minute|long|june|july|march|may|april|jan|feb|aug|sep|oct|nov|dec|\d)|mid-?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|today|tonight|tomorrow|yester|overnight|the|this|last|next|past|coming|recent|current|early|earlier|late|later|dawn|nightfall|noon|midnight|midday|an?\b|christmas|new\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|twenty|for|fif|few|several|some|many|dozens|half|more|less|just|about|around|nearly|almost|over|under|at\b|up\b|as\b|year|week|month|day|decade|hour|minute|first|second|third|final|spring|summer|autumn|winter|fall|q[1-4])/iy;
