import { describe, expect, it } from "vitest";
import { TABLE_VECTORS } from "./assemble-step.js";
import { createKernel } from "./kernel.js";

type Host = Parameters<typeof createKernel>[1];

/** A host without vector instructions. */
const PLAIN = { ...(globalThis as { WebAssembly?: object }).WebAssembly, validate: () => false } as unknown as Host;

const ROWS = 16;
const COLUMNS = 24;
const VECTORS = 8;

/** Whole numbers that look random, from −limit to limit. */
const numbers = (count: number, limit: number) =>
  Array.from({ length: count }, (_, i) => ((i * 1_299_709 + 31) % (2 * limit + 1)) - limit);

function wholeSums(host: Host): number[] {
  const kernel = createKernel(65536, host);
  const matrix = kernel.place(Int8Array.from(numbers(ROWS * COLUMNS, 127)));
  const vectors = kernel.reserve(2 * COLUMNS * VECTORS);
  const sums = kernel.reserve(4 * ROWS * VECTORS);
  kernel.int16.set(numbers(COLUMNS * VECTORS, 32767), vectors >> 1);
  kernel.multiply(matrix, vectors, sums, ROWS, 2 * COLUMNS, VECTORS / 4);
  return Array.from(kernel.int32.subarray(sums >> 2, (sums >> 2) + ROWS * VECTORS));
}

function realSums(host: Host): number[] {
  const kernel = createKernel(65536, host);
  const matrix = kernel.place(Float32Array.from(numbers(ROWS * COLUMNS, 4001), (n) => n / 1237));
  const vectors = kernel.place(Float32Array.from(numbers(COLUMNS * VECTORS, 919), (n) => n / 331));
  const sums = kernel.reserve(4 * ROWS * VECTORS);
  kernel.compare(matrix, vectors, sums, ROWS, 4 * COLUMNS, VECTORS / 4);
  return Array.from(kernel.float32.subarray(sums >> 2, (sums >> 2) + ROWS * VECTORS));
}

/** States and cells of eight units after two steps. */
function stepped(host: Host): number[] {
  const kernel = createKernel(65536, host);
  const units = 8;
  const input = kernel.reserve(4 * 4 * units);
  const carried = kernel.reserve(4 * 4 * units);
  kernel.int32.set(numbers(4 * units, 5_000_000), input >> 2);
  kernel.int32.set(numbers(4 * units, 3_999_999), carried >> 2);
  const table = kernel.place(
    Float32Array.from({ length: 4 * TABLE_VECTORS * (units / 4) }, (_, i) =>
      (i >> 2) % 3 === 1 ? (((i * 53) % 17) - 8) / 10 : 1e-6 * (1 + ((i * 37) % 11)),
    ),
  );
  const [cells, states] = [kernel.reserve(4 * units), kernel.reserve(2 * units)];
  kernel.float32.set([0.5, -0.25, 1.75, 0, -3, 9, 0.1, -12], cells >> 2);
  kernel.step(input, carried, table, cells, states, units / 4);
  const first = Array.from(kernel.int16.subarray(states >> 1, (states >> 1) + units));
  kernel.step(carried, input, table, cells, states, units / 4);
  const second = kernel.int16.subarray(states >> 1, (states >> 1) + units);
  return [...first, ...second, ...kernel.float32.subarray(cells >> 2, (cells >> 2) + units)];
}

/** Sums of 64 rows with a lone vector. */
function carriedSums(host: Host): number[] {
  const kernel = createKernel(65536, host);
  const matrix = kernel.place(Int8Array.from(numbers(64 * COLUMNS, 127)));
  const vector = kernel.reserve(2 * COLUMNS);
  const sums = kernel.reserve(4 * 64);
  kernel.int16.set(numbers(COLUMNS, 32767), vector >> 1);
  kernel.carry(matrix, vector, sums, 64, 2 * COLUMNS, 1);
  return Array.from(kernel.int32.subarray(sums >> 2, (sums >> 2) + 64));
}

