/** Lets so many work at once and so many wait; who comes after those is told to come again. */
import { RequestError } from "../../errors.js";

export class Turnstile {
  readonly #atOnce: number;
  readonly #waitingMost: number;
  readonly #waiting: (() => void)[] = [];
  #working = 0;

  constructor(atOnce: number, waiting: number) {
    this.#atOnce = atOnce;
    this.#waitingMost = waiting;
  }

  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #enter(): Promise<void> {
    if (this.#working < this.#atOnce) {
      this.#working++;
      return Promise.resolve();
    }
    if (this.#waiting.length >= this.#waitingMost) throw busy();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Whoever waits longest takes the place. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#working--;
  }
}

export function busy(): RequestError {
  return new RequestError("server-busy", 503, "too many questions at once", "Ask again in some seconds.");
}

/** The work's result, or a RequestError 503 where it takes longer. The work itself is not stopped. */
export async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const remedy = "Ask for fewer days or rows.";
    const message = `the answer takes longer than ${milliseconds / 1000} seconds`;
    timer = setTimeout(() => reject(new RequestError("too-slow", 503, message, remedy)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
