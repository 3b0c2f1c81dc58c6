/** Features of one option as numbers: each is a template and up to three values, hashed to 32 bits. */

const ROOM = 640;

/** A list that is filled, scored and cleared; values are whole numbers of 32 bits. */
export class FeatureList {
  readonly keys = new Int32Array(ROOM);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(template: number, a = 0, b = 0, c = 0): void {
    if (this.length < ROOM) this.keys[this.length++] = mix(template, a, b, c);
  }
}

/** One number of a template and its values; integer arithmetic alone, so the same everywhere. */
function mix(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ a, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16) ^ c, 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}

/** Number of a word: FNV-1a over its UTF-16 code units. */
export function wordNumber(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Least distances of the classes from 5 on. */
const CLASSES: readonly number[] = [5, 7, 10, 15, 25];

/** A distance in words as one of few classes, its sign kept: 1, 2, 3, 4, 5–6, 7–9, 10–14, 15–24, 25 and more. */
export function distanceClass(distance: number): number {
  const size = Math.abs(distance);
  let kind = Math.min(size, 4);
  for (const least of CLASSES) if (size >= least) kind++;
  return distance < 0 ? -kind : kind;
}
