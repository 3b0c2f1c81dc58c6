/** The learnt weights that tell where sentences end: whole numbers, so that their sum is the same in any order. */
import { cellOf, type Row, type Table, tableFault } from "../assets/index.js";
import { FEATURES, LOOKS, VALUES, type ValueKind } from "./gap-features.js";
import { SHAPES } from "./word-shapes.js";

export interface BreakModel {
  /** Number of a word by its vocabulary key, 0 if it is unknown. */
  readonly wordOf: (key: string) => number;
  /** Sum of the weights of a gap's features; above 0 a sentence ends there. */
  readonly score: (keys: Int32Array) => number;
}

/** How the table writes the number 0 of the vocabulary. */
export const UNKNOWN = "<unknown>";

/** Reads the table `language-breaks`; throws AssetError where a feature or look is unknown. */
export function readBreakModel(table: Table): BreakModel {
  const vocabulary = new Map<string, number>([[UNKNOWN, 0]]);
  const wordOf = (word: string) => {
    const known = vocabulary.get(word) ?? vocabulary.size;
    vocabulary.set(word, known);
    return known;
  };
  const weights = new Map<number, number>();
  for (const row of table.rows) {
    const name = cellOf(table, row, "feature");
    const number = FEATURES.findIndex(([feature]) => feature === name);
    if (number < 0) throw tableFault(table, row, `"${name}" is no feature`);
    const [, ...kinds] = FEATURES[number]!;
    const [first, second] = kinds.map((kind, i) => {
      const cell = cellOf(table, row, i === 0 ? "first" : "second");
      const value = kind === "word" ? wordOf(cell) : readValue(kind, cell);
      if (!Number.isInteger(value) || value < 0 || value >= VALUES)
        throw tableFault(table, row, `"${cell}" is no ${kind}`);
      return value;
    });
    weights.set((number * VALUES + first!) * VALUES + second!, weightOf(table, row));
  }
  return { wordOf: (key) => vocabulary.get(key) ?? 0, score: scorer(weights) };
}

function weightOf(table: Table, row: Row): number {
  const weight = Number(cellOf(table, row, "weight"));
  if (!Number.isInteger(weight) || Math.abs(weight) > 32767)
    throw tableFault(table, row, "the weight is no small integer");
  return weight;
}

const SHAPE_NAMES = Object.keys(SHAPES);

function readValue(kind: ValueKind, cell: string): number {
  const [one = "", two = ""] = cell.split(",");
  if (kind === "count") return Number(cell);
  if (kind === "look") return readLook(cell);
  return (kind === "looks" ? readLook(one) : Number(one)) * LOOKS + readLook(two);
}

/** A look is a shape's name, after "_" where white space stands before the word. */
function readLook(cell: string): number {
  const spaced = cell.startsWith("_");
  const shape = SHAPE_NAMES.indexOf(spaced ? cell.slice(1) : cell);
  return shape < 0 ? Number.NaN : shape * 2 + (spaced ? 1 : 0);
}

/** The cell of the table that `readValue` reads back; words are written by the trainer. */
export function formatValue(kind: ValueKind, value: number): string {
  const look = (number: number) => (number % 2 === 1 ? "_" : "") + SHAPE_NAMES[number >> 1]!;
  if (kind === "count") return String(value);
  if (kind === "look") return look(value);
  const [one, two] = [Math.floor(value / LOOKS), value % LOOKS];
  return `${kind === "looks" ? look(one) : one},${look(two)}`;
}

/** An open hash table over the keys, as a Map is too slow for every gap of a text. */
function scorer(weights: ReadonlyMap<number, number>): BreakModel["score"] {
  let bits = 4;
  while (1 << bits < 2 * weights.size) bits++;
  const [keys, values] = [new Int32Array(1 << bits).fill(-1), new Int16Array(1 << bits)];
  const [shift, mask] = [32 - bits, (1 << bits) - 1];
  const placeOf = (key: number) => {
    let place = Math.imul(key, 0x9e3779b1) >>> shift;
    while (keys[place] !== key && keys[place] !== -1) place = (place + 1) & mask;
    return place;
  };
  for (const [key, weight] of weights) {
    const place = placeOf(key);
    keys[place] = key;
    values[place] = weight;
  }
  return (features) => {
    let sum = 0;
    for (let i = 0; i < features.length; i++) sum += values[placeOf(features[i]!)]!;
    return sum;
  };
}
