/** The parser on top of the layers: scores every head for every word, picks the tree, and names its relations. */
import { decodeTree } from "./decode-tree.js";
import type { Kernel } from "./kernel.js";
import { createProduct, highest, type Product, type States, writeStates } from "./product.js";
import type { Weights } from "./read-weights.js";

/** Heads from 1, 0 for the root, and numbers of relations. */
export interface Attachment {
  readonly heads: Int32Array;
  readonly deprels: Int32Array;
}

/** What each place offers and wants, one row a place. */
interface Views {
  readonly view: Float64Array;
  readonly wanted: Float64Array;
  readonly stride: number;
  readonly arc: number;
  readonly label: number;
}

export function createParser(weights: Weights, kernel: Kernel, places: number) {
  const { arc, label } = weights.header.sizes;
  const product = createProduct(weights, kernel, "parser");
  const pair = createProduct(weights, kernel, "arc_pair");
  const out = createProduct(weights, kernel, "label_out");
  const view = new Float64Array(places * product.rows);
  const views: Views = { view, wanted: new Float64Array(places * arc), stride: product.rows, arc, label };
  const room = kernel.reserve(2 * Math.max(pair.columns, out.columns));
  const scoreLabels = createLabelScorer(kernel, out, room, views);
  return (states: States, size: number): Attachment => {
    product.applyAll(states, size, view);
    for (let place = 0; place < size; place++) {
      const at = place * views.stride;
      for (let i = at; i < at + 2 * arc; i++) view[i] = rectify(view[i]!);
      writeStates(kernel.int16(), room, view, at, arc);
      pair.apply(room, views.wanted, place * arc);
    }
    const heads = decodeTree(scoreArcs(views, size), size);
    const deprels = new Int32Array(size - 1);
    const count = weights.header.deprels.length;
    for (let word = 1; word < size; word++) deprels[word - 1] = highest(scoreLabels(word, heads[word]!), 0, count);
    return { heads: heads.slice(1), deprels };
  };
}

function rectify(value: number): number {
  return value > 0 ? value : 0.1 * value;
}

/** Scores of every head for every word: the dot product of what the word wants with what the head offers. */
function scoreArcs({ view, wanted, stride, arc }: Views, size: number): Float64Array {
  const scores = new Float64Array(size * size);
  for (let word = 1; word < size; word++) {
    const wants = wanted.subarray(word * arc, (word + 1) * arc);
    let head = 0;
    for (; head + 1 < size; head += 2) {
      scoreTwo(wants, view, head * stride + arc, (head + 1) * stride + arc, scores, word * size + head);
    }
    if (head < size) scores[word * size + head] = dot(wants, view, head * stride + arc);
    scores[word * size + word] = 0;
  }
  return scores;
}

/** Two dot products side by side, each with its sums of even and odd places, so that no addition waits for the last. */
function scoreTwo(a: Float64Array, b: Float64Array, one: number, two: number, scores: Float64Array, at: number): void {
  let evenOne = 0;
  let oddOne = 0;
  let evenTwo = 0;
  let oddTwo = 0;
  for (let i = 0; i < a.length; i += 2) {
    const even = a[i]!;
    const odd = a[i + 1]!;
    evenOne += even * b[one + i]!;
    oddOne += odd * b[one + i + 1]!;
    evenTwo += even * b[two + i]!;
    oddTwo += odd * b[two + i + 1]!;
  }
  scores[at] = evenOne + oddOne;
  scores[at + 1] = evenTwo + oddTwo;
}

function dot(a: Float64Array, b: Float64Array, from: number): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < a.length; i += 2) {
    even += a[i]! * b[from + i]!;
    odd += a[i + 1]! * b[from + i + 1]!;
  }
  return even + odd;
}

/** Scores of the relations between a word and its head. */
function createLabelScorer(kernel: Kernel, out: Product, room: number, { view, stride, arc, label }: Views) {
  const scores = new Float64Array(out.rows);
  const both = new Float64Array(label);
  return (word: number, head: number): Float64Array => {
    const a = word * stride + 2 * arc;
    const b = head * stride + 2 * arc + label;
    for (let i = 0; i < label; i++) both[i] = rectify(view[a + i]! + view[b + i]!);
    writeStates(kernel.int16(), room, both, 0, label);
    out.apply(room, scores, 0);
    return scores;
  };
}
