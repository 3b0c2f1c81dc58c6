/** Runs the network over one sentence: tags and scores of heads and relations from word vectors and BiLSTM layers. */
import { decodeTree } from "./decode-tree.js";
import { AFFIXES, affixesOf, normalForm, ROOT, shapesOf, UNKNOWN } from "./features.js";
import { createKernel, type Kernel } from "./kernel.js";
import { createLayer } from "./lstm-layer.js";
import { createProduct, type Product, quantise, type States } from "./product.js";
import type { Matrix, Weights } from "./read-weights.js";

/** Longest sentence, in words, that the network reads in one piece: its cost grows with the square of it. */
export const LONGEST = 150;

/** What the network says of a sentence of n words; label numbers, and heads from 1 with 0 for the root. */
export interface Analysis {
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly heads: Int32Array;
  readonly deprels: Int32Array;
}

export interface Network {
  /** Analyses 1 to LONGEST forms. */
  readonly analyse: (forms: readonly string[]) => Analysis;
}

export function createNetwork(weights: Weights): Network {
  const { sizes } = weights.header;
  const kernel = createKernel(roomFor(weights));
  const embed = createEmbedding(weights, kernel);
  const layers = Array.from({ length: sizes.layers }, (_, i) => createLayer(weights, kernel, i, LONGEST + 1));
  const tag = createTagger(weights, kernel);
  const attach = createParser(weights, kernel);
  const analyse = (forms: readonly string[]) => {
    const size = forms.length + 1;
    let states = embed(forms);
    let tags: Pick<Analysis, "upos" | "xpos"> | null = null;
    for (const [i, layer] of layers.entries()) {
      states = layer(states, size);
      if (i + 1 === sizes.tag_layer) tags = tag(states, size);
    }
    return { ...tags!, ...attach(states, size) };
  };
  return { analyse };
}

/** Bytes for all matrices, and generously for vectors. */
function roomFor(weights: Weights): number {
  const { sizes, sections } = weights.header;
  const matrices = Object.values(sections).reduce((sum, { rows = 0, columns = 0 }) => sum + rows * columns, 0);
  return matrices + (LONGEST + 1) * (sizes.layers + 1) * (4 * sizes.hidden + 1024) + 65536;
}

function createEmbedding(weights: Weights, kernel: Kernel) {
  const word = weights.matrix("word");
  const affix = weights.matrix("affix");
  const shape = weights.matrix("shape");
  const numbers = new Map(weights.lines("words").map((form, i) => [form, i]));
  const used = word.columns + affix.columns + shape.columns;
  const width = Math.ceil(used / 8) * 8;
  const address = kernel.reserve(2 * width * (LONGEST + 1));
  const sum = new Float64Array(used);
  const write = (place: number, rows: readonly [number, readonly number[], number]) => {
    sum.fill(0);
    addRow(word, rows[0], sum, 0);
    for (const row of rows[1]) addRow(affix, row, sum, word.columns);
    addRow(shape, rows[2], sum, word.columns + affix.columns);
    const states = kernel.int16();
    for (let i = 0; i < used; i++) states[(address >> 1) + place * width + i] = quantise(sum[i]!);
  };
  const noAffixes = new Array<number>(AFFIXES).fill(0);
  return (forms: readonly string[]): States => {
    write(0, [ROOT, noAffixes, 0]);
    const shapes = shapesOf(forms);
    for (const [i, form] of forms.entries()) {
      const normal = normalForm(form);
      write(i + 1, [numbers.get(normal) ?? UNKNOWN, affixesOf(normal), shapes[i]!]);
    }
    return { address, width };
  };
}

function addRow(table: Matrix, row: number, sum: Float64Array, at: number): void {
  const { columns, values } = table;
  const scale = table.scales[row]!;
  for (let i = 0; i < columns; i++) sum[at + i] = sum[at + i]! + values[row * columns + i]! * scale;
}

