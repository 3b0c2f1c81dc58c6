/** Runs the network over one sentence: tags and scores of heads and relations from word vectors and BiLSTM layers. */
import { createParser } from "./attach-words.js";
import { createEmbedding } from "./embed-words.js";
import { createKernel, type Kernel } from "./kernel.js";
import { createLayer } from "./lstm-layer.js";
import { createProduct, highest, type States } from "./product.js";
import type { Weights } from "./read-weights.js";

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
  const embed = createEmbedding(weights, kernel, LONGEST + 1);
  const layers = Array.from({ length: sizes.layers }, (_, i) => createLayer(weights, kernel, i, LONGEST + 1));
  const tag = createTagger(weights, kernel);
  const attach = createParser(weights, kernel, LONGEST + 1);
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
  return { analyse: remember(analyse) };
}

/** Sentences kept at hand: a text that says the same over and over, a table or a row of signs, is read once. */
const KEPT = 64;
/** Longest sentence worth keeping, in UTF-16 units. */
const LONGEST_KEPT = 2048;

function remember(analyse: Network["analyse"]): Network["analyse"] {
  const kept = new Map<string, Analysis>();
  return (forms) => {
    const key = forms.join("\n");
    const known = kept.get(key);
    if (known) return known;
    const found = analyse(forms);
    if (kept.size >= KEPT) kept.clear();
    if (key.length <= LONGEST_KEPT) kept.set(key, found);
    return found;
  };
}

/** Bytes for all matrices, and generously for vectors. */
function roomFor(weights: Weights): number {
  const { sizes, sections } = weights.header;
  const matrices = Object.values(sections).reduce((sum, { rows = 0, columns = 0 }) => sum + rows * columns, 0);
  return matrices + (LONGEST + 3) * (sizes.layers + 1) * (36 * sizes.hidden + 1024) + 262144;
}

function createTagger(weights: Weights, kernel: Kernel) {
  const product = createProduct(weights, kernel, "tags");
  const { upos, xpos } = weights.header;
  const scores = new Float64Array(product.rows * (LONGEST + 1));
  return (states: States, size: number): Pick<Analysis, "upos" | "xpos"> => {
    const found = { upos: new Int32Array(size - 1), xpos: new Int32Array(size - 1) };
    product.applyAll(states, size, scores);
    for (let place = 1; place < size; place++) {
      const row = place * product.rows;
      found.upos[place - 1] = highest(scores, row, upos.length);
      found.xpos[place - 1] = highest(scores, row + upos.length, xpos.length);
    }
    return found;
  };
}
