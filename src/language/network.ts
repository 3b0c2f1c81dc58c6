/** Runs the network over one sentence: tags, heads and relations from word vectors and recurrent layers. */
import { createParser } from "./attach-words.js";
import { createEmbedding } from "./embed-words.js";
import { createKernel, type Kernel } from "./kernel.js";
import { createLayer } from "./layer.js";
import { createProduct, highest, type States, type Workshop } from "./product.js";
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

/** Places of a sentence, its root's included, up to a multiple of eight. */
const PLACES = Math.ceil((LONGEST + 1) / 8) * 8;

/** `createRoom` makes the kernel: a test gives one without vector instructions. */
export function createNetwork(weights: Weights, createRoom: (bytes: number) => Kernel = createKernel): Network {
  const { sizes } = weights.header;
  const kernel = createRoom(roomFor(weights));
  const sums = kernel.reserve(4 * PLACES * mostRows(weights));
  const workshop = { weights, kernel, places: PLACES, sums };
  const embed = createEmbedding(workshop);
  const layers = Array.from({ length: sizes.layers }, (_, i) => createLayer(workshop, i));
  const tag = createTagger(workshop);
  const attach = createParser(workshop);
  const analyse = (forms: readonly string[]) => {
    if (forms.length > LONGEST)
      throw new RangeError(`A sentence of ${forms.length} words is too long for the network.`);
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

/** Most rows of any matrix that is multiplied. */
function mostRows({ header }: Weights): number {
  return Math.max(...Object.values(header.sections).map(({ rows = 0, tabled = 0 }) => (tabled ? 0 : rows)));
}

/** Bytes for all matrices, and generously for tables and vectors. */
function roomFor(weights: Weights): number {
  const { sizes, sections } = weights.header;
  const matrices = Object.values(sections).reduce((sum, { length, tabled = 0 }) => sum + (tabled ? 0 : length), 0);
  const states = sizes.layers * 4 * sizes.hidden + 22 * sizes.arc + 10 * sizes.label + 4 * PLACES;
  return matrices + PLACES * (4 * mostRows(weights) + states) + 512 * sizes.layers * sizes.hidden + 524288;
}

function createTagger(workshop: Workshop) {
  const product = createProduct(workshop, "tags");
  const { upos, xpos } = workshop.weights.header;
  const scores = workshop.kernel.float32;
  return (states: States, size: number): Pick<Analysis, "upos" | "xpos"> => {
    const found = { upos: new Int32Array(size - 1), xpos: new Int32Array(size - 1) };
    product.apply(states, size);
    for (let place = 1; place < size; place++) {
      const row = (product.values >> 2) + place * product.rows;
      found.upos[place - 1] = highest(scores, row, upos.length);
      found.xpos[place - 1] = highest(scores, row + upos.length, xpos.length);
    }
    return found;
  };
}
