/** Which acts moved a closeness line between two days, and how much each. */
import { addAct, drawLine, fade, type LineSettings, NO_ACTS, type ScoredAct } from "./line.js";

export interface Share {
  /** Occurrence key. */
  readonly key: string;
  /** Score units by which this act moved the line. */
  readonly move: number;
  /** Its part of all moves of the span, whichever way, 0…1. */
  readonly share: number;
}

export interface Move {
  /** The line on the day before the span, and on its last day. */
  readonly before: number;
  readonly after: number;
  /** What of the move is no act's doing: older acts weigh less, the line drifts back towards 0. */
  readonly fading: number;
  /** Weightiest first; together with `fading` they are exactly `after − before`. */
  readonly shares: readonly Share[];
}

/**
 * Takes the line's move from the end of day `from − 1` to the end of day `until` apart. With `base` the line at `until` had
 * nothing happened since, each act of score s and weight w moved it by w (s − base) / (all weights + prior).
 */
export function explainMove(acts: readonly ScoredAct[], from: number, until: number, settings: LineSettings): Move {
  const [before, after] = drawLine(acts, [from - 1, until], settings).map((point) => point.closeness) as [
    number,
    number,
  ];
  const old = acts.filter((act) => act.day < from).reduce((sums, act) => addAct(sums, act, settings), NO_ACTS);
  const faded = fade(old, until, settings);
  const base = faded.score / (faded.weight + settings.priorActs);
  const inside = acts.filter((act) => act.day >= from && act.day <= until);
  const weights = inside.map((act) => 2 ** ((act.day - until) / settings.halfLife));
  const mass = faded.weight + settings.priorActs + weights.reduce((sum, weight) => sum + weight, 0);
  const moves = inside.map((act, i) => ({ key: act.key, move: (weights[i]! * (act.score - base)) / mass }));
  const all = moves.reduce((sum, { move }) => sum + Math.abs(move), 0);
  const shares = moves.map(({ key, move }) => ({ key, move, share: all === 0 ? 0 : Math.abs(move) / all }));
  shares.sort((a, b) => Math.abs(b.move) - Math.abs(a.move) || (a.key < b.key ? -1 : 1));
  return { before, after, fading: base - before, shares };
}
