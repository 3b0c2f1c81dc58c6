/** The parser on top of the layers: scores every head for every word, picks the tree, and names its relations. */
import { decodeTree } from "./decode-tree.js";
import type { Kernel } from "./kernel.js";
import { createProduct, highest, quantise, type States } from "./product.js";
import type { Weights } from "./read-weights.js";

/** Heads from 1, 0 for the root, and numbers of relations. */
export interface Attachment {
  readonly heads: Int32Array;
  readonly deprels: Int32Array;
}

/** `sums` is room for the sums of `places` places, a multiple of eight. */
export function createParser(weights: Weights, kernel: Kernel, sums: number, places: number) {
  const { arc, label } = weights.header.sizes;
  const product = createProduct(weights, kernel, "parser", sums);
  const view: View = { values: new Float32Array(places * product.rows), stride: product.rows, arc, label };
  const scoreArcs = createArcScorer(weights, kernel, view, sums, places);
  const nameRelations = createLabelScorer(weights, kernel, view, sums, places);
  return (states: States, size: number): Attachment => {
    product.apply(states, size, view.values, 0);
    const heads = decodeTree(scoreArcs(size), size);
    return { heads: heads.slice(1), deprels: nameRelations(heads, size) };
  };
}

/** What each place is as a dependant and offers as a head: `arc` numbers each for the arc, `label` for its name. */
interface View {
  readonly values: Float32Array;
  readonly stride: number;
  readonly arc: number;
  readonly label: number;
}

const rectify = (value: number) => Math.max(value, 0.1 * value);

/** Scores of every head for every word, a row of `size` a word: what the word wants times what the head offers. */
function createArcScorer(weights: Weights, kernel: Kernel, view: View, sums: number, places: number) {
  const { values, stride, arc } = view;
  const { int16, float32 } = kernel;
  const pair = createProduct(weights, kernel, "arc_pair", sums);
  const dependants: States = { address: kernel.reserve(2 * arc * places), width: arc };
  const wanted = kernel.reserve(4 * arc * places);
  const offers = kernel.reserve(4 * arc * places);
  const scores = kernel.reserve(4 * places * places);
  return (size: number): Float64Array => {
    for (let place = 0; place < size; place++) {
      const dependant = (dependants.address >> 1) + place * arc;
      const offer = (offers >> 2) + (place >> 3) * 8 * arc + (place & 7);
      const from = place * stride;
      for (let i = 0; i < arc; i++) {
        int16[dependant + i] = quantise(rectify(values[from + i]!));
        float32[offer + 8 * i] = rectify(values[from + arc + i]!);
      }
    }
    pair.apply(dependants, size, float32, wanted >> 2);
    const width = Math.ceil(size / 8) * 8;
    kernel.compare(offers, wanted, scores, width, 4 * arc, Math.ceil(size / 4));
    return squareOf(float32, scores >> 2, width, size);
  };
}

/** The first `size` scores of the first `size` rows; no word is its own head. */
function squareOf(scores: Float32Array, from: number, width: number, size: number): Float64Array {
  const square = new Float64Array(size * size);
  for (let word = 0; word < size; word++) {
    square.set(scores.subarray(from + word * width, from + word * width + size), word * size);
    square[word * size + word] = 0;
  }
  return square;
}

/** Numbers of the relations between the words and their heads. */
function createLabelScorer(weights: Weights, kernel: Kernel, view: View, sums: number, places: number) {
  const { values, stride, arc, label } = view;
  const out = createProduct(weights, kernel, "label_out", sums);
  const pairs: States = { address: kernel.reserve(2 * label * places), width: label };
  const scores = new Float32Array(out.rows * places);
  const count = weights.header.deprels.length;
  return (heads: Int32Array, size: number): Int32Array => {
    for (let word = 1; word < size; word++) {
      const dependant = word * stride + 2 * arc;
      const head = heads[word]! * stride + 2 * arc + label;
      const to = (pairs.address >> 1) + word * label;
      for (let i = 0; i < label; i++) {
        kernel.int16[to + i] = quantise(rectify(values[dependant + i]! + values[head + i]!));
      }
    }
    out.apply(pairs, size, scores, 0);
    const found = new Int32Array(size - 1);
    for (let word = 1; word < size; word++) found[word - 1] = highest(scores, word * out.rows, count);
    return found;
  };
}
