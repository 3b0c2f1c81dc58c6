/** Turns the words of a sentence into vectors: what is known of the word, of its beginning and end, and of its writing. */
import { affixesOf, normalForm, patternOf, ROOT, shapesOf, UNKNOWN } from "./features.js";
import { quantise, type States, type Workshop } from "./product.js";
import type { Matrix } from "./read-weights.js";

/** Forms whose vectors are kept at hand, since few forms make up most of any text. */
const KEPT = 20_000;
/** Longest form worth keeping, in UTF-16 units. */
const LONGEST_KEPT = 40;

interface Word {
  readonly pattern: number;
  /** Vectors of the word and of its affixes, one after the other. */
  readonly vector: Int16Array;
}

/** The tables that a word's vector is made from. */
interface Parts {
  readonly word: Matrix;
  readonly affix: Matrix;
}

/** Writes the vectors of a sentence's words, the root's first, and says where they lie. */
export type EmbedWords = (forms: readonly string[]) => States;

export function createEmbedding({ weights, kernel, places }: Workshop): EmbedWords {
  const parts: Parts = { word: weights.matrix("word"), affix: weights.matrix("affix") };
  const findWord = createFindWord(parts, weights.lines("words"));
  const shapes = weights.matrix("shape");
  const shapeAt = parts.word.columns + parts.affix.columns;
  const width = Math.ceil((shapeAt + shapes.columns) / 8) * 8;
  const address = kernel.reserve(2 * width * places);
  const root = vectorOf(parts, ROOT, []);
  const shapeVectors = Array.from({ length: shapes.rows }, (_, row) => {
    const sum = new Float64Array(shapes.columns);
    addRow(shapes, row, sum, 0);
    return quantised(sum);
  });
  const write = (place: number, vector: Int16Array, shape: number) => {
    const at = (address >> 1) + place * width;
    kernel.int16.set(vector, at);
    kernel.int16.set(shapeVectors[shape]!, at + shapeAt);
  };
  return (forms) => {
    const words = forms.map(findWord);
    const shapeRows = shapesOf(
      forms,
      words.map(({ pattern }) => pattern),
    );
    write(0, root, 0);
    for (const [i, { vector }] of words.entries()) write(i + 1, vector, shapeRows[i]!);
    return { address, width };
  };
}

function createFindWord(parts: Parts, forms: readonly string[]): (form: string) => Word {
  const numbers = new Map(forms.map((form, i) => [form, i]));
  const kept = new Map<string, Word>();
  return (form) => {
    const known = kept.get(form);
    if (known) return known;
    const normal = normalForm(form);
    const vector = vectorOf(parts, numbers.get(normal) ?? UNKNOWN, affixesOf(normal));
    const word = { pattern: patternOf(form), vector };
    if (kept.size >= KEPT) kept.clear();
    if (form.length <= LONGEST_KEPT) kept.set(form, word);
    return word;
  };
}

function vectorOf({ word, affix }: Parts, number: number, affixes: readonly number[]): Int16Array {
  const sum = new Float64Array(word.columns + affix.columns);
  addRow(word, number, sum, 0);
  for (const bucket of affixes) addRow(affix, bucket, sum, word.columns);
  return quantised(sum);
}

/** A plain loop: `from` with a function takes many times as long. */
function quantised(values: Float64Array): Int16Array {
  const states = new Int16Array(values.length);
  for (let i = 0; i < values.length; i++) states[i] = quantise(values[i]!);
  return states;
}

function addRow({ columns, values, scales }: Matrix, row: number, sum: Float64Array, at: number): void {
  const scale = scales[row]!;
  for (let i = 0; i < columns; i++) sum[at + i] = sum[at + i]! + values[row * columns + i]! * scale;
}
