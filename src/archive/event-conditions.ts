/** Conditions on events: what is asked for most stands in the small sorted tables, the rest in the events' own. */
import { pairKey } from "./dealings.js";
import { Conditions, type Filter, matchParty } from "./filter.js";

/** Where events are looked for: as `x`, with `report`, `n` and `listed`, the day by which they are found and ordered. */
export interface EventSource {
  readonly tables: string;
  readonly conditions: Conditions;
}

/** What a filter asks of an event; `from` is the first day of those looked at, where not all are. */
export function eventSource(filter: Filter, conditions = new Conditions(), from: string | null = null): EventSource {
  const { pair, actor, recipient } = filter;
  addCodes(conditions, filter);
  if (from !== null) conditions.add(`x.listed >= ${conditions.bind(from)}::DATE`);
  const tied = conditions.nested();
  addRest(tied, filter);
  const sides = [
    ...(pair ? [pairRows(conditions, pair)] : []),
    ...(actor?.length ? [sideRows(conditions, "actor", actor)] : []),
    ...(recipient?.length ? [sideRows(conditions, "recipient", recipient)] : []),
  ];
  const [first, ...others] = sides;
  const ofEvents = eventColumns(conditions.nested(), filter);
  if (ofEvents.isEmpty && first !== undefined) {
    for (const rows of others) tied.add(`(x.report, x.n) IN (SELECT report, n FROM (${rows}))`);
    const tables = `(SELECT DISTINCT report, n, listed FROM (${first}) x WHERE ${conditions.sql}) x`;
    return { tables, conditions: tied };
  }
  for (const rows of sides) conditions.add(`(x.report, x.n) IN (SELECT report, n FROM (${rows}))`);
  for (const part of [tied, ofEvents]) if (!part.isEmpty) conditions.add(part.sql);
  return { tables: "store.events x", conditions };
}

const CODES = `"type", quad, status, confidence, listed, listed_end`;

function pairRows(conditions: Conditions, [a, b]: readonly [string, string]): string {
  const key = conditions.bind(pairKey(a, b));
  return `SELECT report, event AS n, ${CODES} FROM store.pairs WHERE pair = ${key}`;
}

function sideRows(conditions: Conditions, side: "actor" | "recipient", names: readonly string[]): string {
  const match = matchParty(conditions, names, "s");
  return `SELECT s.report, s.event AS n, ${CODES} FROM store.sides s WHERE s.side = '${side}' AND ${match}`;
}

/** What the sorted tables know too. An interval counts where it touches the days asked for. */
function addCodes(conditions: Conditions, { type, quad, status, since, until, minConfidence }: Filter): void {
  if (type?.length) conditions.add(`x."type" IN (${conditions.bindAll(type)})`);
  if (quad?.length) conditions.add(`x.quad IN (${conditions.bindAll(quad)})`);
  if (status?.length) conditions.add(`x.status IN (${conditions.bindAll(status)})`);
  if (since !== undefined) conditions.add(`x.listed_end >= ${conditions.bind(since)}::DATE`);
  if (until !== undefined) conditions.add(`x.listed <= ${conditions.bind(until)}::DATE`);
  if (minConfidence !== undefined)
    conditions.add(`x.confidence >= ${conditions.bind(Math.round(minConfidence * 1000))}`);
}

/** What is asked of the event's report, and of who claims it. */
function addRest(conditions: Conditions, { report, copies, claimedBy }: Filter): void {
  if (report !== undefined) conditions.add(`x.report IN (${reportOf(conditions.bind(report))})`);
  if (copies === false) conditions.add(ORIGINALS);
  const names = (claimedBy ?? []).filter((name) => name !== "report");
  if (names.length === 0 || names.length < claimedBy!.length) return;
  const match = matchParty(conditions, names, "c");
  conditions.add(`(x.report, x.n) IN (SELECT c.report, c.event FROM store.claims c WHERE ${match})`);
}

/** That a report is no near-copy of another. */
export const ORIGINALS = "x.report NOT IN (SELECT report FROM store.reports WHERE original IS NOT NULL)";

/** Number of the report of a key. */
export function reportOf(key: string): string {
  return `SELECT r.report FROM store.heads h JOIN store.reports r USING (report)
    WHERE h.head = ('0x' || ${key}[1:16])::UBIGINT AND r.key = unhex(${key})`;
}

/** What the events' own table alone knows. */
function eventColumns(conditions: Conditions, { mode, context, claimedBy, place }: Filter): Conditions {
  for (const [column, words] of Object.entries({ modes: mode, contexts: context })) {
    if (!words?.length) continue;
    const parts = words.map((word) => `list_contains(string_split(x.${column}, ','), ${conditions.bind(word)})`);
    conditions.add(parts.join(" OR "));
  }
  if (claimedBy?.includes("report")) {
    const names = claimedBy.filter((name) => name !== "report");
    const match = names.length === 0 ? "FALSE" : matchParty(conditions, names, "c");
    const claimed = `(x.report, x.n) IN (SELECT c.report, c.event FROM store.claims c WHERE ${match})`;
    conditions.add(`x.statement IS NULL OR ${claimed}`);
  }
  if (place?.length) {
    const words = conditions.bindAll(place.map((name) => name.toLowerCase()));
    const match = `lower(p.name) IN (${words}) OR lower(p.admin1) IN (${words}) OR lower(p.country) IN (${words})`;
    conditions.add(`EXISTS (SELECT 1 FROM store.places p
      WHERE p.report = x.report AND list_contains(x.places, p.n) AND (${match}))`);
  }
  return conditions;
}

/** Filters that only events have: on other records they ask for a tie to such an event. */
const OF_EVENTS = [
  ...["actor", "recipient", "pair", "type", "quad"],
  ...["mode", "context", "status", "claimedBy", "place"],
] as const satisfies readonly string[];

/**
 * Where a filter asks for something that only events have: that the record's columns are among those of the `ties`, a
 * query over `matching`, the events that the filter lets through.
 */
export function eventTies(conditions: Conditions, filter: Filter, columns: string, ties: string): void {
  const {
    since: _since,
    until: _until,
    report: _report,
    copies: _copies,
    text: _text,
    publisher: _publisher,
    ...rest
  } = filter;
  const isAsked = (value: unknown) => Array.isArray(value) && value.length > 0;
  if (!OF_EVENTS.some((name) => isAsked((rest as Record<string, unknown>)[name]))) return;
  const { tables, conditions: inner } = eventSource(rest, conditions.nested());
  conditions.add(`${columns} IN (WITH found AS (SELECT x.report, x.n FROM ${tables} WHERE ${inner.sql}),
    matching AS (SELECT e.* FROM store.events e SEMI JOIN found f ON f.report = e.report AND f.n = e.n) ${ties})`);
}
