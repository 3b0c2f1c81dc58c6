/** The judge's weights, as `training/attribution` packs them: a hash table of whole numbers, and classes of words. */
import { AssetError } from "../../errors.js";
import type { FeatureList } from "./feature-list.js";

/** Raised whenever the form of the file changes. */
export const MODEL_FORMAT = 1;
const MAGIC = 0x54414843;

/** How much must speak for a cue: where a rule proposes a statement, and where the judge alone sees one. */
export interface Thresholds {
  readonly proposed: number;
  /** Whose content is a clause, an infinitive or a quotation. */
  readonly clause: number;
  /** Whose content is a noun phrase. */
  readonly noun: number;
}

/** What stands in front of the numbers, as JSON. */
export interface ModelHeader {
  /** Units of a score that make one logit. */
  readonly scale: number;
  /** Least scores of a cue, in units. */
  readonly thresholds: Thresholds;
  /** Score of a cue, in units, and the share of such statements that are right; rising, between them a straight line. */
  readonly calibration: readonly (readonly [score: number, share: number])[];
  readonly weights: number;
  readonly classes: number;
}

export interface JudgeModel extends Omit<ModelHeader, "weights" | "classes"> {
  /** Fine class times 256 plus coarse class, by number of the form. */
  readonly classes: ReadonlyMap<number, number>;
  /** Sum of the weights of the features, in units. */
  score(list: FeatureList): number;
}

/** Reads the file; throws AssetError where it is none, or of another format. */
export function readJudgeModel(bytes: Uint8Array): JudgeModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== MODEL_FORMAT) {
    throw new AssetError(
      "asset-format",
      "attribution.bin is no such model of this version",
      "Install the package anew.",
    );
  }
  const length = view.getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + length))) as ModelHeader;
  const reader = { bytes, at: 12 + length };
  const keys = readKeys(reader, header.weights);
  const weights = Int8Array.from(bytes.subarray(reader.at, reader.at + header.weights));
  reader.at += header.weights;
  const { scale, thresholds, calibration } = header;
  const classes = readClasses(reader, header.classes);
  return { scale, thresholds, calibration, classes, score: makeScore(keys, weights) };
}

/** The file's bytes; keys are numbers of 32 bits, weights whole numbers from −127 to 127. */
export function writeJudgeModel(
  header: Omit<ModelHeader, "weights" | "classes">,
  weights: ReadonlyMap<number, number>,
  classes: ReadonlyMap<number, number>,
): Uint8Array {
  const full: ModelHeader = { ...header, weights: weights.size, classes: classes.size };
  const json = new TextEncoder().encode(JSON.stringify(full));
  const front = new Uint8Array(12);
  const view = new DataView(front.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, MODEL_FORMAT, true);
  view.setUint32(8, json.length, true);
  const keys = sortedKeys(weights);
  const words = sortedKeys(classes);
  const values = keys.map((key) => weights.get(key)! & 255);
  const numbers = words.flatMap((key) => [
    classes.get(key)! & 255,
    (classes.get(key)! >> 8) & 255,
    classes.get(key)! >> 16,
  ]);
  return Uint8Array.from([...front, ...json, ...deltas(keys), ...values, ...deltas(words), ...numbers]);
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

/** Rising unsigned numbers, each as what it is more than the one before, seven bits a byte. */
function readKeys(reader: Reader, count: number): Int32Array {
  const keys = new Int32Array(count);
  let key = 0;
  for (let i = 0; i < count; i++) {
    let shift = 0;
    let delta = 0;
    for (let byte = 128; byte >= 128; shift += 7) {
      byte = reader.bytes[reader.at++]!;
      delta += (byte & 127) * 2 ** shift;
    }
    key += delta;
    keys[i] = key | 0;
  }
  return keys;
}

function readClasses(reader: Reader, count: number): Map<number, number> {
  const keys = readKeys(reader, count);
  const classes = new Map<number, number>();
  for (const key of keys) {
    const [low, middle, high] = reader.bytes.subarray(reader.at, reader.at + 3);
    classes.set(key, low! + 256 * middle! + 65536 * high!);
    reader.at += 3;
  }
  return classes;
}

/** A sum over an open table of twice as many places as there are keys. */
function makeScore(keys: Int32Array, weights: Int8Array): (list: FeatureList) => number {
  let places = 2;
  while (places < 2 * keys.length) places *= 2;
  const mask = places - 1;
  const table = new Int32Array(places);
  const values = new Int8Array(places);
  for (let i = 0; i < keys.length; i++) {
    let place = keys[i]! & mask;
    while (values[place] !== 0) place = (place + 1) & mask;
    table[place] = keys[i]!;
    values[place] = weights[i]!;
  }
  return (list) => {
    let sum = 0;
    for (let i = 0; i < list.length; i++) {
      const key = list.keys[i]!;
      let place = key & mask;
      while (values[place] !== 0 && table[place] !== key) place = (place + 1) & mask;
      sum += values[place]!;
    }
    return sum;
  };
}

function sortedKeys(map: ReadonlyMap<number, number>): number[] {
  return [...map.keys()].sort((a, b) => (a >>> 0) - (b >>> 0));
}

function deltas(keys: readonly number[]): number[] {
  const bytes: number[] = [];
  let before = 0;
  for (const key of keys) {
    let rest = (key >>> 0) - before;
    before = key >>> 0;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  }
  return bytes;
}
