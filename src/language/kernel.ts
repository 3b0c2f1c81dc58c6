/** The arithmetic of the network, the same to the last bit on every machine: whole numbers, and real ones in a fixed order. */
import { assembleProduct, CARRY, COMPARE, MULTIPLY } from "./assemble-product.js";
import { assembleStep } from "./assemble-step.js";
import { assembleJoin, assembleRound, assembleSettle } from "./assemble-vectors.js";
import { plainFunctions } from "./plain-kernel.js";
import { assembleModule } from "./wasm-code.js";

/**
 * Sums of a matrix with several vectors that lie one behind another, as do their sums, `rows` each. Addresses are in bytes,
 * as is `bytes`, a vector's length, which divides by 4. As many rows as are worked on at once lie side by side in the matrix:
 * their first four bytes' worth of weights, then their next; `rows` divide by their number, and vectors come in `turns`.
 */
export type Multiply = (
  matrix: number,
  vectors: number,
  sums: number,
  rows: number,
  bytes: number,
  turns: number,
) => void;

/**
 * One step of a layer's cells: from the input's and the last state's sums, 16 int32 to a block of four units (four each of
 * input, forget, candidate and output gate), and a table of scales and biases, to new cells and int16 states.
 */
export type Step = (
  input: number,
  carried: number,
  table: number,
  cells: number,
  states: number,
  blocks: number,
) => void;

/** Sums of each place, `blocks` of four rows, to float32 values: × scale + bias, and in part below 0, as the table says. */
export type Settle = (sums: number, table: number, target: number, blocks: number, places: number) => void;

/** float32 values to int16 states, `blocks` of four. */
export type Round = (values: number, target: number, blocks: number) => void;

/** The sum of two rows of float32 values, in part below 0, to int16 states. */
export type Join = (one: number, other: number, target: number, blocks: number) => void;

export interface Functions {
  /** int8 weights, eight rows side by side; int16 vectors, four a turn; int32 sums. */
  readonly multiply: Multiply;
  /** int8 weights, 16 rows side by side; int16 vectors, one a turn; int32 sums. */
  readonly carry: Multiply;
  /** float32 weights, eight rows side by side; float32 vectors, four a turn, and sums. */
  readonly compare: Multiply;
  readonly step: Step;
  readonly settle: Settle;
  readonly round: Round;
  readonly join: Join;
}

/** Memory and arithmetic of one model: matrices lie in it for good, vectors are written in and sums read out. */
export interface Kernel extends Functions {
  /** Whether the host's vector instructions are at work. */
  readonly compiled: boolean;
  /** Reserves so many bytes, all 0; the address counts in bytes and divides by 16. */
  readonly reserve: (bytes: number) => number;
  /** Copies values in, as `reserve` places them. */
  readonly place: (values: Int8Array | Float32Array) => number;
  readonly int16: Int16Array;
  readonly int32: Int32Array;
  readonly float32: Float32Array;
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
  const code = assembleModule([
    ...[MULTIPLY, CARRY, COMPARE].map(assembleProduct),
    ...[assembleStep(), assembleSettle(), assembleRound(), assembleJoin()],
  ]);
  const module = compile(code, host);
  if (!host || !module) {
    const buffer = new ArrayBuffer(pages * PAGE);
    return kernelOver(buffer, plainFunctions(buffer), false);
  }
  const memory = new host.Memory({ initial: pages });
  const instance = new host.Instance(module, { host: { memory } });
  return kernelOver(memory.buffer, instance.exports, true);
}

/** Null where the host lacks vector instructions, or a page's security policy forbids to compile anything. */
function compile(code: Uint8Array, host: WasmHost | undefined): object | null {
  try {
    return host?.validate(code) ? new host.Module(code) : null;
  } catch {
    return null;
  }
}

function findHost(): WasmHost | undefined {
  return (globalThis as unknown as { WebAssembly?: WasmHost }).WebAssembly;
}

function kernelOver(buffer: ArrayBuffer, functions: Functions, compiled: boolean): Kernel {
  let free = 16;
  const reserve = (bytes: number) => {
    const address = free;
    free += Math.ceil(bytes / 16) * 16;
    if (free > buffer.byteLength) throw new RangeError("The kernel was given too little memory.");
    return address;
  };
  const place = (values: Int8Array | Float32Array) => {
    const address = reserve(values.byteLength);
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    new Uint8Array(buffer).set(bytes, address);
    return address;
  };
  return {
    ...{ ...functions, compiled, reserve, place },
    ...{ int16: new Int16Array(buffer), int32: new Int32Array(buffer), float32: new Float32Array(buffer) },
  };
}
