/** What is done to sums and states number by number, in plain JavaScript: the same numbers to the last bit. */
import { LEAK, SETTLE_VECTORS } from "./assemble-vectors.js";
import type { Join, Round, Settle } from "./kernel.js";

const { fround } = Math;
const LEAKED = fround(LEAK);
const rectify = (value: number, share: number) => Math.max(value, fround(value * share));

/** A float32 value as an int16 state, held within its bounds. */
export const stateOf = (value: number) =>
  Math.max(-32768, Math.min(32767, Math.floor(fround(fround(value * 2048) + 0.5))));

export function plainSettle(int32: Int32Array, float32: Float32Array): Settle {
  return (sums, table, target, blocks, places) => {
    for (let i = 0; i < 4 * blocks * places; i++) {
      const unit = i % (4 * blocks);
      const row = (table >> 2) + 4 * SETTLE_VECTORS * (unit >> 2) + (unit & 3);
      const scaled = fround(fround(int32[(sums >> 2) + i]!) * float32[row]!);
      float32[(target >> 2) + i] = rectify(fround(scaled + float32[row + 4]!), float32[row + 8]!);
    }
  };
}

export function plainRound(int16: Int16Array, float32: Float32Array): Round {
  return (values, target, blocks) => {
    for (let i = 0; i < 4 * blocks; i++) int16[(target >> 1) + i] = stateOf(float32[(values >> 2) + i]!);
  };
}

export function plainJoin(int16: Int16Array, float32: Float32Array): Join {
  return (one, other, target, blocks) => {
    for (let i = 0; i < 4 * blocks; i++) {
      const sum = fround(float32[(one >> 2) + i]! + float32[(other >> 2) + i]!);
      int16[(target >> 1) + i] = stateOf(rectify(sum, LEAKED));
    }
  };
}
