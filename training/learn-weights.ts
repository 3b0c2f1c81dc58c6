/** Logistic regression over sparse features that are on or off, by FTRL-proximal (McMahan et al. 2013). */

/** Gaps that rules leave open, `width` features to a gap, and whether a sentence ends there. */
export interface Examples {
  readonly width: number;
  /** Numbers of features, −1 where one is too rare. */
  readonly features: Int32Array;
  readonly labels: Uint8Array;
  /** Key of each feature by its number. */
  readonly keys: readonly number[];
}

const PASSES = 6;
/** The weights are a mean of those after each of the last passes. */
const AVERAGED = 3;
/** Share of features hidden at random. */
const HIDDEN = 0.1;
const RATE = 0.1;
const SHRINK = 0.1;
/** A gap that is as sure as this teaches nothing. */
const SURE = 1e-3;

/** Weights of the usable features; the greater the penalty, the more of them are 0. */
export function learnWeights(examples: Examples, usable: (feature: number) => boolean, penalty: number): Float64Array {
  const { width, features, labels, keys } = examples;
  const regression = new Regression(keys.length, penalty);
  const means = new Float64Array(keys.length);
  const random = seeded(1);
  const order = Array.from(labels, (_, i) => i);
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, random);
    for (const gap of order) {
      const own = features.subarray(gap * width, (gap + 1) * width);
      const on = own.filter((feature) => feature >= 0 && usable(feature) && random() >= HIDDEN);
      regression.learn(on, labels[gap]!);
    }
    if (pass >= PASSES - AVERAGED)
      for (let i = 0; i < means.length; i++) means[i]! += regression.weights[i]! / AVERAGED;
  }
  return means;
}

class Regression {
  readonly weights: Float64Array;
  private readonly sums: Float64Array;
  private readonly squares: Float64Array;

  constructor(
    size: number,
    private readonly penalty: number,
  ) {
    this.weights = new Float64Array(size);
    this.sums = new Float64Array(size);
    this.squares = new Float64Array(size);
  }

  learn(on: Int32Array, label: number): void {
    let sum = 0;
    for (const feature of on) sum += this.weights[feature]!;
    const slope = 1 / (1 + Math.exp(-sum)) - label;
    if (Math.abs(slope) > SURE) for (const feature of on) this.step(feature, slope);
  }

  private step(feature: number, slope: number): void {
    const before = Math.sqrt(this.squares[feature]!);
    this.squares[feature]! += slope * slope;
    const after = Math.sqrt(this.squares[feature]!);
    this.sums[feature]! += slope - ((after - before) / RATE) * this.weights[feature]!;
    const sum = this.sums[feature]!;
    const beyond = Math.max(0, Math.abs(sum) - this.penalty) * Math.sign(sum);
    this.weights[feature] = -beyond / ((1 + after) / RATE + SHRINK);
  }
}

/** A generator of numbers from 0 to 1, the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
