/** Writes what is done to sums and states number by number in WebAssembly, four at a time, in the order of `plain-vectors.ts`. */
import { get, op, set, tee, type WasmFunction } from "./wasm-code.js";

/** Below 0 a value is shown at this share. */
export const LEAK = 0.1;

/** Vectors of a table to four rows: scale, bias, and the share of what is below 0. */
export const SETTLE_VECTORS = 3;

const addTo = (local: number, by: readonly number[]) => [...get(local), ...by, ...op.i32Add, ...set(local)];
const countDown = (local: number) => [...get(local), ...op.i32Const(1), ...op.i32Sub, ...tee(local), ...op.brIf0];

/** The greater of the value on the stack and a share of it. */
const rectify = (local: number, share: readonly number[]) => [
  ...[...tee(local), ...get(local), ...share, ...op.f32x4Mul, ...op.f32x4Pmax],
];

/** Four values on the stack as int16 states, stored at the address below them. */
export const storeStates = (local: number) => [
  ...[...op.f32x4Const(2048), ...op.f32x4Mul, ...op.f32x4Const(0.5), ...op.f32x4Add, ...op.f32x4Floor],
  ...[...op.i32x4TruncateF32x4, ...tee(local), ...get(local), ...op.i16x8NarrowI32x4, ...op.v128Store64Lane0(0)],
];

/** `settle(sums, table, target, blocks, places)`: int32 sums of each place to float32 values. */
export function assembleSettle(): WasmFunction {
  const [SUMS, TABLE, TARGET, BLOCKS, PLACES, ROW, LEFT, VALUE] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const row = (vector: number) => [...get(ROW), ...op.v128Load(16 * vector)];
  const block = [
    ...[...get(TARGET), ...get(SUMS), ...op.v128Load(0), ...op.f32x4ConvertI32x4, ...row(0), ...op.f32x4Mul],
    ...[...row(1), ...op.f32x4Add, ...rectify(VALUE, row(2)), ...op.v128Store(0)],
    ...[...addTo(SUMS, op.i32Const(16)), ...addTo(TARGET, op.i32Const(16))],
    ...addTo(ROW, op.i32Const(16 * SETTLE_VECTORS)),
  ];
  const blocks = [
    ...get(TABLE),
    ...set(ROW),
    ...get(BLOCKS),
    ...set(LEFT),
    ...op.loop,
    ...block,
    ...countDown(LEFT),
    ...op.end,
  ];
  const code = [...op.loop, ...blocks, ...countDown(PLACES), ...op.end, ...op.end];
  return { name: "settle", parameters: 5, numbers: 2, vectors: 1, code };
}

/** `round(values, target, blocks)`: float32 values to int16 states. */
export function assembleRound(): WasmFunction {
  const [VALUES, TARGET, BLOCKS, VALUE] = [0, 1, 2, 3] as const;
  const block = [
    ...[...get(TARGET), ...get(VALUES), ...op.v128Load(0), ...storeStates(VALUE)],
    ...[...addTo(VALUES, op.i32Const(16)), ...addTo(TARGET, op.i32Const(8))],
  ];
  const code = [...op.loop, ...block, ...countDown(BLOCKS), ...op.end, ...op.end];
  return { name: "round", parameters: 3, numbers: 0, vectors: 1, code };
}

/** `join(one, other, target, blocks)`: rectified sums of two rows of float32 values as int16 states. */
export function assembleJoin(): WasmFunction {
  const [ONE, OTHER, TARGET, BLOCKS, VALUE] = [0, 1, 2, 3, 4] as const;
  const block = [
    ...[...get(TARGET), ...get(ONE), ...op.v128Load(0), ...get(OTHER), ...op.v128Load(0), ...op.f32x4Add],
    ...[...rectify(VALUE, op.f32x4Const(LEAK)), ...storeStates(VALUE)],
    ...[...addTo(ONE, op.i32Const(16)), ...addTo(OTHER, op.i32Const(16)), ...addTo(TARGET, op.i32Const(8))],
  ];
  const code = [...op.loop, ...block, ...countDown(BLOCKS), ...op.end, ...op.end];
  return { name: "join", parameters: 4, numbers: 0, vectors: 1, code };
}
