/** The learnt weights that tell English from other languages in Latin letters, one for each feature's number. */
import { AssetError } from "../errors.js";
import { describeEnglish, FEATURE_BITS } from "./english-features.js";

export interface EnglishModel {
  /** How sure it is that a text is English, in weights; from 0 on it counts as English, without a word it is −∞. */
  readonly score: (text: string) => number;
}

/** "CHEN", then the number of the format, which rises when the file, the features or their hashes change. */
const HEAD = [0x43, 0x48, 0x45, 0x4e, 1, FEATURE_BITS];
/** Behind the head stands the bias, a whole number of two bytes, the lower first. */
const BIAS_BYTES = 2;
const WEIGHTS_AT = HEAD.length + BIAS_BYTES;

/** Reads english.bin; throws AssetError where it is anything else. */
export function readEnglishModel(bytes: Uint8Array): EnglishModel {
  if (bytes.length !== WEIGHTS_AT + (1 << FEATURE_BITS) || HEAD.some((byte, i) => bytes[i] !== byte)) {
    throw new AssetError("asset-format", "english.bin is cut off or of another format", "Install the package anew.");
  }
  const bias = ((bytes[HEAD.length]! | (bytes[HEAD.length + 1]! << 8)) << 16) >> 16;
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + WEIGHTS_AT, 1 << FEATURE_BITS);
  return { score: (text) => scoreWords(describeEnglish(text), (feature) => weights[feature]!) + bias };
}

/** Each word has the mean of its features' weights; their sum grows with the root of their number. */
export function scoreWords(words: Iterable<readonly number[]>, weightOf: (feature: number) => number): number {
  let [sum, count] = [0, 0];
  for (const features of words) {
    let own = 0;
    for (const feature of features) own += weightOf(feature);
    sum += own / features.length;
    count++;
  }
  return count === 0 ? Number.NEGATIVE_INFINITY : sum / Math.sqrt(count);
}

/** The bytes of english.bin. */
export function packEnglishModel(weights: Int8Array, bias: number): Uint8Array {
  const bytes = new Uint8Array(WEIGHTS_AT + weights.length);
  bytes.set([...HEAD, bias & 0xff, (bias >> 8) & 0xff]);
  new Int8Array(bytes.buffer).set(weights, WEIGHTS_AT);
  return bytes;
}
