/** One step of an LSTM cell in plain JavaScript, where the host has no vector instructions. */
import { sigmoid, tanh } from "./activations.js";
import type { Step } from "./kernel.js";

/** Real numbers of the table to a pair of units: two each of input unit, bias and carried unit for each of four gates. */
export const TABLE_ROW = 24;

/** The same operations in the same order as `assemble-step.ts` writes them. */
export function plainStep(int16: Int16Array, int32: Int32Array, float64: Float64Array): Step {
  return (input, carried, table, cells, states, pairs) => {
    const gate = (unit: number, i: number) => {
      const sum = 8 * (unit >> 1) + 2 * i + (unit & 1);
      const row = (table >> 3) + TABLE_ROW * (unit >> 1) + 6 * i + (unit & 1);
      const entering = int32[(input >> 2) + sum]! * float64[row]! + float64[row + 2]!;
      return entering + int32[(carried >> 2) + sum]! * float64[row + 4]!;
    };
    for (let unit = 0; unit < 2 * pairs; unit++) {
      const cell = (cells >> 3) + unit;
      const enter = sigmoid(gate(unit, 0));
      const keep = sigmoid(gate(unit, 1));
      const candidate = tanh(gate(unit, 2));
      const show = sigmoid(gate(unit, 3));
      const next = keep * float64[cell]! + enter * candidate;
      float64[cell] = next;
      int16[(states >> 1) + unit] = Math.floor(show * tanh(next) * 2048 + 0.5);
    }
  };
}
