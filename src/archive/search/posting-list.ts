/** Where a word stands, packed: for each report its number, how often, and the positions, as differences. */

/** Collects the bytes of one word's list. */
export class PostingWriter {
  #bytes = new Uint8Array(16);
  #size = 0;
  #last = 0;
  reports = 0;

  /** Adds a report's positions; reports come in ascending order. */
  add(report: number, positions: readonly number[]): void {
    // A difference is never zero, so that a zero tells where a list that was joined to another begins.
    if (this.reports === 0) this.#put(0);
    this.#put(report - this.#last);
    this.#put(positions.length);
    let before = 0;
    for (const position of positions) {
      this.#put(position - before);
      before = position;
    }
    this.#last = report;
    this.reports++;
  }

  get bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#size);
  }

  #put(value: number): void {
    if (this.#size + 5 > this.#bytes.length) {
      const grown = new Uint8Array(2 * this.#bytes.length);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#size++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#size++] = rest;
  }
}

/** A word's reports in ascending order; the positions of the i-th begin at `offsets[i]` of `positions`. */
export interface Postings {
  readonly reports: Uint32Array;
  readonly offsets: Uint32Array;
  readonly positions: Uint32Array;
}

/** Unpacks lists that have been joined end to end. */
export function readPostings(lists: readonly Uint8Array[], count: number): Postings {
  const size = lists.reduce((sum, list) => sum + list.length, 0);
  const reports = new Uint32Array(count);
  const offsets = new Uint32Array(count + 1);
  const positions = new Uint32Array(size);
  const cursor = { at: 0 };
  let [n, p] = [0, 0];
  for (const list of lists) {
    cursor.at = 0;
    let last = 0;
    while (cursor.at < list.length) {
      const difference = readNumber(list, cursor);
      if (difference === 0) {
        last = 0;
        continue;
      }
      last += difference;
      reports[n] = last;
      offsets[n++] = p;
      let position = 0;
      for (let left = readNumber(list, cursor); left > 0; left--) {
        position += readNumber(list, cursor);
        positions[p++] = position;
      }
    }
  }
  offsets[n] = p;
  return { reports: reports.subarray(0, n), offsets: offsets.subarray(0, n + 1), positions: positions.subarray(0, p) };
}

function readNumber(bytes: Uint8Array, cursor: { at: number }): number {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[cursor.at++]!;
    value |= (byte & 127) << shift;
    if (byte < 128) return value >>> 0;
    shift += 7;
  }
}
