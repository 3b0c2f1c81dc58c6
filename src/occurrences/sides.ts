/** The sides of an act, as far as two tellings can be compared by them. */
import type { EventType } from "../reading/index.js";
import type { Party, ToldAct } from "./told-act.js";

/** Types in which both sides do the same: who of them is named as actor is a matter of the telling. */
const MUTUAL: ReadonlySet<EventType> = new Set(["AGREE", "CONSULT", "COOPERATE"]);

export interface Sides {
  /** Who acts, or everybody where the act is mutual; sorted. */
  readonly actors: readonly string[];
  /** To whom; empty where the act is mutual or nobody is named. */
  readonly recipients: readonly string[];
}

/** A party is its country where it has one: "the ministry" and "Moscow" are one side. */
export function partyKey(party: Party): string {
  return party.country ?? party.key;
}

export function sidesOf(told: ToldAct): Sides {
  const [actors, recipients] = [partyKeys(told.actors), partyKeys(told.recipients)];
  return MUTUAL.has(told.type)
    ? { actors: sorted([...actors, ...recipients]), recipients: [] }
    : { actors, recipients };
}

/** Whether two tellings can be of the same sides: on each side that both name, they share somebody. */
export function agree(one: Sides, other: Sides): boolean {
  if (!isPair(one) || !isPair(other))
    return sameList(one.actors, other.actors) && sidesMeet(one.recipients, other.recipients);
  if (one.recipients.length > 0) return meet(one.actors, other.actors) && meet(one.recipients, other.recipients);
  return one.actors.filter((key) => other.actors.includes(key)).length >= 2;
}

/**
 * Keys under which tellings of one act can find each other: each pair of sides, since tellings name more of them or fewer,
 * and the actors alone, for those that name no recipient.
 */
export function pairKeys({ actors, recipients }: Sides): readonly string[] {
  const pairs =
    recipients.length > 0
      ? actors.flatMap((actor) => recipients.map((recipient) => `${actor}>${recipient}`))
      : actors.flatMap((actor, i) => actors.slice(i + 1).map((other) => `${actor}=${other}`));
  return [...pairs, `${actors.join("+")}>`];
}

function isPair({ actors, recipients }: Sides): boolean {
  return recipients.length > 0 ? actors.length > 0 : actors.length > 1;
}

function partyKeys(parties: readonly Party[]): readonly string[] {
  return sorted(parties.map(partyKey));
}

function sorted(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].sort();
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((key) => others.includes(key));
}

function sidesMeet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === 0 || others.length === 0 || meet(some, others);
}

function sameList(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key, i) => key === others[i]);
}
