/** Gathers the tellings of one act: what many reports say, once. */
import { type ActIndex, createActIndex } from "./act-index.js";
import { type Candidate, makeCandidate } from "./candidate.js";
import { reasonToJoin, SLACK_DAYS } from "./compare.js";
import { applyJoins, type Decisions, mayShare } from "./decisions.js";
import { found, type Gathered, join } from "./gathered.js";
import type { ToldAct } from "./told-act.js";

/** Vague tellings that span more days than this are not looked up day by day: they stand alone or with their like. */
const LONGEST_SEARCH = 400;
const TWIN_REASON = "the same type, sides, place and vague time";

/**
 * The acts that `told` tells of, each with its tellings. The result is the same for every order of `told`:
 * tellings are taken by day, report and event, the sure ones before the vague ones.
 * Tellings without a day or without a side are left out: nothing says which act they are of.
 * Expected time is linear in the tellings.
 */
export function gatherActs(told: readonly ToldAct[], decisions: Decisions): readonly Gathered[] {
  const candidates = told.map(makeCandidate).filter((candidate) => candidate !== null);
  candidates.sort(byDay);
  const index = createActIndex();
  const acts: Gathered[] = [];
  for (const candidate of candidates.filter(({ isVague }) => !isVague)) {
    const match = bestMatch(matchesOf(candidate, index.near(candidate, SLACK_DAYS), decisions));
    if (match !== null) join(match.act, candidate, match.reason);
    else index.add(foundIn(acts, candidate));
  }
  gatherVague(
    candidates.filter(({ isVague }) => isVague),
    index,
    acts,
    decisions,
  );
  return applyJoins(acts, decisions);
}

/** "In March" belongs to what is known of March only where that is one act; else it stands with those that say no more. */
function gatherVague(candidates: readonly Candidate[], index: ActIndex, acts: Gathered[], decisions: Decisions): void {
  const alike = new Map<string, Gathered>();
  for (const candidate of candidates) {
    const matches = isSearchable(candidate) ? matchesOf(candidate, index.near(candidate, 0), decisions) : [];
    const key = JSON.stringify([candidate.blocks, candidate.days, candidate.spots, candidate.told.modes]);
    const twin = alike.get(key);
    if (matches.length === 1) join(matches[0]!.act, candidate, matches[0]!.reason);
    else if (twin !== undefined && mayShare(candidate, twin, decisions)) join(twin, candidate, TWIN_REASON);
    else alike.set(key, foundIn(acts, candidate));
  }
}

function foundIn(acts: Gathered[], candidate: Candidate): Gathered {
  const act = found(candidate);
  acts.push(act);
  return act;
}

interface Match {
  readonly act: Gathered;
  readonly reason: string;
  /** How much more than the least the two have in common. */
  readonly rank: number;
}

function matchesOf(candidate: Candidate, near: Iterable<Gathered>, decisions: Decisions): readonly Match[] {
  const seen = new Set<Gathered>();
  const matches: Match[] = [];
  for (const act of near) {
    if (seen.has(act)) continue;
    seen.add(act);
    const reason = mayShare(candidate, act, decisions) ? reasonToJoin(candidate, act) : null;
    if (reason !== null) matches.push({ act, reason, rank: reason.split(", the same").length });
  }
  return matches;
}

/** The match with most in common, of equals the one founded first. */
function bestMatch(matches: readonly Match[]): Match | null {
  return matches.reduce<Match | null>((best, match) => (best !== null && best.rank >= match.rank ? best : match), null);
}

function isSearchable({ days }: Candidate): boolean {
  return days.last - days.first <= LONGEST_SEARCH;
}

function byDay(one: Candidate, other: Candidate): number {
  return one.days.first - other.days.first || one.days.last - other.days.last || (one.key < other.key ? -1 : 1);
}
