/** Answers as bytes, kept for the next who asks the same of the same archive. */

export interface Body {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Beside those of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Keeps what was asked for last, up to so many bytes; the same question asked twice at once is answered once. */
export class AnswerCache {
  readonly #most: number;
  readonly #kept = new Map<string, Body>();
  readonly #pending = new Map<string, Promise<Body>>();
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** The answer of that name, made where it is not there. */
  async get(name: string, make: () => Promise<Body>): Promise<Body> {
    const kept = this.#kept.get(name);
    if (kept) {
      this.#kept.delete(name);
      this.#kept.set(name, kept);
      return kept;
    }
    const pending = this.#pending.get(name);
    if (pending) return pending;
    const made = make();
    this.#pending.set(name, made);
    try {
      const body = await made;
      this.#keep(name, body);
      return body;
    } finally {
      this.#pending.delete(name);
    }
  }

  #keep(name: string, body: Body): void {
    if (body.bytes.length > this.#most / 4) return;
    this.#kept.set(name, body);
    this.#size += body.bytes.length;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#size <= this.#most) break;
      this.#kept.delete(oldest);
      this.#size -= bytes.length;
    }
  }
}
