import { expect, test } from "vitest";
import type { CoverageMeter } from "./coverage.js";
import { GuidedRun } from "./guided-run.js";
import { makeChance } from "./mutate.js";

/** A meter by whose account each of the letters that came by is a piece of code. */
class LetterMeter {
  readonly #seen = new Set<string>();
  #now = new Set<string>();
  see(text: string): void {
    for (const letter of text) this.#now.add(letter);
  }
  async take(): Promise<Set<string>> {
    const taken = this.#now;
    this.#now = new Set();
    return taken;
  }
  addNew(pieces: ReadonlySet<string>): Set<string> {
    const added = new Set([...pieces].filter((piece) => !this.#seen.has(piece)));
    for (const piece of added) this.#seen.add(piece);
    return added;
  }
}

function makeRun(check: (input: string) => void) {
  const meter = new LetterMeter();
  const see = async (input: string) => {
    meter.see(input);
    check(input);
  };
  return new GuidedRun(["ab"], see, meter as unknown as CoverageMeter);
}

test("keeps what reaches something new, and only that", async () => {
  const run = makeRun(() => undefined);
  await run.tryBatch(makeChance(1));
  expect(run.pool.length).toBeGreaterThan(5);
  expect(run.pool.slice(1).filter((kept) => /^[ab]*$/.test(kept)).length).toBeLessThan(3);
});

test("gives back what fails", async () => {
  const run = makeRun((input) => {
    if (input.includes("b")) throw new Error("b");
  });
  const { failure } = await run.tryBatch(makeChance(1));
  expect(failure?.input).toContain("b");
});
