/** The times that belong to an act, and how closely each hangs on it in the tree. */
import { childrenBy, hasRelation, type Parsed } from "../../language/index.js";
import type { Time } from "../../reading/index.js";
import type { TimeLayer, TimeMention } from "../../times/index.js";
import { type DayRange, dayRange } from "../../times/index.js";
import type { EventCandidate } from "../event-layer.js";
import { entriesWithin, formAt, isOccasion, isVerbal, lemmaAt, opensClause } from "./clauses.js";

/**
 * How a time hangs on an act, the closer the smaller: on the trigger's own words, on its clause, on a noun within the
 * clause (where a parser often leaves it), on the clause that this one continues, on the clause that reports it,
 * inside the promised act.
 */
export const TIE = { own: 0, clause: 1, noun: 2, continued: 3, reporting: 4, promised: 5 } as const;
export type Tie = (typeof TIE)[keyof typeof TIE];

/** One time expression with the days it covers, null where they cannot be told. */
export interface AttachedTime {
  readonly time: Time;
  readonly mention: TimeMention;
  readonly range: DayRange | null;
  readonly tie: Tie;
  /** Whether it says when, not since when or until when. */
  readonly isPoint: boolean;
}

/** Nouns that name acts of their own, by lemma: what is said of them is not said of the clause. */
export type ActNouns = ReadonlySet<string>;

/** Times of the trigger's sentence that belong to the act, closest first, then the finer, then in text order. */
export function findAttachedTimes(
  candidate: EventCandidate,
  parsed: Parsed,
  times: TimeLayer,
  actNouns: ActNouns,
): AttachedTime[] {
  const sentence = parsed.sentences[parsed.sentenceOf[candidate.trigger]!]!;
  const found: AttachedTime[] = [];
  for (const mention of entriesWithin(times.mentions, sentence.first, sentence.last)) {
    const time = timeOf(times, mention);
    const tie = time === null ? null : tieOf(parsed, mention, candidate, { time, actNouns });
    if (time === null || tie === null) continue;
    const range = time.value === null ? null : dayRange(time.value);
    found.push({ time, mention, range, tie, isPoint: !isLimit(parsed, mention) });
  }
  const length = ({ range }: AttachedTime) => (range === null ? Number.MAX_SAFE_INTEGER : range.last - range.first);
  return found.sort((a, b) => a.tie - b.tie || length(a) - length(b) || a.mention.first - b.mention.first);
}

/** Times and mentions run in parallel, so the id tells the number. */
export function timeOf(times: TimeLayer, mention: TimeMention): Time | null {
  const time = times.times[Number(mention.time.slice(1)) - 1];
  return time?.id === mention.time ? time : null;
}

/** "since October", "until Friday", "by 2030": an end of a stretch, no day of an act. */
function isLimit(parsed: Parsed, mention: TimeMention): boolean {
  const words = childrenBy(parsed, mention.head, "case", "mark").map((child) => formAt(parsed, child));
  for (let token = Math.max(0, mention.first - 1); token <= mention.head; token++) words.push(formAt(parsed, token));
  return words.some((word) => ["since", "until", "till", "by", "from", "through"].includes(word));
}

interface TimeInText {
  readonly time: Time;
  readonly actNouns: ActNouns;
}

function tieOf(parsed: Parsed, mention: TimeMention, candidate: EventCandidate, words: TimeInText): Tie | null {
  let throughNoun = false;
  for (let at = mention.head; at >= 0; at = parsed.head[at]!) {
    const tie = tieAt(at, candidate, throughNoun);
    if (tie !== null) return tie;
    if (at >= mention.first && at <= mention.last) continue;
    if (opensClause(parsed, at)) return tieOfClauses(parsed, at, candidate, throughNoun);
    if (isBystander(parsed, at)) continue;
    if (!mayHangOnNoun(parsed, at, mention, words)) return null;
    throughNoun = true;
  }
  return null;
}

/** The tie, where climbing from the time has come upon a word of the act. */
function tieAt(token: number, candidate: EventCandidate, throughNoun: boolean): Tie | null {
  if (token === candidate.promised && token !== candidate.trigger) return TIE.promised;
  if (token >= candidate.first && token <= candidate.last) return throughNoun ? TIE.noun : TIE.own;
  return token === candidate.clause ? (throughNoun ? TIE.noun : TIE.clause) : null;
}

/** A word within a longer expression of time or a preposition's noun that is no argument: "at dawn on Monday". */
function isBystander(parsed: Parsed, token: number): boolean {
  return (
    parsed.upos[token] === "ADV" || hasRelation(parsed, token, "obl:tmod", "obl:unmarked", "nmod:tmod", "nmod:unmarked")
  );
}

/**
 * A day that a parser hangs on a participant belongs to the clause ("met his colleague Wang Yi on Wednesday"), and so
 * does one on the occasion ("at a summit in September"); one on another act's noun is that act's ("the May attack").
 */
function mayHangOnNoun(parsed: Parsed, token: number, mention: TimeMention, { time, actNouns }: TimeInText): boolean {
  if (isVerbal(parsed, token)) return false;
  if (hasRelation(parsed, mention.head, "flat")) return parsed.upos[token] === "PROPN";
  if (hasRelation(parsed, mention.head, "compound", "nmod:poss", "amod")) return false;
  if (isOccasion(parsed, token)) return true;
  if (actNouns.has(lemmaAt(parsed, token))) return false;
  const isFine = ["day", "hour", "minute", "week", "month"].includes(time.grain ?? "");
  return isFine && hasRelation(parsed, mention.head, "nmod", "obl", "appos", "conj", "nummod", "dep");
}

/** How the clause that the time stands in is related to the act's own. */
function tieOfClauses(parsed: Parsed, clause: number, candidate: EventCandidate, throughNoun: boolean): Tie | null {
  if (parsed.head[clause] === candidate.clause && hasRelation(parsed, clause, "xcomp", "ccomp", "acl")) {
    return TIE.promised;
  }
  if (throughNoun) return null;
  let tie: Tie = TIE.continued;
  for (let at = candidate.clause; parsed.head[at]! >= 0; at = parsed.head[at]!) {
    if (hasRelation(parsed, at, "ccomp", "parataxis")) tie = TIE.reporting;
    else if (opensClause(parsed, at) && !hasRelation(parsed, at, "xcomp", "conj", "advcl")) return null;
    if (parsed.head[at] === clause) return tie;
  }
  return null;
}
