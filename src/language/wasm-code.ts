/** Instructions of WebAssembly that the kernel is put together from, by their names in the specification. */

/** A number as LEB128, which WebAssembly writes lengths and offsets in. */
export function length(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...length(value >> 7)];
}

export const get = (local: number) => [0x20, local];
export const set = (local: number) => [0x21, local];
export const tee = (local: number) => [0x22, local];

/** The same real number, of 32 bits, in all four lanes. */
function allLanes(value: number): number[] {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return [0xfd, 0x0c, ...bytes, ...bytes, ...bytes, ...bytes];
}

export const op = {
  loop: [0x03, 0x40],
  end: [0x0b],
  brIf0: [0x0d, 0x00],
  i32Const: (value: number) => [0x41, ...signed(value)],
  i32Add: [0x6a],
  i32Sub: [0x6b],
  i32Shl: [0x74],
  i32LtU: [0x49],
  v128Load: (offset: number) => [0xfd, 0x00, 0x04, ...length(offset)],
  v128Load32Splat: (offset: number) => [0xfd, 0x09, 0x02, ...length(offset)],
  v128Store: (offset: number) => [0xfd, 0x0b, 0x04, ...length(offset)],
  v128Store64Lane0: (offset: number) => [0xfd, 0x5b, 0x03, ...length(offset), 0x00],
  i16x8Load8x8: (offset: number) => [0xfd, 0x01, 0x03, ...length(offset)],
  i16x8NarrowI32x4: [0xfd, 0x85, 0x01],
  i32x4Add: [0xfd, 0xae, 0x01],
  i32x4Dot: [0xfd, 0xba, 0x01],
  i32x4TruncateF32x4: [0xfd, 0xf8, 0x01],
  v128Zero: [0xfd, 0x0c, ...new Array<number>(16).fill(0)],
  f32x4Const: allLanes,
  f32x4ConvertI32x4: [0xfd, 0xfa, 0x01],
  f32x4Floor: [0xfd, 0x68],
  f32x4Add: [0xfd, 0xe4, 0x01],
  f32x4Mul: [0xfd, 0xe6, 0x01],
  f32x4Div: [0xfd, 0xe7, 0x01],
  f32x4Pmin: [0xfd, 0xea, 0x01],
  f32x4Pmax: [0xfd, 0xeb, 0x01],
} as const;

/** A positive number as signed LEB128: its last group must not look negative. */
function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >> 7)];
}

const section = (id: number, content: readonly number[]) => [id, ...length(content.length), ...content];
const name = (text: string) => [text.length, ...Array.from(text, (letter) => letter.charCodeAt(0))];

/** A function that takes `parameters` whole numbers and gives nothing back. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  /** How many locals of each kind follow the parameters, the whole numbers first. */
  readonly numbers: number;
  readonly vectors: number;
  readonly code: readonly number[];
}

const I32 = 0x7f;
const V128 = 0x7b;

/** The bytes of a module that imports `host.memory` and exports these functions. */
export function assembleModule(functions: readonly WasmFunction[]): Uint8Array {
  const count = functions.length;
  const types = functions.flatMap(({ parameters }) => [
    0x60,
    parameters,
    ...new Array<number>(parameters).fill(I32),
    0,
  ]);
  const exported = functions.flatMap((item, i) => [...name(item.name), 0x00, i]);
  const bodies = functions.flatMap(({ numbers, vectors, code }) => {
    const body = [2, numbers, I32, vectors, V128, ...code];
    return [...length(body.length), ...body];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [count, ...types]),
    ...section(2, [1, ...name("host"), ...name("memory"), 0x02, 0x00, 0x01]),
    ...section(3, [count, ...functions.map((_, i) => i)]),
    ...section(7, [count, ...exported]),
    ...section(10, [count, ...bodies]),
  ]);
}
