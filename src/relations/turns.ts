/** Turns: the weeks in which what two countries do to each other changed for longer than a week. */
import { formatDay } from "../times/index.js";
import type { ScoredAct } from "./line.js";
import { costOf, findChanges } from "./pelt.js";

export interface TurnSettings {
  /** Days of one bin of the flow. */
  readonly bin: number;
  /** Penalty of a change, in units of variance times the logarithm of the number of bins. */
  readonly penalty: number;
  /** Fewest bins between two turns. */
  readonly shortest: number;
}

export const DEFAULT_TURNS: TurnSettings = { bin: 7, penalty: 1.2, shortest: 1 };

export interface FoundTurn {
  /** The day from which on the flow is another. */
  readonly date: string;
  readonly direction: "closer" | "apart";
  /** Difference of the mean scores of the acts after and before, within the neighbouring segments. */
  readonly size: number;
  /** Probability of a change here against none, from the two models' Bayesian information criteria. */
  readonly confidence: number;
  /** Keys of the acts that made it, weightiest first. */
  readonly because: readonly string[];
}

/** Acts of a turn that are named. */
const REASONS = 8;
/** One act is an act, no turn. */
const LEAST_ACTS = 2;
/** Of score units: a week whose acts sum to this is told apart from an empty one, one ten times as busy not ten times so. */
const FLOW_SCALE = 5;
/** Pairs that hardly ever meet would else turn at each meeting. */
const LEAST_VARIANCE = 0.15;

interface Segment {
  readonly start: number;
  readonly end: number;
}

/**
 * Turns between day numbers `from` and `until` (excluded), from acts in ascending order of days. The flow is the sum of scores
 * a week on a signed logarithmic scale; PELT finds where its mean changes.
 */
export function findTurns(
  acts: readonly ScoredAct[],
  from: number,
  until: number,
  settings: TurnSettings,
): readonly FoundTurn[] {
  const flow = flowOf(acts, from, until, settings.bin);
  if (flow.length < 2 * settings.shortest || acts.length < LEAST_ACTS) return [];
  const penalty = settings.penalty * varianceOf(flow) * Math.log(flow.length);
  const changes = findChanges(flow, penalty, settings.shortest);
  const bounds = [0, ...changes, flow.length];
  return changes.map((at, i) => {
    const [before, after] = [
      { start: bounds[i]!, end: at },
      { start: at, end: bounds[i + 2]! },
    ];
    return describeTurn({ acts, from, bin: settings.bin, flow }, before, after, penalty);
  });
}

export function flowOf(acts: readonly ScoredAct[], from: number, until: number, bin: number): readonly number[] {
  const sums = new Array<number>(Math.max(0, Math.ceil((until - from) / bin))).fill(0);
  for (const { day, score } of acts) if (day >= from && day < until) sums[Math.floor((day - from) / bin)]! += score;
  return sums.map((sum) => Math.sign(sum) * Math.log1p(Math.abs(sum) / FLOW_SCALE));
}

/** From the differences of neighbours, which a change of the mean moves but once. */
function varianceOf(flow: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < flow.length; i += 1) sum += (flow[i]! - flow[i - 1]!) ** 2;
  return Math.max(LEAST_VARIANCE, sum / 2 / (flow.length - 1));
}

interface Flow {
  readonly acts: readonly ScoredAct[];
  readonly from: number;
  readonly bin: number;
  readonly flow: readonly number[];
}

function describeTurn(whole: Flow, before: Segment, after: Segment, penalty: number): FoundTurn {
  const [was, is] = [meanOf(whole.flow, before), meanOf(whole.flow, after)];
  const direction = is > was ? "closer" : "apart";
  const makers = actsOf(whole, after).filter((act) => (direction === "closer" ? act.score > 0 : act.score < 0));
  const first = makers[0]?.day ?? whole.from + after.start * whole.bin;
  return {
    date: formatDay(first),
    direction,
    size: meanScore(actsOf(whole, after)) - meanScore(actsOf(whole, before)),
    confidence: confidenceOf(whole.flow, before, after, penalty),
    because: heaviest(makers, first),
  };
}

/** The gain in squared error over one segment for both, against the penalty, as odds. */
function confidenceOf(flow: readonly number[], before: Segment, after: Segment, penalty: number): number {
  const cost = costOf(flow);
  const gain = cost(before.start, after.end) - cost(before.start, before.end) - cost(after.start, after.end);
  const odds = Math.exp(Math.min(50, (gain - penalty) / (2 * varianceOf(flow))));
  return odds / (1 + odds);
}

/** Acts weigh by score, and half as much with each month after the turn. */
function heaviest(makers: readonly ScoredAct[], first: number): readonly string[] {
  const weight = ({ day, score }: ScoredAct) => Math.abs(score) * 2 ** ((first - day) / 30);
  return [...makers]
    .sort((a, b) => weight(b) - weight(a) || a.day - b.day || (a.key < b.key ? -1 : 1))
    .slice(0, REASONS)
    .map(({ key }) => key);
}

function actsOf({ acts, from, bin }: Flow, { start, end }: Segment): readonly ScoredAct[] {
  return acts.filter(({ day }) => day >= from + start * bin && day < from + end * bin);
}

function meanOf(flow: readonly number[], { start, end }: Segment): number {
  return flow.slice(start, end).reduce((sum, value) => sum + value, 0) / (end - start);
}

function meanScore(acts: readonly ScoredAct[]): number {
  return acts.length === 0 ? 0 : acts.reduce((sum, { score }) => sum + score, 0) / acts.length;
}
