/** A matrix of the model at work: int16 vectors in, real numbers out. */
import { LEAK, SETTLE_VECTORS } from "./assemble-vectors.js";
import type { Kernel } from "./kernel.js";
import type { Weights } from "./read-weights.js";

/** Steps of an int16 state to the unit: states reach from −16 to 16. */
export const STEP = 2048;

/** Rows of int16 states, one a word, the root's first; `address` counts bytes, `width` numbers. */
export interface States {
  readonly address: number;
  readonly width: number;
}

/** What every part of the network is built from and works in. */
export interface Workshop {
  readonly weights: Weights;
  readonly kernel: Kernel;
  /** Words of the longest sentence and its root, a multiple of eight. */
  readonly places: number;
  /** Room for the sums of any matrix with all places, which nobody needs once a part is through. */
  readonly sums: number;
}

/** A real number as a whole number of steps, held within 16 bits. */
export function quantise(value: number): number {
  return Math.max(-32767, Math.min(32767, Math.floor(value * STEP + 0.5)));
}

export interface Product {
  readonly rows: number;
  /** Where in the kernel the values lie, float32, one row a place. */
  readonly values: number;
  /** Works out matrix × vector + bias for the first `size` rows of states. */
  readonly apply: (states: States, size: number) => void;
}

/** Places the matrix `name` with its bias in the kernel; the first `rectified` of its values are shown in part below 0. */
export function createProduct({ weights, kernel, places, sums }: Workshop, name: string, rectified = 0): Product {
  const { rows, columns, values: held, scales } = weights.matrix(name);
  const bias = weights.vector(`${name}.bias`);
  const matrix = kernel.place(held);
  const table = new Float32Array(SETTLE_VECTORS * rows);
  for (let row = 0; row < rows; row++) {
    const at = 4 * SETTLE_VECTORS * (row >> 2) + (row & 3);
    table[at] = scales[row]! / STEP;
    table[at + 4] = bias[row]!;
    table[at + 8] = row < rectified ? LEAK : 1;
  }
  const placed = kernel.place(table);
  const values = kernel.reserve(4 * rows * places);
  const apply = ({ address }: States, size: number) => {
    kernel.multiply(matrix, address, sums, rows, 2 * columns, Math.ceil(size / 4));
    kernel.settle(sums, placed, values, rows / 4, size);
  };
  return { rows, values, apply };
}

/** Number, counted from `from`, of the highest of `count` scores. */
export function highest(scores: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (scores[from + i]! > scores[from + best]!) best = i;
  return best;
}
