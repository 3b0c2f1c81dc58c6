/** The parser on top of the layers: scores every head for every word, picks the tree, and names its relations. */
import { decodeTree } from "./decode-tree.js";
import { createProduct, highest, type Product, type States, type Workshop } from "./product.js";

/** Heads from 1, 0 for the root, and numbers of relations. */
export interface Attachment {
  readonly heads: Int32Array;
  readonly deprels: Int32Array;
}

/**
 * What each place is as a dependant and offers as a head stands in one row: `arc` numbers each for the arc, `label` numbers each
 * for its name.
 */
export function createParser(workshop: Workshop) {
  const view = createProduct(workshop, "parser", 2 * workshop.weights.header.sizes.arc);
  const scoreArcs = createArcScorer(workshop, view);
  const nameRelations = createLabelScorer(workshop, view);
  return (states: States, size: number): Attachment => {
    view.apply(states, size);
    const heads = decodeTree(scoreArcs(size), size);
    return { heads: heads.slice(1), deprels: nameRelations(heads, size) };
  };
}

/** Scores of every head for every word, a row of `size` a word: what the word wants times what the head offers. */
function createArcScorer(workshop: Workshop, view: Product) {
  const { weights, kernel, places } = workshop;
  const { arc } = weights.header.sizes;
  const { float32 } = kernel;
  const wanted = createProduct(workshop, "arc_pair");
  const dependants: States = { address: kernel.reserve(2 * arc * places), width: arc };
  const offers = kernel.reserve(4 * arc * places);
  const scores = kernel.reserve(4 * places * places);
  return (size: number): Float64Array => {
    for (let place = 0; place < size; place++) {
      const row = view.values + 4 * place * view.rows;
      kernel.round(row, dependants.address + 2 * place * arc, arc / 4);
      const from = (row >> 2) + arc;
      const to = (offers >> 2) + (place >> 3) * 8 * arc + (place & 7);
      for (let i = 0; i < arc; i++) float32[to + 8 * i] = float32[from + i]!;
    }
    wanted.apply(dependants, size);
    const width = Math.ceil(size / 8) * 8;
    kernel.compare(offers, wanted.values, scores, width, 4 * arc, Math.ceil(size / 4));
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
function createLabelScorer(workshop: Workshop, view: Product) {
  const { weights, kernel, places } = workshop;
  const { arc, label } = weights.header.sizes;
  const out = createProduct(workshop, "label_out");
  const pairs: States = { address: kernel.reserve(2 * label * places), width: label };
  const count = weights.header.deprels.length;
  return (heads: Int32Array, size: number): Int32Array => {
    for (let word = 1; word < size; word++) {
      const dependant = view.values + 4 * (word * view.rows + 2 * arc);
      const head = view.values + 4 * (heads[word]! * view.rows + 2 * arc + label);
      kernel.join(dependant, head, pairs.address + 2 * word * label, label / 4);
    }
    out.apply(pairs, size);
    const found = new Int32Array(size - 1);
    const scores = (word: number) => (out.values >> 2) + word * out.rows;
    for (let word = 1; word < size; word++) found[word - 1] = highest(kernel.float32, scores(word), count);
    return found;
  };
}
