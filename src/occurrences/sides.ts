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
  /** Whether no actor has a country: "gunmen" contradict nobody. */
  readonly isFaceless: boolean;
  /** Persons by name as "USA yellen": of all sides where the act is mutual, else of those who act. */
  readonly persons: readonly string[];
}

/** How two tellings' sides stand to each other: the same as far as both tell, to be proved by something else, or not. */
export type Agreement = "same" | "open" | "apart";

/** A party is its country where it has one: "the ministry" and "Moscow" are one side. */
export function partyKey(party: Party): string {
  return party.country ?? party.key;
}

export function sidesOf(told: ToldAct): Sides {
  const isMutual = MUTUAL.has(told.type);
  const acting = isMutual ? [...told.actors, ...told.recipients] : told.actors;
  return {
    actors: partyKeys(acting),
    recipients: isMutual ? [] : partyKeys(told.recipients),
    isFaceless: acting.length > 0 && acting.every(({ country }) => country === null),
    persons: sorted(acting.flatMap((party) => (party.person === null ? [] : [`${partyKey(party)} ${party.person}`]))),
  };
}

/**
 * Whole sides are the same where they share somebody on each; two who do it together, where two are shared. Where one telling
 * leaves a side out, they are the same with the same actors, and open with some of them, or with the same recipients alone.
 */
export function compareSides(one: Sides, other: Sides): Agreement {
  if (isWhole(one) && isWhole(other)) return compareWhole(one, other);
  if (one.recipients.length > 0 && other.recipients.length > 0) {
    if (!meet(one.recipients, other.recipients)) return "apart";
    return sameList(one.actors, other.actors) ? "same" : "open";
  }
  if (sameList(one.actors, other.actors) && one.actors.length > 0) return "same";
  return meet(one.actors, other.actors) ? "open" : "apart";
}

function compareWhole(one: Sides, other: Sides): Agreement {
  const [together, against] = [one, other].map(({ recipients }) => recipients.length === 0);
  if (together && against) return shared(one.actors, other.actors) >= 2 ? "same" : "apart";
  // "India and China clashed" beside "China killed Indian soldiers".
  if (together || against) return shared(everybody(one), everybody(other)) >= 2 ? "open" : "apart";
  if (!meet(one.recipients, other.recipients)) return "apart";
  if (meet(one.actors, other.actors)) return "same";
  return one.isFaceless || other.isFaceless ? "open" : "apart";
}

/** Whether the tellings name persons of one country, and none of them in common: a minister's visit is not the president's. */
export function nameOthers(one: readonly string[], other: ReadonlySet<string>): boolean {
  const others = [...other].map(splitPerson);
  return one.map(splitPerson).some(({ country, words }, _, all) => {
    const compatriots = others.filter((person) => person.country === country);
    const ours = all.filter((person) => person.country === country).flatMap((person) => person.words);
    return compatriots.length > 0 && words.length > 0 && !compatriots.some((person) => meet(person.words, ours));
  });
}

/** "USA janet yellen" may be called "Yellen": one word of the name is enough. */
function splitPerson(person: string): { readonly country: string; readonly words: readonly string[] } {
  const [country = "", ...words] = person.split(" ");
  return { country, words };
}

/** Keys under which an act is found. */
export interface SideKeys {
  /** The act stands under these. */
  readonly homes: readonly string[];
  /** It looks for others under these; what finds it is found by it. */
  readonly doors: readonly string[];
}

/**
 * Tellings of one act can find each other by each pair of sides, since tellings name more of them or fewer. One that leaves out
 * a side ("!") finds whoever has the other.
 */
export function sideKeys(sides: Sides): SideKeys {
  const { actors, recipients } = sides;
  const lone = [...actors.map((actor) => `${actor}>`), ...recipients.map((recipient) => `>${recipient}`)];
  const half = lone.map((key) => `${key}!`);
  if (!isWhole(sides)) return { homes: half, doors: [...lone, ...half] };
  if (recipients.length === 0) {
    const together = pairsOf(actors);
    const against = together.flatMap(([one, other]) => [`${one}>${other}`, `${other}>${one}`]);
    const homes = together.map(([one, other]) => `${one}=${other}`);
    return { homes: [...homes, ...lone], doors: [...homes, ...against, ...half] };
  }
  const against = actors.flatMap((actor) => recipients.map((recipient) => [actor, recipient] as const));
  const homes = against.map(([actor, recipient]) => `${actor}>${recipient}`);
  const together = against.map(([actor, recipient]) => sorted([actor, recipient]).join("="));
  const faceless = sides.isFaceless ? recipients.map((recipient) => `>${recipient}`) : [];
  return {
    homes: [...homes, ...lone, ...faceless.map((key) => `${key}!`)],
    doors: [...homes, ...together, ...half, ...faceless],
  };
}

/** Each two of a sorted list. */
function pairsOf(keys: readonly string[]): readonly (readonly [string, string])[] {
  return keys.flatMap((key, i) => keys.slice(i + 1).map((other) => [key, other] as const));
}

/** Whether both sides are named, or two who do it together. */
export function isWhole({ actors, recipients }: Sides): boolean {
  return recipients.length > 0 ? actors.length > 0 : actors.length > 1;
}

function everybody({ actors, recipients }: Sides): readonly string[] {
  return sorted([...actors, ...recipients]);
}

function partyKeys(parties: readonly Party[]): readonly string[] {
  return sorted(parties.map(partyKey));
}

function sorted(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].sort();
}

function shared(some: readonly string[], others: readonly string[]): number {
  return some.filter((key) => others.includes(key)).length;
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((key) => others.includes(key));
}

function sameList(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key, i) => key === others[i]);
}
