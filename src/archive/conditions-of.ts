/** The same filters for every kind of record: each as a condition on that kind's table. */
import { EVENT_DAY, eventConditions, eventTies } from "./event-conditions.js";
import { Conditions, type Filter, matchParty } from "./filter.js";
import type { Kind } from "./records.js";

/** The day that records of a kind are found and ordered by. */
export function dayOf(kind: Kind): string {
  return kind === "events" ? EVENT_DAY : "r.day";
}

/**
 * What a filter asks of a record: `x` is its table, `r` the reports'; for reports both are one. `texts` are the numbers
 * of the reports whose words fit, null where none are asked for.
 */
export function conditionsOf(
  kind: Kind,
  { text: _text, ...filter }: Filter,
  texts: readonly number[] | null,
): Conditions {
  const conditions = new Conditions();
  if (texts) conditions.add(`r.report IN (SELECT unnest(${conditions.bind(texts)}::UINTEGER[]))`);
  if (filter.copies === false) conditions.add("r.original IS NULL");
  if (kind === "events") return eventConditions(filter, conditions);
  addReport(conditions, filter);
  if (kind === "statements") addStatement(conditions, filter);
  else if (kind === "terms") addTerm(conditions, filter);
  else if (kind === "entities") addEntity(conditions, filter);
  else if (kind === "places") addPlace(conditions, filter);
  else addWhole(conditions, filter);
  return conditions;
}

function addReport(conditions: Conditions, { since, until, report }: Filter): void {
  if (since !== undefined) conditions.add(`r.day >= ${conditions.bind(since)}::DATE`);
  if (until !== undefined) conditions.add(`r.day <= ${conditions.bind(until)}::DATE`);
  if (report !== undefined) conditions.add(`r.key = unhex(${conditions.bind(report)})`);
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
