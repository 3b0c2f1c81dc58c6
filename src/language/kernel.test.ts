import { describe, expect, it } from "vitest";
import { createKernel } from "./kernel.js";

const ROWS = 8;
const COLUMNS = 24;

function productWith(host: Parameters<typeof createKernel>[1]): number[] {
  const kernel = createKernel(4096, host);
  const matrix = kernel.place(Int8Array.from({ length: ROWS * COLUMNS }, (_, i) => ((i * 89) % 255) - 127));
  const vector = kernel.reserve(2 * COLUMNS);
  const sums = kernel.reserve(4 * ROWS);
  kernel.int16().set(
    Array.from({ length: COLUMNS }, (_, i) => ((i * 7919) % 65535) - 32767),
    vector >> 1,
  );
  kernel.multiply(matrix, vector, sums, ROWS, COLUMNS);
  return Array.from(kernel.int32().subarray(sums >> 2, (sums >> 2) + ROWS));
}

describe("createKernel", () => {
  it("multiplies a matrix with a vector in whole numbers", () => {
    const kernel = createKernel(4096);
    const values = new Int8Array(4 * 8);
    values.set([1, -2, 3], 8);
    const matrix = kernel.place(values);
    const vector = kernel.reserve(16);
    const sums = kernel.reserve(16);
    kernel.int16().set([100, 10, -1], vector >> 1);
    kernel.multiply(matrix, vector, sums, 4, 8);
    expect(Array.from(kernel.int32().subarray(sums >> 2, (sums >> 2) + 4))).toEqual([0, 77, 0, 0]);
  });

  it("gives the same sums with and without the host's vector instructions", () => {
    const none = { ...(globalThis as { WebAssembly?: object }).WebAssembly, validate: () => false };
    expect(productWith(none as never)).toEqual(productWith(undefined));
  });
});
