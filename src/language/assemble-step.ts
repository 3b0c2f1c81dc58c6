/** Writes one step of an LSTM cell in WebAssembly, two units at a time, each operation in the order of `step-cell.ts`. */
import { LIMIT, LOWER, UPPER } from "./activations.js";
import { get, op, set, tee, type WasmFunction } from "./wasm-code.js";

const INPUT = 0;
const CARRIED = 1;
const TABLE = 2;
const CELLS = 3;
const STATES = 4;
const PAIRS = 5;
const GATE = [6, 7, 8, 9] as const;
const X = 10;
const SQUARE = 11;
const WHOLE = 12;

/** Hyperbolic tangent of what lies on the stack. */
function tanh(): number[] {
  const polynomial = (terms: readonly number[]) => [
    ...op.f64x2Const(terms[0]!),
    ...terms.slice(1).flatMap((term) => [...get(SQUARE), ...op.f64x2Mul, ...op.f64x2Const(term), ...op.f64x2Add]),
  ];
  return [
    ...[...op.f64x2Const(LIMIT), ...op.f64x2Min, ...op.f64x2Const(-LIMIT), ...op.f64x2Max, ...tee(X)],
    ...[...get(X), ...op.f64x2Mul, ...set(SQUARE)],
    ...[...polynomial(UPPER), ...get(X), ...op.f64x2Mul, ...polynomial(LOWER), ...op.f64x2Div],
  ];
}

function sigmoid(): number[] {
  const half = [...op.f64x2Const(0.5), ...op.f64x2Mul];
  return [...half, ...tanh(), ...half, ...op.f64x2Const(0.5), ...op.f64x2Add];
}

/** A gate before its activation: input sum × unit + bias + carried sum × unit. */
function gate(i: number): number[] {
  const sums = (local: number) => [...get(local), ...op.v128Load64Zero(8 * i), ...op.f64x2ConvertLow];
  const row = (n: number) => [...get(TABLE), ...op.v128Load(48 * i + 16 * n)];
  return [
    ...[...sums(INPUT), ...row(0), ...op.f64x2Mul, ...row(1), ...op.f64x2Add],
    ...[...sums(CARRIED), ...row(2), ...op.f64x2Mul, ...op.f64x2Add],
  ];
}

function storeStates(): number[] {
  const lane = (n: number) => [...get(STATES), ...get(WHOLE), ...op.i32x4ExtractLane(n), ...op.i32Store16(2 * n)];
  return [...op.f64x2Floor, ...op.i32x4TruncateZero, ...set(WHOLE), ...lane(0), ...lane(1)];
}

export function assembleStep(): WasmFunction {
  const [enter, keep, candidate, show] = GATE;
  const gates = GATE.flatMap((local, i) => [...gate(i), ...(local === candidate ? tanh() : sigmoid()), ...set(local)]);
  const next = [
    ...[...get(CELLS), ...get(keep), ...get(CELLS), ...op.v128Load(0), ...op.f64x2Mul],
    ...[...get(enter), ...get(candidate), ...op.f64x2Mul, ...op.f64x2Add, ...tee(candidate), ...op.v128Store(0)],
  ];
  const state = [
    ...[...get(show), ...get(candidate), ...tanh(), ...op.f64x2Mul, ...op.f64x2Const(2048), ...op.f64x2Mul],
    ...[...op.f64x2Const(0.5), ...op.f64x2Add, ...storeStates()],
  ];
  const move = (local: number, by: number) => [...get(local), ...op.i32Const(by), ...op.i32Add, ...set(local)];
  const moves = [...move(INPUT, 32), ...move(CARRIED, 32), ...move(TABLE, 192), ...move(CELLS, 16), ...move(STATES, 4)];
  const again = [...get(PAIRS), ...op.i32Const(1), ...op.i32Sub, ...tee(PAIRS), ...op.brIf0];
  const code = [...op.loop, ...gates, ...next, ...state, ...moves, ...again, ...op.end, ...op.end];
  return { name: "step", parameters: 6, numbers: 0, vectors: 7, code };
}
