/** The kernel in plain JavaScript, where the host has no vector instructions: the same numbers to the last bit. */
import { sigmoid, tanh } from "./activations.js";
import { CARRY, COMPARE, type Kind, MULTIPLY } from "./assemble-product.js";
import { TABLE_VECTORS } from "./assemble-step.js";
import type { Functions, Multiply, Step } from "./kernel.js";
import { plainJoin, plainRound, plainSettle, stateOf } from "./plain-vectors.js";

const { fround } = Math;

/** The functions of the kernel over one buffer. */
export function plainFunctions(buffer: ArrayBuffer): Functions {
  const int16 = new Int16Array(buffer);
  const int32 = new Int32Array(buffer);
  const float32 = new Float32Array(buffer);
  const whole = (kind: Kind) => eachSum(kind, int32, wholeDot(new Int8Array(buffer), int16, 4 * kind.groups));
  return {
    multiply: whole(MULTIPLY),
    carry: whole(CARRY),
    compare: eachSum(COMPARE, float32, realDot(float32, 4 * COMPARE.groups)),
    step: plainStep(int16, int32, float32),
    settle: plainSettle(int32, float32),
    round: plainRound(int16, float32),
    join: plainJoin(int16, float32),
  };
}

/** The dot product of a row of a matrix with the vector of so many bytes at an address. */
type Dot = (matrix: number, row: number, vector: number, bytes: number) => number;

function eachSum({ vectors }: Kind, target: Int32Array | Float32Array, dot: Dot): Multiply {
  return (matrix, first, sums, rows, bytes, turns) => {
    for (let vector = 0; vector < vectors * turns; vector++) {
      const at = (sums >> 2) + vector * rows;
      for (let row = 0; row < rows; row++) target[at + row] = dot(matrix, row, first + vector * bytes, bytes);
    }
  };
}

/** For a matrix of which so many rows lie side by side. */
function wholeDot(int8: Int8Array, int16: Int16Array, side: number): Dot {
  return (matrix, row, vector, bytes) => {
    const from = vector >> 1;
    let at = matrix + Math.floor(row / side) * side * (bytes >> 1) + 2 * (row % side);
    let sum = 0;
    for (let column = 0; column < bytes >> 1; column += 2) {
      sum += int8[at]! * int16[from + column]! + int8[at + 1]! * int16[from + column + 1]!;
      at += 2 * side;
    }
    return sum;
  };
}

function realDot(float32: Float32Array, side: number): Dot {
  return (matrix, row, vector, bytes) => {
    const from = vector >> 2;
    let at = (matrix >> 2) + Math.floor(row / side) * side * (bytes >> 2) + (row % side);
    let sum = 0;
    for (let column = 0; column < bytes >> 2; column++) {
      sum = fround(sum + fround(float32[at]! * float32[from + column]!));
      at += side;
    }
    return sum;
  };
}

function plainStep(int16: Int16Array, int32: Int32Array, float32: Float32Array): Step {
  return (input, carried, table, cells, states, blocks) => {
    for (let unit = 0; unit < 4 * blocks; unit++) {
      const lane = unit & 3;
      const sum = 16 * (unit >> 2) + lane;
      const row = (table >> 2) + 4 * TABLE_VECTORS * (unit >> 2) + lane;
      const gate = (i: number) => {
        const scaled = fround(fround(int32[(input >> 2) + sum + 4 * i]!) * float32[row + 12 * i]!);
        const passed = fround(fround(int32[(carried >> 2) + sum + 4 * i]!) * float32[row + 12 * i + 8]!);
        return fround(fround(scaled + float32[row + 12 * i + 4]!) + passed);
      };
      const cell = (cells >> 2) + unit;
      const kept = fround(sigmoid(gate(1)) * float32[cell]!);
      const next = fround(kept + fround(sigmoid(gate(0)) * tanh(gate(2))));
      float32[cell] = next;
      const state = fround(sigmoid(gate(3)) * tanh(next));
      int16[(states >> 1) + unit] = stateOf(state);
    }
  };
}
