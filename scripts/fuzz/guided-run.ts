/** A run guided by coverage: an input that reaches new code is kept, and the next inputs are made of it. */
import type { CoverageMeter } from "./coverage.js";
import { type Chance, mutate } from "./mutate.js";

/** Inputs between two looks at the coverage, of which one costs as much as many inputs. */
const BATCH = 200;
/** So many of the newest are drawn from as often as from all together. */
const NEWEST = 20;

export interface Failure {
  readonly input: string;
  readonly error: unknown;
}

export type Check = (input: string) => Promise<void>;

/** Grows a pool of inputs that together reach as much code as chance finds. */
export class GuidedRun {
  readonly pool: string[];
  readonly #check: Check;
  readonly #meter: CoverageMeter;

  constructor(seeds: readonly string[], check: Check, meter: CoverageMeter) {
    this.pool = [...seeds];
    this.#check = check;
    this.#meter = meter;
  }

  /** Tries a batch of new inputs, so many as it says; what fails ends it. */
  async tryBatch(chance: Chance): Promise<{ readonly count: number; readonly failure: Failure | null }> {
    const batch = Array.from({ length: BATCH }, () => mutate(this.#draw(chance), chance, this.pool));
    const failure = await this.#tryAll(batch);
    const added = this.#meter.addNew(await this.#meter.take());
    if (!failure && added.size > 0) await this.#keepReaching(batch, added);
    return { count: batch.length, failure };
  }

  async #tryAll(batch: readonly string[]): Promise<Failure | null> {
    for (const input of batch) {
      try {
        await this.#check(input);
      } catch (error) {
        return { input, error };
      }
    }
    return null;
  }

  /** Halves the batch until inputs stand alone, and keeps one for each new piece; `wanted` loses what is reached. */
  async #keepReaching(batch: readonly string[], wanted: Set<string>): Promise<void> {
    if (wanted.size === 0) return;
    await this.#meter.take();
    await this.#tryAll(batch);
    const reached = [...(await this.#meter.take())].filter((piece) => wanted.has(piece));
    if (reached.length === 0) return;
    if (batch.length === 1) {
      this.pool.push(batch[0]!);
      for (const piece of reached) wanted.delete(piece);
      return;
    }
    const middle = batch.length >> 1;
    await this.#keepReaching(batch.slice(0, middle), wanted);
    await this.#keepReaching(batch.slice(middle), wanted);
  }

  #draw(chance: Chance): string {
    const from = chance(2) === 0 ? Math.max(0, this.pool.length - NEWEST) : 0;
    return this.pool[from + chance(this.pool.length - from)]!;
  }
}
