/** One bidirectional LSTM layer: reads the states of a sentence both ways and writes new ones. */
import type { Kernel } from "./kernel.js";
import { STEP, type States } from "./product.js";
import type { Matrix, Weights } from "./read-weights.js";
import { TABLE_ROW } from "./step-cell.js";

/** Takes the states below and the number of places, gives the states above. */
export type Layer = (below: States, size: number) => States;

export function createLayer(weights: Weights, kernel: Kernel, number: number, longest: number): Layer {
  const { hidden } = weights.header.sizes;
  const input = weights.matrix(`lstm${number}.input`);
  const bias = weights.vector(`lstm${number}.bias`);
  const { rows, columns } = input;
  const order = [...gateOrder(hidden), ...gateOrder(hidden).map((row) => row + 4 * hidden)];
  const matrix = placeOrdered(kernel, input, order);
  const sums = kernel.reserve(4 * rows * (longest + 1));
  const width = 2 * hidden;
  const above = { address: kernel.reserve(2 * width * longest), width };
  const ways = ["forward", "backward"].map((way, i) => {
    const carried = weights.matrix(`lstm${number}.${way}`);
    const table = placeTable(kernel, { input, bias, carried, first: i * 4 * hidden });
    return createWay({ kernel, carried, table, above, hidden, offset: i * hidden, sums, stride: 4 * rows });
  });
  return (below, size) => {
    for (let place = 0; place < size; place += 2) {
      const vector = below.address + 2 * place * below.width;
      kernel.multiplyTwo(matrix, vector, vector + 2 * below.width, sums + 4 * rows * place, rows, columns);
    }
    ways[0]!(0, size, 1);
    ways[1]!(size - 1, -1, -1);
    return above;
  };
}

/** Rows of the four gates as a step reads them: two units of each gate, then the next two. */
function gateOrder(hidden: number): number[] {
  return Array.from({ length: 4 * hidden }, (_, i) => ((i >> 1) & 3) * hidden + 2 * (i >> 3) + (i & 1));
}

function placeOrdered(kernel: Kernel, { values, columns }: Matrix, order: readonly number[]): number {
  const ordered = new Int8Array(values.length);
  for (const [to, from] of order.entries()) {
    ordered.set(values.subarray(from * columns, (from + 1) * columns), to * columns);
  }
  return kernel.place(ordered, columns);
}

interface TableParts {
  readonly input: Matrix;
  readonly bias: Float32Array;
  readonly carried: Matrix;
  /** First row of this way in the input's matrix. */
  readonly first: number;
}

/** The scales and biases of one way in the order that a step reads them. */
function placeTable(kernel: Kernel, { input, bias, carried, first }: TableParts): number {
  const hidden = carried.rows / 4;
  const address = kernel.reserve(8 * TABLE_ROW * (hidden / 2));
  const table = kernel.float64().subarray(address >> 3);
  for (const [i, row] of gateOrder(hidden).entries()) {
    const at = TABLE_ROW * (i >> 3) + 6 * ((i >> 1) & 3) + (i & 1);
    table[at] = input.scales[first + row]! / STEP;
    table[at + 2] = bias[first + row]!;
    table[at + 4] = carried.scales[row]! / STEP;
  }
  return address;
}

interface WayRoom {
  readonly kernel: Kernel;
  readonly carried: Matrix;
  readonly table: number;
  readonly above: States;
  readonly hidden: number;
  /** Where this way's half of a new state begins. */
  readonly offset: number;
  /** What the input adds to the gates of each place, `stride` bytes a place, this way's from 4 × 4 × `offset` on. */
  readonly sums: number;
  readonly stride: number;
}

function createWay({ kernel, carried, table, above, hidden, offset, sums, stride }: WayRoom) {
  const { rows, columns } = carried;
  const matrix = placeOrdered(kernel, carried, gateOrder(hidden));
  const passed = kernel.reserve(4 * rows);
  const cells = kernel.reserve(8 * hidden);
  const nothing = kernel.reserve(2 * hidden);
  return (first: number, end: number, step: number): void => {
    kernel.float64().fill(0, cells >> 3, (cells >> 3) + hidden);
    let before = nothing;
    for (let place = first; place !== end; place += step) {
      kernel.multiply(matrix, before, 0, passed, rows, columns);
      before = above.address + 2 * (place * above.width + offset);
      kernel.step(sums + place * stride + 16 * offset, passed, table, cells, before, hidden >> 1);
    }
  };
}
