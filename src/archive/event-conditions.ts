/** Conditions on events: `x` is the events' table, `r` the reports'. */
import { Conditions, type Filter, matchParty } from "./filter.js";

/** The day by which events are found and ordered: of the act or, where that is not told, of the report. */
export const EVENT_DAY = "coalesce(x.day, r.day)";

/** What a filter asks of an event. */
export function eventConditions(filter: Filter, conditions = new Conditions()): Conditions {
  addParties(conditions, filter);
  addCodes(conditions, filter);
  addDays(conditions, filter);
  addClaims(conditions, filter);
  addPlaces(conditions, filter);
  if (filter.minConfidence !== undefined) {
    conditions.add(`x.confidence >= ${conditions.bind(Math.round(filter.minConfidence * 1000))}`);
  }
  if (filter.report !== undefined) conditions.add(`r.key = unhex(${conditions.bind(filter.report)})`);
  return conditions;
}

function addParties(conditions: Conditions, { actor, recipient, pair }: Filter): void {
  for (const [side, names] of Object.entries({ actor, recipient })) {
    if (!names?.length) continue;
    const match = matchParty(conditions, names, "s");
    conditions.add(
      `(x.report, x.n) IN (SELECT s.report, s.event FROM store.sides s WHERE s.side = '${side}' AND ${match})`,
    );
  }
  if (!pair) return;
  const [a, b] = pair.map((code) => conditions.bind(code));
  const either = `(p.a = ${a} AND p.b = ${b}) OR (p.a = ${b} AND p.b = ${a})`;
  conditions.add(`(x.report, x.n) IN (SELECT p.report, p.event FROM store.pairs p WHERE ${either})`);
}

function addCodes(conditions: Conditions, { type, quad, mode, context, status }: Filter): void {
  if (type?.length) conditions.add(`x."type" IN (${conditions.bindAll(type)})`);
  if (quad?.length) conditions.add(`x.quad IN (${conditions.bindAll(quad)})`);
  if (status?.length) conditions.add(`x.status IN (${conditions.bindAll(status)})`);
  for (const [column, words] of Object.entries({ modes: mode, contexts: context })) {
    if (!words?.length) continue;
    const parts = words.map((word) => `list_contains(string_split(x.${column}, ','), ${conditions.bind(word)})`);
    conditions.add(parts.join(" OR "));
  }
}

/** An interval counts where it touches the days asked for. */
function addDays(conditions: Conditions, { since, until }: Filter): void {
  const end = "coalesce(x.day_end, r.day)";
  if (since !== undefined) conditions.add(`${end} >= ${conditions.bind(since)}::DATE`);
  if (until !== undefined) conditions.add(`${EVENT_DAY} <= ${conditions.bind(until)}::DATE`);
}

function addClaims(conditions: Conditions, { claimedBy }: Filter): void {
  if (!claimedBy?.length) return;
  const names = claimedBy.filter((name) => name !== "report");
  const parts = names.length === claimedBy.length ? [] : ["x.statement IS NULL"];
  if (names.length > 0) {
    const match = matchParty(conditions, names, "c");
    parts.push(`(x.report, x.n) IN (SELECT c.report, c.event FROM store.claims c WHERE ${match})`);
  }
  conditions.add(parts.join(" OR "));
}

function addPlaces(conditions: Conditions, { place }: Filter): void {
  if (!place?.length) return;
  const words = conditions.bindAll(place.map((name) => name.toLowerCase()));
  const match = `lower(p.name) IN (${words}) OR lower(p.admin1) IN (${words}) OR lower(p.country) IN (${words})`;
  conditions.add(`EXISTS (SELECT 1 FROM store.places p
    WHERE p.report = x.report AND list_contains(x.places, p.n) AND (${match}))`);
}

/** Filters that only events have: on other records they ask for a tie to such an event. */
const OF_EVENTS = [
  "recipient",
  "actor",
  "pair",
  "type",
  "quad",
  "mode",
  "context",
  "status",
  "claimedBy",
  "place",
] as const;

/**
 * Where a filter asks for something that only events have: that the record's columns are among those of the `ties`, a
 * query over `matching`, the events that the filter lets through.
 */
export function eventTies(conditions: Conditions, filter: Filter, columns: string, ties: string): void {
  const {
    since: _since,
    until: _until,
    minConfidence,
    report: _report,
    copies: _copies,
    text: _text,
    ...rest
  } = filter;
  if (!OF_EVENTS.some((name) => rest[name] !== undefined && rest[name].length > 0)) return;
  const inner = eventConditions(minConfidence === undefined ? rest : { ...rest, minConfidence }, conditions.nested());
  conditions.add(`${columns} IN (WITH matching AS (SELECT x.* FROM store.events x JOIN store.reports r USING (report)
    WHERE ${inner.sql}) ${ties})`);
}
