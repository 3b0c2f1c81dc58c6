/** Multiplies int8 matrices with int16 vectors in whole numbers, so that every machine gets the same sums. */
import { assembleKernel } from "./assemble-kernel.js";

/** Memory and multiplication of one model: matrices lie in it for good, vectors are written in and sums read out. */
export interface Kernel {
  /** Places a matrix of int8 values, row by row; its column count must divide by 8, its row count by 4. */
  readonly place: (values: Int8Array) => number;
  /** Reserves room for so many int16 or int32 numbers; the address counts in bytes. */
  readonly reserve: (bytes: number) => number;
  readonly int16: () => Int16Array;
  readonly int32: () => Int32Array;
  /** sums = matrix × vector; addresses in bytes, sums as int32. */
  readonly multiply: (matrix: number, vector: number, sums: number, rows: number, columns: number) => void;
}

type Multiply = Kernel["multiply"];

/** The part of the WebAssembly interface that is needed, which the language's own library does not declare. */
interface WasmHost {
  readonly Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly multiply: Multiply } };
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
  return kernelOver(memory.buffer, instance.exports.multiply);
}

function findHost(): WasmHost | undefined {
  return (globalThis as { WebAssembly?: WasmHost }).WebAssembly;
}

function kernelOver(buffer: ArrayBuffer, wasm?: Multiply): Kernel {
  const int8 = new Int8Array(buffer);
  const int16 = new Int16Array(buffer);
  const int32 = new Int32Array(buffer);
  let free = 16;
  const reserve = (bytes: number) => {
    const address = free;
    free += Math.ceil(bytes / 16) * 16;
    return address;
  };
  const place = (values: Int8Array) => {
    const address = reserve(values.length);
    int8.set(values, address);
    return address;
  };
  const multiply = wasm ?? plainMultiply(int8, int16, int32);
  return { place, reserve, int16: () => int16, int32: () => int32, multiply };
}

function plainMultiply(int8: Int8Array, int16: Int16Array, int32: Int32Array): Multiply {
  return (matrix, vector, sums, rows, columns) => {
    const from = vector >> 1;
    let at = matrix;
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let column = 0; column < columns; column++) sum += int8[at++]! * int16[from + column]!;
      int32[(sums >> 2) + row] = sum;
    }
  };
}
