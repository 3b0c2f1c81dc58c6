/** A matrix of the model at work: int16 vectors in, real numbers out. */
import type { Kernel } from "./kernel.js";
import type { Weights } from "./read-weights.js";

/** Steps of an int16 state to the unit: states reach from −16 to 16. */
export const STEP = 2048;

/** Rows of int16 states, one a word, the root's first; `address` counts bytes, `width` numbers. */
export interface States {
  readonly address: number;
  readonly width: number;
}

/** A real number as a whole number of steps, held within 16 bits. */
export function quantise(value: number): number {
  return Math.max(-32767, Math.min(32767, Math.floor(value * STEP + 0.5)));
}

export interface Product {
  readonly rows: number;
  readonly columns: number;
  /** matrix × vector + bias for the first `size` rows of states, one row of the target each, from `at` on. */
  readonly apply: (states: States, size: number, target: Float32Array, at: number) => void;
}

/** Places the matrix `name` with its bias in the kernel; `sums` is room for the sums of all places. */
export function createProduct(weights: Weights, kernel: Kernel, name: string, sums: number): Product {
  const { rows, columns, values, scales } = weights.matrix(name);
  const matrix = kernel.place(values);
  const units = Float64Array.from(scales, (scale) => scale / STEP);
  const bias = Float64Array.from(weights.vector(`${name}.bias`));
  const apply = ({ address }: States, size: number, target: Float32Array, at: number) => {
    kernel.multiply(matrix, address, sums, rows, 2 * columns, Math.ceil(size / 4));
    let from = sums >> 2;
    for (let to = at; to < at + size * rows; to += rows) {
      for (let i = 0; i < rows; i++) target[to + i] = kernel.int32[from++]! * units[i]! + bias[i]!;
    }
  };
  return { rows, columns, apply };
}

/** Number, counted from `from`, of the highest of `count` scores. */
export function highest(scores: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (scores[from + i]! > scores[from + best]!) best = i;
  return best;
}
