/** One act, however often it is told: the contract's record. */
import { type EventStatus, type EventType, hashText, roundNumber } from "../reading/index.js";
import { dayRange, formatDay } from "../times/index.js";
import type { Candidate } from "./candidate.js";
import type { Gathered } from "./gathered.js";
import { countOutlets } from "./outlets.js";
import { partyKey } from "./sides.js";
import { type Claim, type Party, type ToldAct, tellingKey } from "./told-act.js";

export interface Occurrence {
  /** 16 hex digits; survives a recoding as long as one of the tellings does. */
  readonly key: string;
  readonly type: EventType;
  readonly modes: readonly string[];
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  /** First and last day that the act may have been on; null where only vague tellings exist. */
  readonly date: string | null;
  readonly dateEnd: string | null;
  readonly places: readonly string[];
  readonly quad: 1 | 2 | 3 | 4;
  /** PLOVER score, −10…10: the mean over its tellings. */
  readonly score: number;
  readonly goldstein: number | null;
  readonly status: EventStatus;
  readonly tellings: readonly Telling[];
  /** Independent outlets: copies and carriers counted once. */
  readonly outlets: number;
  /** Key of the report that told it first. */
  readonly first: string;
  /** Why the tellings were taken for one act; empty where there is but one. */
  readonly merged: string;
}

export interface Telling {
  readonly report: string;
  readonly event: string;
  readonly claim: Claim;
  readonly by: readonly string[];
  readonly chain: number;
}

/** Keys of earlier occurrences by telling, so that they survive a new gathering. */
export type KnownKeys = ReadonlyMap<string, string>;

/** The records of gathered acts, in the order of their days. */
export function makeOccurrences(acts: readonly Gathered[], known: KnownKeys): readonly Occurrence[] {
  const taken = new Set<string>();
  return acts
    .map((act) => describe(act, takeKey(act, known, taken)))
    .sort((a, b) => compare(a.date ?? "", b.date ?? "") || compare(a.key, b.key));
}

function describe(act: Gathered, key: string): Occurrence {
  const told = [...act.members].sort(byTelling).map((member) => member.told);
  const surest = told.reduce((best, each) => (each.confidence > best.confidence ? each : best));
  const actors = uniqueParties(told.flatMap((telling) => telling.actors));
  return {
    key,
    type: surest.type,
    modes: unique(told.flatMap(({ modes }) => modes)),
    actors,
    // Where both sides do the same, one telling names as recipient whom another names as actor.
    recipients: uniqueParties(told.flatMap(({ recipients }) => recipients)).filter((party) => !isAmong(party, actors)),
    ...datesOf(act),
    places: unique(told.flatMap(({ places }) => places.map(({ name }) => name))),
    quad: surest.quad,
    score: roundNumber(mean(told.map(({ score }) => score))),
    goldstein: meanOfKnown(told.map(({ goldstein }) => goldstein)),
    status: statusOf(told),
    tellings: told.map(({ report, event, claim, by, chain }) => ({ report, event, claim, by, chain })),
    outlets: countOutlets(told),
    first: told[0]!.report,
    merged: unique(act.reasons).join("; "),
  };
}

/** An act's key is the one that most of its tellings had, else it is made of the telling that founded it. */
function takeKey(act: Gathered, known: KnownKeys, taken: Set<string>): string {
  const votes = new Map<string, number>();
  for (const { key } of act.members) {
    const old = known.get(key);
    if (old !== undefined && !taken.has(old)) votes.set(old, (votes.get(old) ?? 0) + 1);
  }
  const inherited = [...votes].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0];
  const key = inherited ?? hashText(`occurrence\n${act.founder.key}`).slice(0, 16);
  taken.add(key);
  return key;
}

function datesOf({ founder, days, members }: Gathered): { date: string | null; dateEnd: string | null } {
  const dated = members.filter((member) => !member.isVague);
  const voted = mostFrequent(dated.map(({ told }) => told).filter(({ isDated }) => isDated));
  const named = voted ?? (founder.isVague ? founder.told.date : null);
  const range = (named === null ? null : dayRange(named)) ?? (founder.told.date === null ? null : days);
  if (range === null) return { date: null, dateEnd: null };
  // An act that no text dates is taken for one of its first report's day.
  const first = voted === null && !founder.isVague ? range.last : range.first;
  return { date: formatDay(first), dateEnd: formatDay(range.last) };
}

function mostFrequent(told: readonly ToldAct[]): string | null {
  const counts = new Map<string, number>();
  for (const { date } of told) if (date !== null) counts.set(date, (counts.get(date) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? null;
}

/** One telling of it as news makes an act actual, though others look back on it. */
function statusOf(told: readonly ToldAct[]): EventStatus {
  const statuses = told.filter(({ claim }) => claim !== "denied").map(({ status }) => status);
  if (statuses.includes("actual")) return "actual";
  return statuses[0] ?? told[0]!.status;
}

function uniqueParties(parties: readonly Party[]): readonly Party[] {
  return [...new Map(parties.map((party) => [partyKey(party), party])).values()];
}

function isAmong(party: Party, parties: readonly Party[]): boolean {
  return parties.some((each) => partyKey(each) === partyKey(party));
}

function byTelling(one: Candidate, other: Candidate): number {
  const [a, b] = [one.told, other.told];
  return compare(a.published ?? "9999", b.published ?? "9999") || compare(tellingKey(a), tellingKey(b));
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : roundNumber(mean(known));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
