/** Groups of options, each a list of features, one of them right; a yes or no is a group of one with the label 1 or 0. */
import type { FeatureList } from "../../src/statements/judge/feature-list.js";

export class Groups {
  private keys = new Int32Array(1 << 20);
  private length = 0;
  private readonly starts: number[] = [];
  private readonly firsts: number[] = [];
  readonly labels: number[] = [];

  open(label: number): void {
    this.firsts.push(this.starts.length);
    this.labels.push(label);
  }

  option(list: FeatureList): void {
    if (this.length + list.length > this.keys.length) {
      const more = new Int32Array(this.keys.length * 2);
      more.set(this.keys);
      this.keys = more;
    }
    this.starts.push(this.length);
    this.keys.set(list.keys.subarray(0, list.length), this.length);
    this.length += list.length;
  }

  /** These groups and then the other's. */
  join(other: Groups): Groups {
    const both = new Groups();
    both.keys = new Int32Array(this.length + other.length);
    both.keys.set(this.keys.subarray(0, this.length));
    both.keys.set(other.keys.subarray(0, other.length), this.length);
    both.length = this.length + other.length;
    for (const start of this.starts) both.starts.push(start);
    for (const start of other.starts) both.starts.push(start + this.length);
    for (const first of this.firsts) both.firsts.push(first);
    for (const first of other.firsts) both.firsts.push(first + this.starts.length);
    for (const label of this.labels) both.labels.push(label);
    for (const label of other.labels) both.labels.push(label);
    return both;
  }

  /** Features numbered from 0, those seen in fewer than `least` options left out. */
  compact(least: number): CompactGroups {
    const { numberOf, keys } = countKeys(this.keys.subarray(0, this.length), least);
    const features = new Int32Array(this.length);
    const starts = new Int32Array(this.starts.length + 1);
    let size = 0;
    for (let option = 0; option < this.starts.length; option++) {
      starts[option] = size;
      const end = this.starts[option + 1] ?? this.length;
      for (let i = this.starts[option]!; i < end; i++) {
        const feature = numberOf(this.keys[i]!);
        if (feature >= 0) features[size++] = feature;
      }
    }
    starts[this.starts.length] = size;
    return {
      keys,
      features,
      starts,
      firsts: Int32Array.from([...this.firsts, this.starts.length]),
      labels: this.labels,
    };
  }
}

export interface CompactGroups {
  /** Key of each feature. */
  readonly keys: Int32Array;
  readonly features: Int32Array;
  /** Where each option's features begin, and the end. */
  readonly starts: Int32Array;
  /** The first option of each group, and the end. */
  readonly firsts: Int32Array;
  readonly labels: readonly number[];
}

/** An open table of all keys; those seen often enough get numbers in the order in which they come first. */
function countKeys(all: Int32Array, least: number) {
  const places = 1 << 25;
  const mask = places - 1;
  const table = new Int32Array(places);
  const counts = new Uint8Array(places);
  const numbers = new Int32Array(places).fill(-1);
  const placeOf = (key: number): number => {
    let place = Math.imul(key, 0x9e3779b1) >>> 7;
    while (counts[place] !== 0 && table[place] !== key) place = (place + 1) & mask;
    return place;
  };
  const keys: number[] = [];
  for (const key of all) {
    const place = placeOf(key);
    table[place] = key;
    if (counts[place]! < 255) counts[place]!++;
    if (counts[place] === least && numbers[place]! < 0) numbers[place] = keys.push(key) - 1;
  }
  return { keys: Int32Array.from(keys), numberOf: (key: number) => numbers[placeOf(key)]! };
}
