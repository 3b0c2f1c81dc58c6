/** Sorts a reading's events for the briefing: by what became of the act, repeats of one act brought together. */
import type { Event, EventStatus, Reading } from "../reading/index.js";
import { identifyParty } from "./format-parties.js";
import type { Scene } from "./scene.js";

/** Events less sure than this are marked and come last. */
const DOUBT = 0.5;

/** An act and every place where the report tells it. */
export interface Act {
  /** The fullest telling: it gives the act its sentence. */
  readonly main: Event;
  /** All tellings in text order, the fullest among them. */
  readonly tellings: readonly Event[];
}

/** Types whose sides act together, whichever of them is named first. */
const RECIPROCAL = ["AGREE", "CONSULT", "COOPERATE"];

/** Force and coercion come first even where the report leaves a side open. */
const GRAVE_SCORE = 7;

/** The acts of these statuses: the weighty first, then the incomplete, then the doubtful; each in the order of the text. */
export function groupEvents(reading: Reading, statuses: readonly EventStatus[], scene: Scene): Act[] {
  const buckets = new Map<string, Event[][]>();
  for (const event of reading.events) {
    if (!statuses.includes(event.status)) continue;
    const key = identifyAct(event, scene);
    const acts = buckets.get(key) ?? [];
    buckets.set(key, acts);
    const same = acts.find((tellings) => tellings.every((other) => datesAgree(other, event)));
    if (same) same.push(event);
    else acts.push([event]);
  }
  const acts = [...buckets.values()].flat().map((tellings) => ({ main: fullest(tellings), tellings }));
  return acts.sort(
    (a, b) => rankAct(a, scene) - rankAct(b, scene) || a.tellings[0]!.trigger.start - b.tellings[0]!.trigger.start,
  );
}

/** Whether none of the act's tellings is sure. */
export function isDoubtful(act: Act): boolean {
  return act.tellings.every((event) => event.confidence < DOUBT);
}

function rankAct(act: Act, scene: Scene): number {
  if (isDoubtful(act)) return 2;
  const { actors, recipients, score } = act.main;
  const parties = new Set([...actors, ...recipients].map((id) => identifyParty(id, scene)));
  return parties.size > 1 || Math.abs(score) >= GRAVE_SCORE ? 0 : 1;
}

function identifyAct(event: Event, scene: Scene): string {
  const name = (ids: readonly string[]) => [...new Set(ids.map((id) => identifyParty(id, scene)))].sort().join("|");
  if (RECIPROCAL.includes(event.type)) {
    return [event.status, event.type, name([...event.actors, ...event.recipients])].join("\n");
  }
  return [event.status, event.type, event.modes[0] ?? "", name(event.actors), name(event.recipients)].join("\n");
}

function datesAgree(a: Event, b: Event): boolean {
  return a.date === null || b.date === null || a.date === b.date;
}

function fullest(tellings: readonly Event[]): Event {
  return tellings.reduce((best, event) => (countParts(event) > countParts(best) ? event : best));
}

function countParts(event: Event): number {
  const lists = [event.actors, event.recipients, event.modes, event.places, event.quantities];
  const parts = [...lists.map((list) => list.length > 0), event.date !== null, event.due !== null];
  return parts.filter(Boolean).length;
}
