/** One layer of long short-term memory: reads the states of a sentence both ways and writes new ones. */
import { TABLE_VECTORS } from "./assemble-step.js";
import type { Kernel } from "./kernel.js";
import { STEP, type States, type Workshop } from "./product.js";
import type { Matrix } from "./read-weights.js";

/** Takes the states below and the number of places, gives the states above. */
export type Layer = (below: States, size: number) => States;

/** Rows of all matrices stand as a step reads their sums: by way, block of four units, gate and unit. */
const GATES = 4;

export function createLayer({ weights, kernel, places, sums }: Workshop, number: number): Layer {
  const { hidden } = weights.header.sizes;
  const input = weights.matrix(`layer${number}`);
  const bias = weights.vector(`layer${number}.bias`);
  const matrix = kernel.place(input.values);
  const width = 2 * hidden;
  const above: States = { address: kernel.reserve(2 * width * places), width };
  const ways = ["forward", "backward"].map((way, i) => {
    const carried = weights.matrix(`layer${number}.${way}`);
    const first = i * GATES * hidden;
    const table = kernel.place(tableOf({ input, bias, carried, first }));
    return createWay(kernel, carried, table, { above, offset: i * hidden, sums, first, stride: 4 * input.rows });
  });
  return (below, size) => {
    kernel.multiply(matrix, below.address, sums, input.rows, 2 * input.columns, Math.ceil(size / 4));
    ways[0]!(0, size, 1);
    ways[1]!(size - 1, -1, -1);
    return above;
  };
}

interface TableParts {
  readonly input: Matrix;
  readonly bias: Float32Array;
  readonly carried: Matrix;
  /** First row of this way in the input's matrix. */
  readonly first: number;
}

/** Scales and biases of one way in the order that a step reads them. */
function tableOf({ input, bias, carried, first }: TableParts): Float32Array {
  const table = new Float32Array((carried.rows / 16) * 4 * TABLE_VECTORS);
  for (let row = 0; row < carried.rows; row++) {
    const at = 4 * TABLE_VECTORS * (row >> 4) + 12 * ((row >> 2) & 3) + (row & 3);
    table[at] = input.scales[first + row]! / STEP;
    table[at + 4] = bias[first + row]!;
    table[at + 8] = carried.scales[row]! / STEP;
  }
  return table;
}

interface WayRoom {
  readonly above: States;
  /** Where this way's half of a new state begins. */
  readonly offset: number;
  /** What the input adds to the gates of each place, `stride` bytes a place, this way's from row `first` on. */
  readonly sums: number;
  readonly first: number;
  readonly stride: number;
}

function createWay(kernel: Kernel, { rows, columns, values }: Matrix, table: number, room: WayRoom) {
  const { above, offset, sums, first, stride } = room;
  const hidden = columns;
  const matrix = kernel.place(values);
  const carried = kernel.reserve(4 * rows);
  const cells = kernel.reserve(4 * hidden);
  const nothing = kernel.reserve(2 * hidden);
  return (start: number, end: number, step: number): void => {
    kernel.float32.fill(0, cells >> 2, (cells >> 2) + hidden);
    let before = nothing;
    for (let place = start; place !== end; place += step) {
      kernel.carry(matrix, before, carried, rows, 2 * columns, 1);
      before = above.address + 2 * (place * above.width + offset);
      kernel.step(sums + place * stride + 4 * first, carried, table, cells, before, hidden >> 2);
    }
  };
}
