/** Writes the WebAssembly module of the kernel: one function that multiplies four rows at a time. */

/** Instructions of WebAssembly that the kernel uses, by their names in the specification. */
const op = {
  loop: [0x03, 0x40],
  end: [0x0b],
  brIf0: [0x0d, 0x00],
  i32Store: (offset: number) => [0x36, 0x02, offset],
  i32Const: (value: number) => [0x41, value],
  i32Add: [0x6a],
  i32Sub: [0x6b],
  i32Shl: [0x74],
  i32LtU: [0x49],
  v128Load: [0xfd, 0x00, 0x04, 0x00],
  i16x8Load8x8: [0xfd, 0x01, 0x03, 0x00],
  v128Zero: [0xfd, 0x0c, ...new Array<number>(16).fill(0)],
  i32x4ExtractLane: (lane: number) => [0xfd, 0x1b, lane],
  i32x4Add: [0xfd, 0xae, 0x01],
  i32x4Dot: [0xfd, 0xba, 0x01],
} as const;

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];

/** Numbers of the parameters and locals. */
const MATRIX = 0;
const VECTOR = 1;
const SUMS = 2;
const ROWS = 3;
const COLUMNS = 4;
const CURSOR = 5;
const VECTOR_END = 6;
const ROW = [0, 7, 8, 9] as const;
const LOADED = 10;
const SUM = [11, 12, 13, 14] as const;

const I32 = 0x7f;
const V128 = 0x7b;

/** One step along the columns for one of the four rows: eight products, added up in fours. */
function stepRow(i: number): number[] {
  const row = ROW[i]!;
  const sum = SUM[i]!;
  return [
    ...[...get(sum), ...get(LOADED), ...get(row), ...op.i16x8Load8x8, ...op.i32x4Dot, ...op.i32x4Add, ...set(sum)],
    ...[...get(row), ...op.i32Const(8), ...op.i32Add, ...set(row)],
  ];
}

function storeSum(i: number): number[] {
  const lane = (n: number) => [...get(SUM[i]!), ...op.i32x4ExtractLane(n)];
  const total = [...lane(0), ...lane(1), ...op.i32Add, ...lane(2), ...op.i32Add, ...lane(3), ...op.i32Add];
  return [...get(SUMS), ...total, ...op.i32Store(4 * i)];
}

/** The four rows begin one row's width after one another; rows are int8, so a row's width is its column count. */
function startRows(): number[] {
  const next = (i: number) => [...get(ROW[i - 1]!), ...get(COLUMNS), ...op.i32Add, ...set(ROW[i]!)];
  const zero = SUM.flatMap((sum) => [...op.v128Zero, ...set(sum)]);
  return [...zero, ...next(1), ...next(2), ...next(3), ...get(VECTOR), ...set(CURSOR)];
}

function body(): number[] {
  const end = [...get(VECTOR), ...get(COLUMNS), ...op.i32Const(1), ...op.i32Shl, ...op.i32Add, ...set(VECTOR_END)];
  const inner = [
    ...[...op.loop, ...get(CURSOR), ...op.v128Load, ...set(LOADED)],
    ...[0, 1, 2, 3].flatMap(stepRow),
    ...[...get(CURSOR), ...op.i32Const(16), ...op.i32Add, ...tee(CURSOR), ...get(VECTOR_END), ...op.i32LtU],
    ...[...op.brIf0, ...op.end],
  ];
  const advance = [
    ...[...get(ROW[3]), ...set(MATRIX), ...get(SUMS), ...op.i32Const(16), ...op.i32Add, ...set(SUMS)],
    ...[...get(ROWS), ...op.i32Const(4), ...op.i32Sub, ...tee(ROWS)],
  ];
  const stores = [0, 1, 2, 3].flatMap(storeSum);
  return [...end, ...op.loop, ...startRows(), ...inner, ...stores, ...advance, ...op.brIf0, ...op.end, ...op.end];
}

/** A number as LEB128, which WebAssembly writes lengths in. */
function length(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...length(value >> 7)];
}

const section = (id: number, content: readonly number[]) => [id, ...length(content.length), ...content];
const name = (text: string) => [text.length, ...Array.from(text, (letter) => letter.charCodeAt(0))];

/** The module's bytes: imports `host.memory`, exports `multiply(matrix, vector, sums, rows, columns)`. */
export function assembleKernel(): Uint8Array {
  const locals = [3, 5, I32, 1, V128, 4, V128];
  const code = [...locals, ...body()];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 5, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...name("host"), ...name("memory"), 0x02, 0x00, 0x01]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("multiply"), 0x00, 0x00]),
    ...section(10, [1, ...length(code.length), ...code]),
  ]);
}
