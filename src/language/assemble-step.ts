/** Writes one step of a layer's cells in WebAssembly, four units at a time, each operation in the order of `plain-kernel.ts`. */
import { LIMIT, LOWER, UPPER } from "./activations.js";
import { storeStates } from "./assemble-vectors.js";
import { get, op, set, tee, type WasmFunction } from "./wasm-code.js";

const INPUT = 0;
const CARRIED = 1;
const TABLE = 2;
const CELLS = 3;
const STATES = 4;
const BLOCKS = 5;
const GATE = [6, 7, 8, 9] as const;
const X = 10;
const SQUARE = 11;

/** Vectors of the table to a block of four units: for each of four gates the input's scale, the bias and the carried scale. */
export const TABLE_VECTORS = 12;

/** Hyperbolic tangent of what lies on the stack. */
function tanh(): number[] {
  const polynomial = (terms: readonly number[]) => [
    ...op.f32x4Const(terms[0]!),
    ...terms.slice(1).flatMap((term) => [...get(SQUARE), ...op.f32x4Mul, ...op.f32x4Const(term), ...op.f32x4Add]),
  ];
  return [
    ...[...op.f32x4Const(LIMIT), ...op.f32x4Pmin, ...op.f32x4Const(-LIMIT), ...op.f32x4Pmax, ...tee(X)],
    ...[...get(X), ...op.f32x4Mul, ...set(SQUARE)],
    ...[...polynomial(UPPER), ...get(X), ...op.f32x4Mul, ...polynomial(LOWER), ...op.f32x4Div],
  ];
}

function sigmoid(): number[] {
  const half = [...op.f32x4Const(0.5), ...op.f32x4Mul];
  return [...half, ...tanh(), ...half, ...op.f32x4Const(0.5), ...op.f32x4Add];
}

/** A gate before its function: input sum × scale + bias + carried sum × scale. */
function gate(i: number): number[] {
  const sums = (local: number) => [...get(local), ...op.v128Load(16 * i), ...op.f32x4ConvertI32x4];
  const row = (n: number) => [...get(TABLE), ...op.v128Load(16 * (3 * i + n))];
  return [
    ...[...sums(INPUT), ...row(0), ...op.f32x4Mul, ...row(1), ...op.f32x4Add],
    ...[...sums(CARRIED), ...row(2), ...op.f32x4Mul, ...op.f32x4Add],
  ];
}

export function assembleStep(): WasmFunction {
  const [enter, keep, candidate, show] = GATE;
  const gates = GATE.flatMap((local, i) => [...gate(i), ...(local === candidate ? tanh() : sigmoid()), ...set(local)]);
  const next = [
    ...[...get(CELLS), ...get(keep), ...get(CELLS), ...op.v128Load(0), ...op.f32x4Mul],
    ...[...get(enter), ...get(candidate), ...op.f32x4Mul, ...op.f32x4Add, ...tee(candidate), ...op.v128Store(0)],
  ];
  const state = [...[...get(STATES), ...get(show), ...get(candidate), ...tanh(), ...op.f32x4Mul, ...storeStates(X)]];
  const move = (local: number, by: number) => [...get(local), ...op.i32Const(by), ...op.i32Add, ...set(local)];
  const moves = [
    ...[...move(INPUT, 64), ...move(CARRIED, 64), ...move(TABLE, 16 * TABLE_VECTORS)],
    ...[...move(CELLS, 16), ...move(STATES, 8)],
  ];
  const again = [...get(BLOCKS), ...op.i32Const(1), ...op.i32Sub, ...tee(BLOCKS), ...op.brIf0];
  const code = [...op.loop, ...gates, ...next, ...state, ...moves, ...again, ...op.end, ...op.end];
  return { name: "step", parameters: 6, numbers: 0, vectors: 6, code };
}