/** Sums settled, rounded and joined. */
function settled(host: Host): number[] {
  const kernel = createKernel(65536, host);
  const [rows, places] = [8, 3];
  const sums = kernel.reserve(4 * rows * places);
  kernel.int32.set(numbers(rows * places, 5_000_000), sums >> 2);
  const table = kernel.place(
    Float32Array.from({ length: 3 * rows }, (_, i) => [1e-5, 0.25, i < 12 ? 0.1 : 1][(i >> 2) % 3]! * (1 + (i % 3))),
  );
  const values = kernel.reserve(4 * rows * places);
  const states = kernel.reserve(4 * rows * places);
  kernel.settle(sums, table, values, rows / 4, places);
  kernel.round(values, states, rows / 4);
  kernel.join(values, values + 8 * rows, states + 2 * rows, rows / 4);
  const found = kernel.float32.subarray(values >> 2, (values >> 2) + rows * places);
  return [...found, ...kernel.int16.subarray(states >> 1, (states >> 1) + 2 * rows)];
}

describe("createKernel", () => {
  it("multiplies rows with vectors in whole numbers", () => {
    const kernel = createKernel(65536);
    const values = new Int8Array(8 * 8);
    values.set([1, -2], 2 * 3);
    values.set([3], 16 + 2 * 3);
    const matrix = kernel.place(values);
    const vectors = kernel.reserve(4 * 16);
    const sums = kernel.reserve(4 * 32);
    kernel.int16.set([100, 10, -1], vectors >> 1);
    kernel.int16.set([1, 0, 0], (vectors >> 1) + 8);
    kernel.multiply(matrix, vectors, sums, 8, 16, 1);
    const found = Array.from(kernel.int32.subarray(sums >> 2, (sums >> 2) + 32));
    expect(found).toEqual(Array.from({ length: 32 }, (_, i) => (i === 3 ? 77 : i === 11 ? 1 : 0)));
  });

  it("keeps a cell whose forget gate is open, and shows it where the output gate is", () => {
    const kernel = createKernel(65536);
    const table = new Float32Array(4 * TABLE_VECTORS);
    table.fill(-1e3, 4, 8).fill(1e3, 16, 20).fill(1e3, 40, 44);
    const at = kernel.place(table);
    const [sums, states, cells] = [kernel.reserve(64), kernel.reserve(16), kernel.reserve(16)];
    kernel.float32.set([0, 0.5, 1, -20], cells >> 2);
    kernel.step(sums, sums, at, cells, states, 1);
    for (const [i, cell] of [0, 0.5, 1, -20].entries()) {
      expect(kernel.float32[(cells >> 2) + i]! / (cell || 1)).toBeCloseTo(cell ? 1 : 0, 3);
      expect(Math.abs(kernel.int16[(states >> 1) + i]! - 2048 * Math.tanh(cell))).toBeLessThan(1);
    }
  });

  it("gives the same sums with and without the host's vector instructions", () => {
    expect(wholeSums(PLAIN)).toEqual(wholeSums(undefined));
    expect(realSums(PLAIN)).toEqual(realSums(undefined));
    expect(carriedSums(PLAIN)).toEqual(carriedSums(undefined));
  });

  it("takes the same step with and without the host's vector instructions", () => {
    const found = stepped(undefined);
    expect(found.filter((value) => value !== 0).length).toBeGreaterThan(12);
    expect(stepped(PLAIN)).toEqual(found);
  });

  it("settles, rounds and joins alike with and without the host's vector instructions", () => {
    const found = settled(undefined);
    expect(found.some((value) => value < 0)).toBe(true);
    expect(found.some((value) => value === 32767)).toBe(true);
    expect(settled(PLAIN)).toEqual(found);
  });

  it("refuses to reserve more than it has", () => {
    expect(() => createKernel(1).reserve(1 << 20)).toThrow(RangeError);
  });
});
