/** The times that belong to an act, and how closely each hangs on it in the tree. */
import { hasRelation, type Parsed } from "../../language/index.js";
import type { Time } from "../../reading/index.js";
import type { TimeLayer, TimeMention } from "../../times/index.js";
import type { EventCandidate } from "../event-layer.js";
import { type DayRange, dayRange } from "./calendar.js";
import { entriesWithin, opensClause } from "./clauses.js";

/**
 * How a time hangs on an act, the closer the smaller: on the trigger's own words, on its clause, on a name within the
 * clause (where a parser often leaves it), inside the promised act, on the clause that this one continues, on the
 * clause that reports it.
 */
export const TIE = { own: 0, clause: 1, name: 2, continued: 3, reporting: 4, promised: 5 } as const;
export type Tie = (typeof TIE)[keyof typeof TIE];

/** One time expression with the days it covers, null where they cannot be told. */
export interface AttachedTime {
  readonly time: Time;
  readonly mention: TimeMention;
  readonly range: DayRange | null;
  readonly tie: Tie;
}

/** Times of the trigger's sentence that belong to the act, closest first, then the finer, then in text order. */
export function findAttachedTimes(candidate: EventCandidate, parsed: Parsed, times: TimeLayer): AttachedTime[] {
  const sentence = parsed.sentences[parsed.sentenceOf[candidate.trigger]!]!;
  const found: AttachedTime[] = [];
  for (const mention of entriesWithin(times.mentions, sentence.first, sentence.last)) {
    const time = timeOf(times, mention);
    const tie = time === null ? null : tieOf(parsed, mention, candidate, time);
    if (time === null || tie === null) continue;
    found.push({ time, mention, range: time.value === null ? null : dayRange(time.value), tie });
  }
  return found.sort(
    (a, b) => a.tie - b.tie || lengthOf(a.range) - lengthOf(b.range) || a.mention.first - b.mention.first,
  );
}

/** Times and mentions run in parallel, so the id tells the number. */
function timeOf(times: TimeLayer, mention: TimeMention): Time | null {
  const time = times.times[Number(mention.time.slice(1)) - 1];
  return time?.id === mention.time ? time : null;
}

function lengthOf(range: DayRange | null): number {
  return range === null ? Number.MAX_SAFE_INTEGER : range.last - range.first;
}

function tieOf(parsed: Parsed, mention: TimeMention, candidate: EventCandidate, time: Time): Tie | null {
  let throughName = false;
  for (let at = mention.head; at >= 0; at = parsed.head[at]!) {
    const tie = tieAt(at, candidate, throughName);
    if (tie !== null) return tie;
    if (at >= mention.first && at <= mention.last) continue;
    if (opensClause(parsed, at)) return throughName ? null : tieOfClauses(parsed, at, candidate);
    if (isBystander(parsed, at)) continue;
    if (!mayHangOnName(parsed, at, mention, time)) return null;
    throughName = true;
  }
  return null;
}

/** The tie, where climbing from the time has come upon a word of the act. */
function tieAt(token: number, candidate: EventCandidate, throughName: boolean): Tie | null {
  if (token === candidate.promised && token !== candidate.trigger) return TIE.promised;
  if (token >= candidate.first && token <= candidate.last) return throughName ? TIE.name : TIE.own;
  return token === candidate.clause ? (throughName ? TIE.name : TIE.clause) : null;
}

/** A word within a longer expression of time or a preposition's noun that is no argument: "at dawn on Monday". */
function isBystander(parsed: Parsed, token: number): boolean {
  return (
    parsed.upos[token] === "ADV" || hasRelation(parsed, token, "obl:tmod", "obl:unmarked", "nmod:tmod", "nmod:unmarked")
  );
}

/** "met his colleague Wang Yi on Wednesday": a day that a parser hangs on a name belongs to the clause. */
function mayHangOnName(parsed: Parsed, token: number, mention: TimeMention, time: Time): boolean {
  const isDay = time.grain === "day" || time.grain === "hour" || time.grain === "minute";
  const isName = parsed.upos[token] === "PROPN" || parsed.upos[token] === "PRON";
  return isDay && isName && !hasRelation(parsed, mention.head, "compound", "nmod:poss", "amod", "flat");
}

/** How the clause that the time stands in is related to the act's own. */
function tieOfClauses(parsed: Parsed, clause: number, candidate: EventCandidate): Tie | null {
  if (parsed.head[clause] === candidate.clause && hasRelation(parsed, clause, "xcomp", "ccomp")) return TIE.promised;
  let tie: Tie = TIE.continued;
  for (let at = candidate.clause; parsed.head[at]! >= 0; at = parsed.head[at]!) {
    if (hasRelation(parsed, at, "ccomp", "parataxis")) tie = TIE.reporting;
    else if (opensClause(parsed, at) && !hasRelation(parsed, at, "xcomp", "conj", "advcl")) return null;
    if (parsed.head[at] === clause) return tie;
  }
  return null;
}
