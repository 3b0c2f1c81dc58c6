/** A stand-in for the archive, for working on the page alone: readings in memory, acts grouped by type, pair and day. Never shipped. */
import type { Entity, Event, Reading } from "../../src/reading/index.js";
import { hashText } from "../../src/reading/index.js";
import type { ActorRef, OccurrenceRow, Sentence, TellingView } from "../src/api/types.js";

export interface Told {
  readonly reading: Reading;
  readonly event: Event;
}
export interface Store {
  readonly readings: readonly Reading[];
  readonly rows: readonly OccurrenceRow[];
  readonly told: ReadonlyMap<string, readonly Told[]>;
  readonly names: Readonly<Record<string, string>>;
}

export function makeStore(readings: readonly Reading[], countries: string): Store {
  const names: Record<string, string> = {};
  for (const line of countries.trim().split("\n").slice(1)) {
    const [name = "", code = ""] = line.split("\t");
    names[code] ??= name;
    if (line.endsWith("\tstate")) names[code] = name;
  }
  const told = new Map<string, Told[]>();
  for (const reading of readings)
    for (const event of reading.events) {
      const key = hashText(
        [event.type, parties(reading, event.actors), parties(reading, event.recipients), event.date].join("|"),
      ).slice(0, 16);
      told.set(key, [...(told.get(key) ?? []), { reading, event }]);
    }
  const rows = [...told]
    .map(([key, tellings]) => makeRow(key, tellings))
    .sort((a, b) => (b.date ?? "").localeCompare(a.date ?? "") || a.key.localeCompare(b.key));
  return { readings, rows, told, names };
}

const entity = (reading: Reading, id: string): Entity | undefined => reading.entities.find((one) => one.id === id);
const parties = (reading: Reading, ids: readonly string[]) =>
  ids.map((id) => entity(reading, id)?.country ?? entity(reading, id)?.name).join("+");
const refs = (reading: Reading, ids: readonly string[]): ActorRef[] =>
  ids
    .map((id) => entity(reading, id))
    .filter((one) => one !== undefined)
    .map((one) => ({ key: hashText(one.name).slice(0, 12), name: one.name, country: one.country }));

export function sentenceOf({ reading, event }: Told): Sentence {
  const { start, end } = event.evidence;
  return {
    report: keyOf(reading),
    publisher: reading.report.publisher,
    published: reading.report.published,
    text: reading.report.text.slice(start, end),
    trigger: { start: event.trigger.start - start, end: event.trigger.end - start },
  };
}

export const keyOf = (reading: Reading) => hashText(reading.report.text);

function makeRow(key: string, tellings: readonly Told[]): OccurrenceRow {
  const first = tellings[0]!;
  const { reading, event } = first;
  return {
    key,
    type: event.type,
    modes: event.modes,
    actors: refs(reading, event.actors),
    recipients: refs(reading, event.recipients),
    date: event.date ?? reading.report.published,
    dateEnd: null,
    places: event.places.map((id) => reading.places.find((place) => place.id === id)?.name ?? ""),
    score: event.score,
    goldstein: event.goldstein,
    status: event.status,
    outlets: new Set(tellings.map((one) => one.reading.report.publisher)).size,
    tellings: tellings.map((one) => viewTelling(one)),
    first: keyOf(reading),
    merged: tellings.length > 1 ? "same type, same parties, same day" : "told once",
    sentence: sentenceOf(first),
  };
}

export function viewTelling(one: Told): TellingView {
  const { reading, event } = one;
  const chain = [];
  for (let id = event.statement; id !== null; ) {
    const statement = reading.statements.find((s) => s.id === id);
    if (!statement) break;
    chain.push({
      speakers: statement.speakers.map((speaker) => entity(reading, speaker)?.name ?? "somebody"),
      act: statement.act,
    });
    id = statement.within;
  }
  return {
    report: keyOf(reading),
    event: event.key,
    claim: event.status === "negated" ? "denied" : chain.length > 0 ? "claimed" : "report",
    by: chain[0]?.speakers ?? [],
    chain: chain.length,
    publisher: reading.report.publisher,
    published: reading.report.published,
    title: reading.report.title,
    sentence: sentenceOf(one),
    claimChain: chain,
    confidence: event.confidence,
    rule: event.rule,
  };
}