function createTagger(weights: Weights, kernel: Kernel) {
  const product = createProduct(weights, kernel, "tags");
  const { upos, xpos } = weights.header;
  const scores = new Float64Array(product.rows);
  return (states: States, size: number): Pick<Analysis, "upos" | "xpos"> => {
    const found = { upos: new Int32Array(size - 1), xpos: new Int32Array(size - 1) };
    for (let place = 1; place < size; place++) {
      product.apply(states.address + 2 * place * states.width, scores, 0);
      found.upos[place - 1] = highest(scores, 0, upos.length);
      found.xpos[place - 1] = highest(scores, upos.length, xpos.length);
    }
    return found;
  };
}

/** Number, counted from `from`, of the highest of `count` scores. */
function highest(scores: Float64Array, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (scores[from + i]! > scores[from + best]!) best = i;
  return best;
}

function createParser(weights: Weights, kernel: Kernel) {
  const { arc, label } = weights.header.sizes;
  const views = createProduct(weights, kernel, "parser");
  const pair = createProduct(weights, kernel, "arc_pair");
  const out = createProduct(weights, kernel, "label_out");
  const view = new Float64Array((LONGEST + 1) * views.rows);
  const wanted = new Float64Array((LONGEST + 1) * pair.rows);
  const room = kernel.reserve(2 * Math.max(pair.columns, out.columns));
  return (states: States, size: number): Pick<Analysis, "heads" | "deprels"> => {
    for (let place = 0; place < size; place++) {
      const at = place * views.rows;
      views.apply(states.address + 2 * place * states.width, view, at);
      for (let i = at; i < at + 2 * arc; i++) view[i] = rectify(view[i]!);
      writeStates(kernel, room, arc, (i) => view[at + i]!);
      pair.apply(room, wanted, place * pair.rows);
    }
    const heads = decodeTree(scoreArcs(view.subarray(arc), views.rows, wanted, pair.rows, { size, arc }), size);
    const labels = scoreLabels(kernel, out, { room, view, stride: views.rows, arc, label });
    const deprels = new Int32Array(size - 1);
    for (let word = 1; word < size; word++) {
      deprels[word - 1] = highest(labels(word, heads[word]!), 0, weights.header.deprels.length);
    }
    return { heads: heads.slice(1), deprels };
  };
}

function rectify(value: number): number {
  return value > 0 ? value : 0.1 * value;
}

function writeStates(kernel: Kernel, address: number, count: number, value: (i: number) => number): void {
  const states = kernel.int16();
  for (let i = 0; i < count; i++) states[(address >> 1) + i] = quantise(value(i));
}

/** Scores of every head for every word: the dot product of what the word wants with what the head offers. */
function scoreArcs(
  offered: Float64Array,
  offeredStride: number,
  wanted: Float64Array,
  wantedStride: number,
  { size, arc }: { readonly size: number; readonly arc: number },
): Float64Array {
  const scores = new Float64Array(size * size);
  for (let word = 1; word < size; word++) {
    for (let head = 0; head < size; head++) {
      if (head === word) continue;
      const a = word * wantedStride;
      const b = head * offeredStride;
      let even = 0;
      let odd = 0;
      for (let i = 0; i < arc; i += 2) {
        even += wanted[a + i]! * offered[b + i]!;
        odd += wanted[a + i + 1]! * offered[b + i + 1]!;
      }
      scores[word * size + head] = even + odd;
    }
  }
  return scores;
}

interface LabelRoom {
  readonly room: number;
  readonly view: Float64Array;
  readonly stride: number;
  readonly arc: number;
  readonly label: number;
}

/** Scores of the relations between a word and its head. */
function scoreLabels(kernel: Kernel, out: Product, { room, view, stride, arc, label }: LabelRoom) {
  const scores = new Float64Array(out.rows);
  return (word: number, head: number): Float64Array => {
    const a = word * stride + 2 * arc;
    const b = head * stride + 2 * arc + label;
    writeStates(kernel, room, label, (i) => rectify(view[a + i]! + view[b + i]!));
    out.apply(room, scores, 0);
    return scores;
  };
}
