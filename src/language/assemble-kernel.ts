/** Writes the WebAssembly module of the kernel: matrix times vector, times two vectors, and one step of an LSTM cell. */
import { assembleStep } from "./assemble-step.js";
import { assembleModule, get, op, set, tee, type WasmFunction } from "./wasm-code.js";

const MATRIX = 0;
const VECTOR = 1;
const OTHER = 2;
const SUMS = 3;
const ROWS = 4;
const COLUMNS = 5;
const CURSOR = 6;
const VECTOR_END = 7;
const OTHER_CURSOR = 8;
const OTHER_SUMS = 9;
const FIRST_VECTOR = 10;
const ROW = [0, 1, 2, 3] as const;

/** Locals of the products with `count` vectors: the loaded pieces, a row's piece, then four sums a vector. */
function localsFor(count: number) {
  const loaded = (vector: number) => FIRST_VECTOR + vector;
  const row = FIRST_VECTOR + count;
  return { loaded, row, sum: (vector: number, i: number) => row + 1 + 4 * vector + i };
}

/** Rows go four at a time, their pieces of eight values side by side, so that one address serves all four. */
function multiply(name: string, count: 1 | 2): WasmFunction {
  const { loaded, row, sum } = localsFor(count);
  const vectors = count === 1 ? [0] : [0, 1];
  const cursors = [CURSOR, OTHER_CURSOR];
  const stepSum = (i: number) => (v: number) => [
    ...get(sum(v, i)),
    ...get(loaded(v)),
    ...get(row),
    ...op.i32x4Dot,
    ...op.i32x4Add,
    ...set(sum(v, i)),
  ];
  const stepRow = (i: number) => [
    ...[...get(MATRIX), ...op.i16x8Load8x8(8 * i), ...set(row)],
    ...vectors.flatMap(stepSum(i)),
  ];
  const load = vectors.flatMap((v) => [...get(cursors[v]!), ...op.v128Load(0), ...set(loaded(v))]);
  const move = (local: number, by: number) => [...get(local), ...op.i32Const(by), ...op.i32Add];
  const inner = [
    ...[...op.loop, ...load, ...ROW.flatMap(stepRow), ...move(MATRIX, 32), ...set(MATRIX)],
    ...(count === 2 ? [...move(OTHER_CURSOR, 16), ...set(OTHER_CURSOR)] : []),
    ...[...move(CURSOR, 16), ...tee(CURSOR), ...get(VECTOR_END), ...op.i32LtU, ...op.brIf0, ...op.end],
  ];
  const zero = vectors.flatMap((v) => ROW.flatMap((i) => [...op.v128Zero, ...set(sum(v, i))]));
  const start = [...get(VECTOR), ...set(CURSOR), ...get(OTHER), ...set(OTHER_CURSOR)];
  const target = [SUMS, OTHER_SUMS];
  const store = vectors.flatMap((v) => ROW.flatMap((i) => storeSum(target[v]!, sum(v, i), i)));
  const next = [...move(SUMS, 16), ...set(SUMS), ...move(OTHER_SUMS, 16), ...set(OTHER_SUMS)];
  const again = [...get(ROWS), ...op.i32Const(4), ...op.i32Sub, ...tee(ROWS), ...op.brIf0];
  const code = [...ends(), ...op.loop, ...zero, ...start, ...inner, ...store, ...next, ...again, ...op.end, ...op.end];
  return { name, parameters: 6, numbers: 4, vectors: 5 * count + 1, code };
}

/** Where the vector ends, and where the other vector's sums begin: right behind the first's. */
function ends(): number[] {
  const plus = (local: number, shifted: number, bits: number) => [
    ...[...get(local), ...get(shifted), ...op.i32Const(bits), ...op.i32Shl, ...op.i32Add],
  ];
  return [...plus(VECTOR, COLUMNS, 1), ...set(VECTOR_END), ...plus(SUMS, ROWS, 2), ...set(OTHER_SUMS)];
}

function storeSum(target: number, sum: number, i: number): number[] {
  const lane = (n: number) => [...get(sum), ...op.i32x4ExtractLane(n)];
  const total = [...lane(0), ...lane(1), ...op.i32Add, ...lane(2), ...op.i32Add, ...lane(3), ...op.i32Add];
  return [...get(target), ...total, ...op.i32Store(4 * i)];
}

/** The module's bytes: `multiply`, `multiplyTwo` and `step`, as `kernel.ts` describes them. */
export function assembleKernel(): Uint8Array {
  return assembleModule([multiply("multiply", 1), multiply("multiplyTwo", 2), assembleStep()]);
}
