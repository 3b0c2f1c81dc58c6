/** Hashes of words and of features, 32 bits each, the same on every machine. */

/** A word's number: FNV-1a over its UTF-16 units. */
export function hashWord(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** A feature's key from its number and its two values, mixed as MurmurHash3 does. */
export function hashFeature(feature: number, first: number, second: number): number {
  let hash = Math.imul(first ^ Math.imul(feature + 1, 0x85ebca6b), 0xcc9e2d51);
  hash = (hash << 15) | (hash >>> 17);
  hash = Math.imul(hash ^ Math.imul(second, 0x9e3779b1), 0x1b873593);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
