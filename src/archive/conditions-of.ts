/** The same filters for every kind of record: where it is looked for, and what is asked of it there. */
import { eventSource, eventTies, ORIGINALS, reportOf } from "./event-conditions.js";
import { Conditions, type Filter, matchParty } from "./filter.js";
import type { Kind } from "./records.js";

/** A query's tables and conditions; `x` is the record, `day` the day that it is found and ordered by. */
export interface Sought {
  readonly tables: string;
  readonly day: string;
  readonly conditions: Conditions;
}

/**
 * What a filter asks of a kind of records. `texts` are the numbers of the reports whose words fit, null where none are
 * asked for; `from` is the first day of the events that are looked at, null where all are.
 */
export function seek(
  kind: Kind,
  { text: _text, ...filter }: Filter,
  texts: readonly number[] | null,
  from: string | null = null,
): Sought {
  const conditions = new Conditions();
  if (kind === "events") {
    const source = eventSource(filter, conditions, from);
    addTexts(source.conditions, texts);
    addPublisher(source.conditions, filter);
    return { ...source, day: "x.listed" };
  }
  const day = kind === "reports" ? "x.day" : "r.day";
  addTexts(conditions, texts);
  addPublisher(conditions, filter);
  addReport(conditions, filter, day);
  if (kind === "statements") addStatement(conditions, filter);
  else if (kind === "terms") addTerm(conditions, filter);
  else if (kind === "entities") addEntity(conditions, filter);
  else if (kind === "places") addPlace(conditions, filter);
  else addWhole(conditions, filter);
  return { tables: tablesOf(kind), day, conditions };
}

function tablesOf(kind: Exclude<Kind, "events">): string {
  if (kind === "reports") return "store.reports x";
  const tables = `store.${kind} x JOIN store.reports r USING (report)`;
  return kind === "entities" ? `${tables} JOIN store.actors a USING (actor)` : tables;
}

function addTexts(conditions: Conditions, texts: readonly number[] | null): void {
  if (texts === null) return;
  // DuckDB's client knows no type for the items of an empty list.
  if (texts.length === 0) conditions.add("FALSE");
  else conditions.add(`x.report IN (SELECT unnest(${conditions.bind(texts)}::UINTEGER[]))`);
}

function addPublisher(conditions: Conditions, { publisher }: Filter): void {
  if (!publisher?.length) return;
  const names = conditions.bindAll(publisher.map((name) => name.toLowerCase()));
  conditions.add(`x.report IN (SELECT s.report FROM store.sources s WHERE lower(s.publisher) IN (${names}))`);
}

function addReport(conditions: Conditions, { since, until, report, copies }: Filter, day: string): void {
  if (since !== undefined) conditions.add(`${day} >= ${conditions.bind(since)}::DATE`);
  if (until !== undefined) conditions.add(`${day} <= ${conditions.bind(until)}::DATE`);
  if (report !== undefined) conditions.add(`x.report IN (${reportOf(conditions.bind(report))})`);
  if (copies === false) conditions.add(ORIGINALS);
}

/** A statement's actor is its speaker and its recipient the addressee; codes are those of an event that it holds. */
function addStatement(
  conditions: Conditions,
  { actor, recipient, claimedBy, pair, minConfidence, ...rest }: Filter,
): void {
  const speakers = [...(actor ?? []), ...(claimedBy ?? [])];
  addListed(conditions, "x.speakers", speakers);
  addListed(conditions, "x.addressees", recipient ?? []);
  if (pair) {
    const [a, b] = pair;
    addListed(conditions, "list_concat(x.speakers, x.addressees)", [a]);
    addListed(conditions, "list_concat(x.speakers, x.addressees)", [b]);
  }
  if (minConfidence !== undefined)
    conditions.add(`x.confidence >= ${conditions.bind(Math.round(minConfidence * 1000))}`);
  eventTies(
    conditions,
    rest,
    "(x.report, x.n)",
    "SELECT c.report, c.statement FROM matching e JOIN store.claims c ON c.report = e.report AND c.event = e.n",
  );
}

function addTerm(conditions: Conditions, { actor, claimedBy, ...rest }: Filter): void {
  addListed(conditions, "x.users", [...(actor ?? []), ...(claimedBy ?? [])]);
  eventTies(conditions, rest, "x.report", "SELECT e.report FROM matching e");
}

/** An entity is its own actor; with codes, one that takes part in such an event. */
function addEntity(conditions: Conditions, { actor, ...rest }: Filter): void {
  if (actor?.length) conditions.add(matchParty(conditions, actor, "a"));
  const parties =
    "SELECT s.report, s.entity FROM matching e JOIN store.sides s ON s.report = e.report AND s.event = e.n";
  eventTies(conditions, rest, "(x.report, x.n)", parties);
}

function addPlace(conditions: Conditions, { place, ...rest }: Filter): void {
  if (place?.length) {
    const words = conditions.bindAll(place.map((name) => name.toLowerCase()));
    conditions.add(`lower(x.name) IN (${words}) OR lower(x.admin1) IN (${words}) OR lower(x.country) IN (${words})`);
  }
  eventTies(conditions, rest, "(x.report, x.n)", "SELECT e.report, unnest(e.places) FROM matching e");
}

function addWhole(conditions: Conditions, filter: Filter): void {
  eventTies(conditions, filter, "x.report", "SELECT e.report FROM matching e");
}

/** Whether one of the entities of a list is one of these parties. */
function addListed(conditions: Conditions, list: string, names: readonly string[]): void {
  if (names.length === 0) return;
  conditions.add(`EXISTS (SELECT 1 FROM store.entities n JOIN store.actors a USING (actor)
    WHERE n.report = x.report AND list_contains(${list}, n.n) AND ${matchParty(conditions, names, "a")})`);
}
