import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createKernel } from "./kernel.js";
import { createNetwork, LONGEST, type Network } from "./network.js";
import { readWeights } from "./read-weights.js";

const models = new URL("../../models/", import.meta.url).pathname;
const folder = readdirSync(models)
  .filter((name) => name.startsWith("en-"))
  .sort()
  .at(-1)!;
const weights = readWeights(readFileSync(`${models}${folder}/model.bin`));
const PLAIN = { ...(globalThis as { WebAssembly?: object }).WebAssembly, validate: () => false };

const plain = createNetwork(weights, (bytes) => createKernel(bytes, PLAIN as never));
const swift = createNetwork(weights);

const WORDS =
  "The minister of Kenya , who met 12 Peruvian envoys in Oslo on Monday , said that talks would go on .".split(" ");
/** A sentence of so many words, another for each `shift`. */
const sentence = (length: number, shift: number) =>
  Array.from({ length }, (_, i) => WORDS[(i * (shift + 1) + shift) % WORDS.length]!);
const told = (network: Network, forms: readonly string[]) =>
  Object.values(network.analyse(forms)).map((column) => Array.from(column as Int32Array));

describe("createNetwork", () => {
  it.each([1, 2, 3, 4, 7, 8, 21, LONGEST - 1, LONGEST])(
    "says the same without vector instructions, of %i words",
    (length) => {
      const forms = sentence(length, length % 5);
      expect(told(plain, forms)).toEqual(told(swift, forms));
    },
  );

  it("says the same whatever was read before", () => {
    const fresh = createNetwork(weights);
    told(swift, sentence(LONGEST, 3));
    for (const length of [1, 6, 30]) expect(told(swift, sentence(length, 1))).toEqual(told(fresh, sentence(length, 1)));
  });

  it("refuses a sentence that it has no room for, and goes on", () => {
    const before = told(swift, sentence(9, 2));
    expect(() => swift.analyse(sentence(LONGEST + 1, 0))).toThrow(RangeError);
    expect(told(swift, sentence(9, 2))).toEqual(before);
  });
});
