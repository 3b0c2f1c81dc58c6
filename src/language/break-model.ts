/** The learnt weights that tell where sentences end: whole numbers, so that their sum is the same in any order. */
import { AssetError } from "../errors.js";

export interface BreakModel {
  /** Sum of the weights of a gap's features; above 0 a sentence ends there. */
  readonly score: (keys: Int32Array) => number;
}

/** Bits of a key that choose its place, from the top; the lowest eight are the check that stands there. */
const PLACE_BITS = 17;
const PLACES = 1 << PLACE_BITS;
/** "CHSB", then the number of the format, which rises when the file, the features or their hashes change. */
const HEAD = [0x43, 0x48, 0x53, 0x42, 1, PLACE_BITS, 0, 0];
/** Weights are from −127 to 127. */
const GREATEST = 127;

/** Reads splitting.bin: the head, then for each place a check and a weight. Throws AssetError where it is anything else. */
export function readBreakModel(bytes: Uint8Array): BreakModel {
  if (bytes.length !== HEAD.length + 2 * PLACES || HEAD.some((byte, i) => bytes[i] !== byte)) {
    throw new AssetError("asset-format", "splitting.bin is cut off or of another format", "Install the package anew.");
  }
  const cells = new Int8Array(bytes.buffer, bytes.byteOffset + HEAD.length, 2 * PLACES);
  return {
    score: (keys) => {
      let sum = 0;
      for (let i = 0; i < keys.length; i++) {
        const place = 2 * placeOf(keys[i]!);
        if (cells[place] === checkOf(keys[i]!)) sum += cells[place + 1]!;
      }
      return sum;
    },
  };
}

/** Where the weight of a key stands; only one key can have it. */
export const placeOf = (key: number): number => key >>> (32 - PLACE_BITS);
const checkOf = (key: number) => (key << 24) >> 24;

/** The bytes of splitting.bin; of two keys with one place the later stays. */
export function packBreakModel(weights: Iterable<readonly [key: number, weight: number]>): Uint8Array {
  const bytes = new Uint8Array(HEAD.length + 2 * PLACES);
  bytes.set(HEAD);
  const cells = new Int8Array(bytes.buffer, HEAD.length);
  for (const [key, weight] of weights) {
    cells[2 * placeOf(key)] = checkOf(key);
    cells[2 * placeOf(key) + 1] = Math.max(-GREATEST, Math.min(GREATEST, weight));
  }
  return bytes;
}
