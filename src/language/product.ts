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
  /** target[at …] = matrix × vector + bias, the vector as int16 at that address in bytes. */
  readonly apply: (vector: number, target: Float64Array, at: number) => void;
  /** The same for the first `size` rows of states, one row of the target each. */
  readonly applyAll: (states: States, size: number, target: Float64Array) => void;
}

/** Places the matrix `name` in the kernel, with its vector `name.bias` where `biased`. */
export function createProduct(weights: Weights, kernel: Kernel, name: string, biased = true): Product {
  const { rows, columns, values, scales } = weights.matrix(name);
  const matrix = kernel.place(values, columns);
  const sums = kernel.reserve(8 * rows);
  const units = Float64Array.from(scales, (scale) => scale / STEP);
  const bias = biased ? Float64Array.from(weights.vector(`${name}.bias`)) : new Float64Array(rows);
  const scale = (from: number, target: Float64Array, at: number) => {
    const whole = kernel.int32();
    for (let i = 0; i < rows; i++) target[at + i] = whole[from + i]! * units[i]! + bias[i]!;
  };
  const apply = (vector: number, target: Float64Array, at: number) => {
    kernel.multiply(matrix, vector, 0, sums, rows, columns);
    scale(sums >> 2, target, at);
  };
  const applyAll = ({ address, width }: States, size: number, target: Float64Array) => {
    for (let row = 0; row < size; row += 2) {
      const vector = address + 2 * row * width;
      kernel.multiplyTwo(matrix, vector, vector + 2 * width, sums, rows, columns);
      scale(sums >> 2, target, row * rows);
      if (row + 1 < size) scale((sums >> 2) + rows, target, (row + 1) * rows);
    }
  };
  return { rows, columns, apply, applyAll };
}

/** Writes `count` real numbers from `from` on as int16 states to an address in bytes. */
export function writeStates(
  states: Int16Array,
  address: number,
  values: Float64Array,
  from: number,
  count: number,
): void {
  const to = address >> 1;
  for (let i = 0; i < count; i++) states[to + i] = quantise(values[from + i]!);
}

/** Number, counted from `from`, of the highest of `count` scores. */
export function highest(scores: Float64Array, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (scores[from + i]! > scores[from + best]!) best = i;
  return best;
}
