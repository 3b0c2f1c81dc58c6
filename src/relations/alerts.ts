/** Alerts: what is unusual for a pair now, against its own past. */
import { roundNumber } from "../reading/index.js";
import type { RelationAct } from "./points.js";

export interface Alert {
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: 1 | 2 | 3 | 4;
  readonly observed: number;
  /** What the pair's own rate over the past lets expect for as many days. */
  readonly expected: number;
  /** Probability of so many acts or more at that rate. */
  readonly chance: number;
  /** Keys of the acts. */
  readonly because: readonly string[];
}

export interface AlertSettings {
  /** Days that count as now. */
  readonly window: number;
  /** Days before them that count as the past. */
  readonly past: number;
  /** Alerts are as rare as this. */
  readonly chance: number;
}

export const DEFAULT_ALERTS: AlertSettings = { window: 28, past: 730, chance: 0.01 };

/** What the past must have weighed at least, in acts: one act where there never was one is news, not yet unusual. */
const PRIOR_ACTS = 0.5;

/**
 * Quad classes with unusually many acts in the `window` days up to `today`. The past's rate is uncertain where acts were few:
 * with a gamma prior the count to expect is negative binomial, and its upper tail is the chance.
 */
export function findAlerts(acts: readonly RelationAct[], today: number, settings: AlertSettings): readonly Alert[] {
  const now = acts.filter(({ day }) => day <= today && day > today - settings.window);
  const old = acts.filter(({ day }) => day <= today - settings.window && day > today - settings.window - settings.past);
  const alerts: Alert[] = [];
  for (const quad of [4, 3, 2, 1] as const) {
    const recent = now.filter((act) => act.quad === quad);
    const shape = old.filter((act) => act.quad === quad).length + PRIOR_ACTS;
    const ratio = settings.window / settings.past;
    const chance = tailOf(recent.length, shape, ratio);
    if (recent.length < 2 || chance > settings.chance) continue;
    const because = recent.map(({ key }) => key);
    alerts.push({
      quad,
      observed: recent.length,
      expected: roundNumber(shape * ratio),
      chance: roundNumber(chance),
      because,
    });
  }
  return alerts;
}

/** P(X ≥ count) for X negative binomial with `shape` and mean `shape · ratio`. */
function tailOf(count: number, shape: number, ratio: number): number {
  let term = (1 / (1 + ratio)) ** shape;
  let below = 0;
  for (let x = 0; x < count; x += 1) {
    below += term;
    term *= ((shape + x) / (x + 1)) * (ratio / (1 + ratio));
  }
  return Math.max(0, 1 - below);
}
