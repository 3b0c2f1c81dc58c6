import { describe, expect, it } from "vitest";
import { createKernel } from "./kernel.js";

const ROWS = 8;
const COLUMNS = 24;

function productWith(host: Parameters<typeof createKernel>[1]): number[] {
  const kernel = createKernel(4096, host);
  const matrix = kernel.place(
    Int8Array.from({ length: ROWS * COLUMNS }, (_, i) => ((i * 89) % 255) - 127),
    COLUMNS,
  );
  const vector = kernel.reserve(2 * COLUMNS);
  const sums = kernel.reserve(4 * ROWS);
  kernel.int16().set(
    Array.from({ length: COLUMNS }, (_, i) => ((i * 7919) % 65535) - 32767),
    vector >> 1,
  );
  kernel.multiply(matrix, vector, 0, sums, ROWS, COLUMNS);
  return Array.from(kernel.int32().subarray(sums >> 2, (sums >> 2) + ROWS));
}

describe("createKernel", () => {
  it("multiplies a matrix with a vector in whole numbers", () => {
    const kernel = createKernel(4096);
    const values = new Int8Array(4 * 8);
    values.set([1, -2, 3], 8);
    const matrix = kernel.place(values, 8);
    const vector = kernel.reserve(16);
    const sums = kernel.reserve(16);
    kernel.int16().set([100, 10, -1], vector >> 1);
    kernel.multiply(matrix, vector, 0, sums, 4, 8);
    expect(Array.from(kernel.int32().subarray(sums >> 2, (sums >> 2) + 4))).toEqual([0, 77, 0, 0]);
  });

  it("gives the same sums with and without the host's vector instructions", () => {
    const none = { ...(globalThis as { WebAssembly?: object }).WebAssembly, validate: () => false };
    expect(productWith(none as never)).toEqual(productWith(undefined));
  });

  it("takes the same step of a cell, and two vectors at once, with and without vector instructions", () => {
    const none = { ...(globalThis as { WebAssembly?: object }).WebAssembly, validate: () => false };
    expect(stepWith(none as never)).toEqual(stepWith(undefined));
  });
});

/** Two vectors through a matrix of two pairs' gates, and a step whose input is the first and whose carried sums the second. */
function stepWith(host: Parameters<typeof createKernel>[1]): number[] {
  const kernel = createKernel(4096, host);
  const values = Int8Array.from({ length: 16 * COLUMNS }, (_, i) => ((i * 89) % 255) - 127);
  const matrix = kernel.place(values, COLUMNS);
  const [vectors, sums, table, cells, states] = [4 * COLUMNS, 128, 384, 32, 16].map(kernel.reserve) as [
    ...[number, number, number, number, number],
  ];
  const numbers = Array.from({ length: 2 * COLUMNS }, (_, i) => ((i * 7919) % 4001) - 2000);
  kernel.int16().set(numbers, vectors >> 1);
  const scales = Array.from({ length: 48 }, (_, i) => 1e-6 * (1 + ((i * 37) % 11)));
  kernel.float64().set(scales, table >> 3);
  kernel.float64().set([0.5, -0.25, 1.75, 0], cells >> 3);
  kernel.multiplyTwo(matrix, vectors, vectors + 2 * COLUMNS, sums, 16, COLUMNS);
  kernel.step(sums, sums + 64, table, cells, states, 2);
  const after = kernel.float64().subarray(cells >> 3, (cells >> 3) + 4);
  const written = kernel.int16().subarray(states >> 1, (states >> 1) + 4);
  expect(written.some((state) => state !== 0)).toBe(true);
  return [...kernel.int32().subarray(sums >> 2, (sums >> 2) + 32), ...after, ...written];
}
