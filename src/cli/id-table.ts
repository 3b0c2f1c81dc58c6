/** Remembers which ids a run has seen, in 16 to 48 bytes each however long they are. */

const FIRST_SIZE = 1024;

/** Set of strings kept as two hashes of 53 bits each: two of a million ids agree in both less than once in 10²⁰ runs. */
export class IdTable {
  #slots = new Float64Array(2 * FIRST_SIZE);
  #count = 0;

  /** Adds an id; false where it was there. */
  add(id: string): boolean {
    const [first, second] = [hash(id, 0x9e3779b9) + 1, hash(id, 0x85ebca6b)];
    if (2 * (this.#count + 1) > this.#slots.length / 2) this.#grow();
    const isNew = put(this.#slots, first, second);
    if (isNew) this.#count++;
    return isNew;
  }

  #grow(): void {
    const grown = new Float64Array(2 * this.#slots.length);
    for (let i = 0; i < this.#slots.length; i += 2) {
      if (this.#slots[i] !== 0) put(grown, this.#slots[i]!, this.#slots[i + 1]!);
    }
    this.#slots = grown;
  }
}

/** Open addressing: the first hash tells where to look first, zero is an empty slot. */
function put(slots: Float64Array, first: number, second: number): boolean {
  const size = slots.length / 2;
  for (let at = first % size; ; at = (at + 1) % size) {
    if (slots[2 * at] === first && slots[2 * at + 1] === second) return false;
    if (slots[2 * at] !== 0) continue;
    slots[2 * at] = first;
    slots[2 * at + 1] = second;
    return true;
  }
}

/** 53 bits of a string, by two multiplicative hashes mixed at the end. */
function hash(text: string, seed: number): number {
  let [high, low] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
