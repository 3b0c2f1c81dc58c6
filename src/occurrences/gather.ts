/** Gathers the tellings of one act: what many reports say, once. */
import { type ActIndex, createActIndex } from "./act-index.js";
import { type Candidate, makeCandidate } from "./candidate.js";
import { compareToAct, type Likeness } from "./compare.js";
import { applyJoins, type Decisions, mayShare } from "./decisions.js";
import { found, type Gathered, join } from "./gathered.js";
import type { ToldAct } from "./told-act.js";

/** Vague tellings that span more days than this are not looked up day by day: they stand alone or with their like. */
const LONGEST_SEARCH = 400;

const TWIN_REASON = "the same type, sides, place and vague time";

/**
 * The acts that `told` tells of, each with its tellings. The result is the same for every order of `told`:
 * tellings are taken by day, report and event, those that name both sides first and the vague ones last.
 * Tellings without a day or without a side are left out: nothing says which act they are of.
 * Expected time is linear in the tellings.
 */
export function gatherActs(told: readonly ToldAct[], decisions: Decisions): readonly Gathered[] {
  const candidates = told.map(makeCandidate).filter((candidate) => candidate !== null);
  candidates.sort(byFullness);
  const index = createActIndex();
  const acts: Gathered[] = [];
  for (const candidate of candidates.filter(({ isVague }) => !isVague)) {
    const match = best(matchesOf(candidate, index, decisions));
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
    const match = isSearchable(candidate) ? only(matchesOf(candidate, index, decisions)) : null;
    const twin = alike.get(twinKey(candidate));
    if (match !== null) join(match.act, candidate, match.reason);
    else if (twin !== undefined && mayShare(candidate, twin, decisions)) join(twin, candidate, TWIN_REASON);
    else alike.set(twinKey(candidate), foundIn(acts, candidate));
  }
}

function twinKey({ homes, days, spots, told, sides }: Candidate): string {
  return JSON.stringify([homes, days, spots.map(({ name }) => name), told.modes, sides.persons]);
}

function foundIn(acts: Gathered[], candidate: Candidate): Gathered {
  const act = found(candidate);
  acts.push(act);
  return act;
}

interface Match extends Likeness {
  readonly act: Gathered;
}

function matchesOf(candidate: Candidate, index: ActIndex, decisions: Decisions): readonly Match[] {
  const matches: Match[] = [];
  for (const act of index.near(candidate, candidate.reach)) {
    const likeness = mayShare(candidate, act, decisions) ? compareToAct(candidate, act) : null;
    if (likeness !== null) matches.push({ act, ...likeness });
  }
  return matches.sort((a, b) => b.rank - a.rank || byDay(a.act.founder, b.act.founder));
}

/** The match with most in common, of equals the one founded first. */
function best(matches: readonly Match[]): Match | null {
  return matches[0] ?? null;
}

/** The match with most in common; null where another has as much. */
function only(matches: readonly Match[]): Match | null {
  const [first, second] = matches;
  return first !== undefined && (second === undefined || second.rank < first.rank) ? first : null;
}

function isSearchable({ days }: Candidate): boolean {
  return days.last - days.first <= LONGEST_SEARCH;
}

/** Fuller tellings found acts, which those that leave something out join. */
function byFullness(one: Candidate, other: Candidate): number {
  return Number(other.isWhole) - Number(one.isWhole) || byDay(one, other);
}

function byDay(one: Candidate, other: Candidate): number {
  return one.days.first - other.days.first || one.days.last - other.days.last || (one.key < other.key ? -1 : 1);
}
