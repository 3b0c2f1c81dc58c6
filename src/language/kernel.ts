/** Multiplies int8 matrices with int16 vectors in whole numbers, so that every machine gets the same sums. */
import { assembleKernel } from "./assemble-kernel.js";
import { plainStep } from "./step-cell.js";

/** Products of one matrix with one vector; addresses in bytes, sums as int32. `other` is a vector of `multiplyTwo` alone. */
export type Multiply = (
  matrix: number,
  vector: number,
  other: number,
  sums: number,
  rows: number,
  columns: number,
) => void;

/**
 * One step of an LSTM cell of `pairs` × 2 units: from the input's and the last state's sums, eight int32 a pair (two
 * units each of input, forget, candidate, output), and a table of scales and biases, to new cells and int16 states.
 */
export type Step = (
  input: number,
  carried: number,
  table: number,
  cells: number,
  states: number,
  pairs: number,
) => void;

interface Functions {
  readonly multiply: Multiply;
  /** The same with two vectors, whose matrix is then read once; the other's sums come right behind the first's. */
  readonly multiplyTwo: Multiply;
  readonly step: Step;
}

/** Memory and arithmetic of one model: matrices lie in it for good, vectors are written in and sums read out. */
export interface Kernel extends Functions {
  /** Places a matrix of int8 values; its column count must divide by 8, its row count by 4. */
  readonly place: (values: Int8Array, columns: number) => number;
  /** Reserves so many bytes; the address counts in bytes and divides by 16. */
  readonly reserve: (bytes: number) => number;
  readonly int16: () => Int16Array;
  readonly int32: () => Int32Array;
  readonly float64: () => Float64Array;
}

/** The part of the WebAssembly interface that is needed, which the language's own library does not declare. */
interface WasmHost {
  readonly Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Functions };
  readonly validate: (bytes: Uint8Array) => boolean;
}

const PAGE = 65536;

/** A kernel with room for `bytes`; in WebAssembly where the host has its vector instructions, else in plain JavaScript. */
export function createKernel(bytes: number, host: WasmHost | undefined = findHost()): Kernel {
  const pages = Math.ceil(bytes / PAGE) + 1;
  const code = assembleKernel();
  if (!host?.validate(code)) return kernelOver(new ArrayBuffer(pages * PAGE));
  const memory = new host.Memory({ initial: pages });
  const instance = new host.Instance(new host.Module(code), { host: { memory } });
  return kernelOver(memory.buffer, instance.exports);
}

function findHost(): WasmHost | undefined {
  return (globalThis as { WebAssembly?: WasmHost }).WebAssembly;
}

function kernelOver(buffer: ArrayBuffer, wasm?: Functions): Kernel {
  const int8 = new Int8Array(buffer);
  const int16 = new Int16Array(buffer);
  const int32 = new Int32Array(buffer);
  let free = 16;
  const reserve = (bytes: number) => {
    const address = free;
    free += Math.ceil(bytes / 16) * 16;
    return address;
  };
  const float64 = new Float64Array(buffer);
  const place = (values: Int8Array, columns: number) => {
    const address = reserve(values.length);
    interleave(values, columns, int8.subarray(address, address + values.length));
    return address;
  };
  const { multiply, multiplyTwo, step } = wasm ?? plainFunctions(int8, int16, int32, float64);
  return {
    ...{ place, reserve, multiply, multiplyTwo, step },
    ...{ int16: () => int16, int32: () => int32, float64: () => float64 },
  };
}

/** Four rows side by side, eight values of each in turn, as the vector instructions read them. */
function interleave(values: Int8Array, columns: number, target: Int8Array): void {
  let to = 0;
  for (let block = 0; block < values.length; block += 4 * columns) {
    for (let column = 0; column < columns; column += 8) {
      for (let row = 0; row < 4; row++) {
        const from = block + row * columns + column;
        target.set(values.subarray(from, from + 8), to);
        to += 8;
      }
    }
  }
}

function plainFunctions(int8: Int8Array, int16: Int16Array, int32: Int32Array, float64: Float64Array): Functions {
  const multiply = plainMultiply(int8, int16, int32);
  const multiplyTwo: Multiply = (matrix, vector, other, sums, rows, columns) => {
    multiply(matrix, vector, 0, sums, rows, columns);
    multiply(matrix, other, 0, sums + 4 * rows, rows, columns);
  };
  return { multiply, multiplyTwo, step: plainStep(int16, int32, float64) };
}

function plainMultiply(int8: Int8Array, int16: Int16Array, int32: Int32Array): Multiply {
  return (matrix, vector, _, sums, rows, columns) => {
    const from = vector >> 1;
    for (let row = 0; row < rows; row++) {
      let at = matrix + (row >> 2) * 4 * columns + (row & 3) * 8;
      let sum = 0;
      for (let column = 0; column < columns; column += 8) {
        for (let i = 0; i < 8; i++) sum += int8[at + i]! * int16[from + column + i]!;
        at += 32;
      }
      int32[(sums >> 2) + row] = sum;
    }
  };
}
