/** A table from 64-bit keys to numbers, in some 20 bytes an entry: what a writer remembers of millions of records. */

const FIRST_SIZE = 1024;

/** Open addressing over typed arrays; keys are hashes already, so their low bits tell where to look first. */
export class KeyTable {
  #keys = new BigUint64Array(FIRST_SIZE);
  /** The value and one: zero is an empty slot. */
  #values = new Uint32Array(FIRST_SIZE);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  /** The key's number, null where it has none. */
  find(key: bigint): number | null {
    const value = this.#values[this.#slot(key)]!;
    return value === 0 ? null : value - 1;
  }

  /** Sets a key's number, in the place of an older one. */
  set(key: bigint, value: number): void {
    if (3 * (this.#count + 1) > 2 * this.#keys.length) this.#grow();
    const slot = this.#slot(key);
    if (this.#values[slot] === 0) this.#count++;
    this.#keys[slot] = key;
    this.#values[slot] = value + 1;
  }

  #slot(key: bigint): number {
    const mask = this.#keys.length - 1;
    let slot = Number(key & 0xffffffffn) & mask;
    while (this.#values[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new BigUint64Array(2 * keys.length);
    this.#values = new Uint32Array(2 * keys.length);
    this.#count = 0;
    for (let i = 0; i < keys.length; i++) if (values[i] !== 0) this.set(keys[i]!, values[i]! - 1);
  }
}
