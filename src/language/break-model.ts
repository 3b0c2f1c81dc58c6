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
    const number = NUMBERS.get(name);
    if (number === undefined) throw tableFault(table, row, `"${name}" is no feature`);
    const numberOf = (kind: ValueKind, column: "first" | "second") => {
      const cell = cellOf(table, row, column);
      const value = kind === "word" ? wordOf(cell) : readValue(kind, cell);
      if (Number.isInteger(value) && value >= 0 && value < VALUES) return value;
      throw tableFault(table, row, `"${cell}" is no ${kind}`);
    };
    const first = numberOf(FEATURES[number]![1], "first");
    const second = numberOf(FEATURES[number]![2], "second");
    weights.set((number * VALUES + first) * VALUES + second, weightOf(table, row));
  }
  return { wordOf: (key) => vocabulary.get(key) ?? 0, score: scorer(weights) };
}

function weightOf(table: Table, row: Row): number {
  const weight = Number(cellOf(table, row, "weight"));
  if (!Number.isInteger(weight) || Math.abs(weight) > 32767)
    throw tableFault(table, row, "the weight is no small integer");
  return weight;
}

const NUMBERS = new Map(FEATURES.map(([name], number) => [name, number]));

/** Names of looks by number: a shape's name, after "_" where white space stands before the word. */
const LOOK_NAMES = Object.keys(SHAPES).flatMap((name) => [name, `_${name}`]);
const LOOK_NUMBERS = new Map(LOOK_NAMES.map((name, number) => [name, number]));

/** The number that a cell stands for, NaN where it stands for none. */
function readValue(kind: ValueKind, cell: string): number {
  if (kind === "count") return cell === "" ? Number.NaN : Number(cell);
  if (kind === "look") return LOOK_NUMBERS.get(cell) ?? Number.NaN;
  const comma = cell.indexOf(",");
  const one = cell.slice(0, comma);
  const two = LOOK_NUMBERS.get(cell.slice(comma + 1)) ?? Number.NaN;
  return (kind === "looks" ? (LOOK_NUMBERS.get(one) ?? Number.NaN) : Number(one)) * LOOKS + two;
}

/** The cell of the table that `readValue` reads back; words are written by the trainer. */
export function formatValue(kind: ValueKind, value: number): string {
  if (kind === "count") return String(value);
  if (kind === "look") return LOOK_NAMES[value]!;
  const [one, two] = [Math.floor(value / LOOKS), LOOK_NAMES[value % LOOKS]!];
  return `${kind === "looks" ? LOOK_NAMES[one]! : one},${two}`;
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
