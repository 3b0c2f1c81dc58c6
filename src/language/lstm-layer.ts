/** One bidirectional LSTM layer: reads the states of a sentence both ways and writes new ones. */
import { sigmoid, tanh } from "./activations.js";
import type { Kernel } from "./kernel.js";
import { createProduct, type Product, STEP, type States } from "./product.js";
import type { Weights } from "./read-weights.js";

/** Takes the states below and the number of places, gives the states above. */
export type Layer = (below: States, size: number) => States;

export function createLayer(weights: Weights, kernel: Kernel, number: number, longest: number): Layer {
  const { hidden } = weights.header.sizes;
  const input = createProduct({ ...weights, vector: inputBias(weights, number) }, kernel, `lstm${number}.input`);
  const width = 2 * hidden;
  const above = { address: kernel.reserve(2 * width * longest), width };
  const nothing = kernel.reserve(2 * hidden);
  const gates = new Float64Array(longest * input.rows);
  const ways = ["forward", "backward"].map((way, i) => {
    const product = createProduct(weights, kernel, `lstm${number}.${way}`, false);
    return createWay({ kernel, product, gates, stride: input.rows, hidden, offset: i * hidden, above, nothing });
  });
  return (below, size) => {
    for (let place = 0; place < size; place++) {
      input.apply(below.address + 2 * place * below.width, gates, place * input.rows);
    }
    ways[0]!(0, size, 1);
    ways[1]!(size - 1, -1, -1);
    return above;
  };
}

/** The bias of a layer lies under the layer's own name. */
function inputBias(weights: Weights, number: number): Weights["vector"] {
  return (name) => weights.vector(name.endsWith(".bias") ? `lstm${number}.bias` : name);
}

interface WayRoom {
  readonly kernel: Kernel;
  readonly product: Product;
  /** What the input adds to the gates, `stride` numbers a place. */
  readonly gates: Float64Array;
  readonly stride: number;
  readonly hidden: number;
  /** Where this way's half of a new state begins. */
  readonly offset: number;
  readonly above: States;
  /** Address of a state of zeros, which comes before the first. */
  readonly nothing: number;
}

function createWay({ kernel, product, gates, stride, hidden, offset, above, nothing }: WayRoom) {
  const cell = new Float64Array(hidden);
  const carried = new Float64Array(product.rows);
  return (first: number, end: number, step: number): void => {
    cell.fill(0);
    let before = nothing;
    for (let place = first; place !== end; place += step) {
      product.apply(before, carried, 0);
      before = above.address + 2 * (place * above.width + offset);
      advance({ cell, carried, gates, from: place * stride + 4 * offset, states: kernel.int16(), to: before >> 1 });
    }
  };
}

interface Advance {
  readonly cell: Float64Array;
  readonly carried: Float64Array;
  readonly gates: Float64Array;
  readonly from: number;
  readonly states: Int16Array;
  readonly to: number;
}

/** One step of the cell; gates lie in the order input, forget, candidate, output. */
function advance({ cell, carried, gates, from, states, to }: Advance): void {
  const hidden = cell.length;
  for (let i = 0; i < hidden; i++) {
    const enter = sigmoid(gates[from + i]! + carried[i]!);
    const keep = sigmoid(gates[from + hidden + i]! + carried[hidden + i]!);
    const candidate = tanh(gates[from + 2 * hidden + i]! + carried[2 * hidden + i]!);
    const show = sigmoid(gates[from + 3 * hidden + i]! + carried[3 * hidden + i]!);
    const next = keep * cell[i]! + enter * candidate;
    cell[i] = next;
    states[to + i] = Math.floor(show * tanh(next) * STEP + 0.5);
  }
}
