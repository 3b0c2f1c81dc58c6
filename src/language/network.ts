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
  return { analyse };
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
