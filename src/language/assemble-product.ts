/** Writes products of matrices with vectors in WebAssembly, for whole numbers or for real ones. */
import { get, op, set, tee, type WasmFunction } from "./wasm-code.js";

/** What distinguishes the kinds of product; a unit is four bytes of a vector. */
export interface Kind {
  readonly name: string;
  /** Vectors that are worked on at once, and groups of four rows. */
  readonly vectors: number;
  readonly groups: number;
  /** Bytes of four rows' weights that meet one unit of a vector. */
  readonly piece: number;
  readonly loadRows: (offset: number) => readonly number[];
  /** From weights and four times the same unit to what is added to the sums. */
  readonly multiply: readonly number[];
  readonly add: readonly number[];
}

const WHOLE = { piece: 8, loadRows: op.i16x8Load8x8, multiply: op.i32x4Dot, add: op.i32x4Add };

/** int8 weights, two columns of a row side by side, and int16 vectors, to int32 sums. */
export const MULTIPLY: Kind = { name: "multiply", vectors: 4, groups: 2, ...WHOLE };

/** The same for a lone vector. */
export const CARRY: Kind = { name: "carry", vectors: 1, groups: 4, ...WHOLE };

/** float32 weights, vectors and sums. */
export const COMPARE: Kind = {
  ...{ name: "compare", vectors: 4, groups: 2 },
  ...{ piece: 16, loadRows: op.v128Load, multiply: op.f32x4Mul, add: op.f32x4Add },
};

const MATRIX = 0;
const VECTORS = 1;
const SUMS = 2;
const ROWS = 3;
const BYTES = 4;
const TURNS = 5;
const STRIDE = 6;
const WEIGHTS = 7;
const TARGET = 8;
const LEFT = 9;
const END = 10;
const TURNS_LEFT = 11;
const FIRST_VECTOR = 12;

/** Locals of the vectors' places, of the rows' weights, of the unit at hand and of the sums. */
function localsOf({ vectors, groups }: Kind) {
  const places = Array.from({ length: vectors }, (_, v) => FIRST_VECTOR + v);
  const first = FIRST_VECTOR + vectors;
  const rows = Array.from({ length: groups }, (_, g) => first + g);
  const unit = first + groups;
  return { places, rows, unit, sum: (v: number, g: number) => unit + 1 + v * groups + g };
}

const addTo = (local: number, by: readonly number[]) => [...get(local), ...by, ...op.i32Add, ...set(local)];

/**
 * The innermost loop: a few rows against one unit of each vector in a turn, so that what is loaded serves several times. More
 * units in a turn are slower by up to half: V8 then loads them all at once and runs out of registers.
 */
function writeDot(kind: Kind): number[] {
  const { places, rows, unit, sum } = localsOf(kind);
  const load = rows.flatMap((local, g) => [...get(WEIGHTS), ...kind.loadRows(g * kind.piece), ...set(local)]);
  const add = (v: number, g: number) => [
    ...[...get(sum(v, g)), ...get(rows[g]!), ...get(unit), ...kind.multiply, ...kind.add, ...set(sum(v, g))],
  ];
  const take = (v: number) => [...get(places[v]!), ...op.v128Load32Splat(0), ...set(unit)];
  return [
    ...[...op.loop, ...load, ...places.flatMap((_, v) => [...take(v), ...rows.flatMap((_, g) => add(v, g))])],
    ...addTo(WEIGHTS, op.i32Const(kind.groups * kind.piece)),
    ...places.flatMap((local) => addTo(local, op.i32Const(4))),
    ...[...get(places[0]!), ...get(END), ...op.i32LtU, ...op.brIf0, ...op.end],
  ];
}

/** `name(matrix, vectors, sums, rows, bytes, turns)`, as `kernel.ts` says. */
export function assembleProduct(kind: Kind): WasmFunction {
  const { places, rows, sum } = localsOf(kind);
  const eachSum = (write: (v: number, g: number) => number[]) =>
    places.flatMap((_, v) => rows.flatMap((_, g) => write(v, g)));
  const start = places.flatMap((local, v) => [
    ...(v === 0 ? get(LEFT) : [...get(places[v - 1]!), ...get(BYTES), ...op.i32Add]),
    ...set(local),
  ]);
  const store = places.flatMap((_, v) => [
    ...rows.flatMap((_, g) => [...get(TARGET), ...get(sum(v, g)), ...op.v128Store(16 * g)]),
    ...addTo(TARGET, get(STRIDE)),
  ]);
  const turns = [
    ...[...op.loop, ...eachSum((v, g) => [...op.v128Zero, ...set(sum(v, g))]), ...start],
    ...[...get(MATRIX), ...set(WEIGHTS), ...get(LEFT), ...get(BYTES), ...op.i32Add, ...set(END)],
    ...[...writeDot(kind), ...store, ...get(places.at(-1)!), ...set(LEFT)],
    ...[...get(TURNS_LEFT), ...op.i32Const(1), ...op.i32Sub, ...tee(TURNS_LEFT), ...op.brIf0, ...op.end],
  ];
  const code = [
    ...[...get(ROWS), ...op.i32Const(2), ...op.i32Shl, ...set(STRIDE), ...op.loop],
    ...[...get(SUMS), ...set(TARGET), ...get(VECTORS), ...set(LEFT), ...get(TURNS), ...set(TURNS_LEFT)],
    ...[...turns, ...get(WEIGHTS), ...set(MATRIX), ...addTo(SUMS, op.i32Const(16 * kind.groups))],
    ...[...get(ROWS), ...op.i32Const(4 * kind.groups), ...op.i32Sub, ...tee(ROWS), ...op.brIf0, ...op.end, ...op.end],
  ];
  const vectors = kind.groups + 1 + kind.vectors * kind.groups;
  return { name: kind.name, parameters: 6, numbers: FIRST_VECTOR - 6 + kind.vectors, vectors, code };
}
