/** Logistic regression on what `scoreWords` adds up, by AdaGrad; and its weights as whole numbers. */
import { describeEnglish, FEATURE_BITS } from "../../src/report/english-features.js";
import { scoreWords } from "../../src/report/english-model.js";
import type { Samples } from "./samples.js";

const SIZE = 1 << FEATURE_BITS;
/** How much a weight of 1 tells, and the pace of learning. */
const [SCALE, RATE] = [20, 0.15];
/** A text that is as sure as this teaches nothing. */
const SURE = 1e-4;
/** So many of the greatest weights are cut to the greatest whole number. */
const CUT = 200;
const GREATEST = 127;

export interface Learnt {
  readonly weights: Int8Array;
  readonly bias: number;
}

/** Learns from `passes` times `count` texts, half of them English; no text is drawn twice on purpose. */
export function learnEnglish(samples: Samples, isEnglish: () => boolean, passes: number, count: number): Learnt {
  const regression = new Regression();
  for (let pass = 0; pass < passes; pass++) {
    let loss = 0;
    for (let i = 0; i < count; i++) {
      const label = isEnglish();
      loss += regression.learn(label ? samples.english() : samples.other(), label, 1 - pass / passes);
    }
    console.log(`pass ${pass + 1}: loss ${(loss / count).toFixed(4)}`);
  }
  return regression.round();
}

class Regression {
  readonly #weights = new Float64Array(SIZE);
  readonly #squares = new Float64Array(SIZE).fill(1e-6);
  #bias = 0;
  #biasSquares = 1e-6;

  /** The loss of the text before it was learnt from. */
  learn(text: string, label: boolean, pace: number): number {
    const words = [...describeEnglish(text)];
    if (words.length === 0) return 0;
    const sum = SCALE * scoreWords(words, (feature) => this.#weights[feature]!) + this.#bias;
    const chance = 1 / (1 + Math.exp(-sum));
    const slope = chance - (label ? 1 : 0);
    if (Math.abs(slope) > SURE) this.#step(words, slope, pace);
    return -Math.log(Math.max(1e-9, 1 - Math.abs(slope)));
  }

  #step(words: readonly (readonly number[])[], slope: number, pace: number): void {
    for (const features of words) {
      const own = (slope * SCALE) / (features.length * Math.sqrt(words.length));
      for (const feature of features) {
        this.#squares[feature]! += own * own;
        this.#weights[feature]! -= (pace * RATE * own) / Math.sqrt(this.#squares[feature]!);
      }
    }
    this.#biasSquares += slope * slope;
    this.#bias -= (0.1 * slope) / Math.sqrt(this.#biasSquares);
  }

  round(): Learnt {
    const unit = this.#weights.map(Math.abs).sort().at(-CUT)! / GREATEST;
    const whole = this.#weights.map((weight) => Math.max(-GREATEST, Math.min(GREATEST, Math.round(weight / unit))));
    return { weights: Int8Array.from(whole), bias: Math.round(this.#bias / (SCALE * unit)) };
  }
}
