/** Takes lines and blocks off a stream of bytes, of which it holds no more than is asked for. */

export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);
  #isOver = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Bytes up to the next line feed, it included, at most `most`; null at the end of the stream. */
  async readLine(most: number): Promise<Uint8Array | null> {
    for (let from = 0; ; ) {
      const end = this.#held.indexOf(0x0a, from);
      if (end >= 0) return this.#take(end + 1);
      if (this.#held.length >= most) return this.#take(most);
      from = this.#held.length;
      if (!(await this.#more())) return this.#held.length > 0 ? this.#take(this.#held.length) : null;
    }
  }

  /** The next bytes, fewer where the stream ends before. */
  async read(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let open = count; open > 0; ) {
      if (this.#held.length === 0 && !(await this.#more())) break;
      const part = this.#take(Math.min(open, this.#held.length));
      parts.push(part);
      open -= part.length;
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  /** The next bytes, which stay to be read; fewer where the stream ends before. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.#held.length < count && (await this.#more()));
    return this.#held.subarray(0, count);
  }

  /** Passes over bytes; false where the stream ends before. */
  async skip(count: number): Promise<boolean> {
    for (let open = count; open > 0; ) {
      if (this.#held.length === 0 && !(await this.#more())) return false;
      open -= this.#take(Math.min(open, this.#held.length)).length;
    }
    return true;
  }

  /** Puts bytes back before all others. */
  unread(bytes: Uint8Array): void {
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([bytes, this.#held]);
  }

  #take(count: number): Uint8Array {
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }

  async #more(): Promise<boolean> {
    while (!this.#isOver) {
      const { done, value } = await this.#chunks.next();
      if (done) this.#isOver = true;
      else if (value.length > 0) {
        this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
        return true;
      }
    }
    return false;
  }
}
