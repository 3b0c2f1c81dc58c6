import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeTree } from "./decode-tree.js";

/** All trees with one root over `size − 1` words, best total. */
function bestTotal(scores: Float64Array, size: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Int32Array(size);
  const visit = (word: number) => {
    if (word === size) {
      if (isTree(heads, size)) best = Math.max(best, total(heads, scores, size));
      return;
    }
    for (let head = 0; head < size; head++) {
      heads[word] = head;
      if (head !== word) visit(word + 1);
    }
  };
  visit(1);
  return best;
}

function total(heads: Int32Array, scores: Float64Array, size: number): number {
  let sum = 0;
  for (let word = 1; word < size; word++) sum += scores[word * size + heads[word]!]!;
  return sum;
}

function isTree(heads: Int32Array, size: number): boolean {
  if (heads.filter((head, word) => word > 0 && head === 0).length !== 1) return false;
  for (let word = 1; word < size; word++) {
    let at = word;
    for (let steps = 0; at !== 0; steps++) {
      if (steps > size) return false;
      at = heads[at]!;
    }
  }
  return true;
}

const problem = (largest: number) =>
  fc
    .integer({ min: 2, max: largest })
    .chain((size) => fc.array(fc.integer({ min: -50, max: 50 }), { minLength: size * size, maxLength: size * size }))
    .map((numbers) => ({ scores: Float64Array.from(numbers), size: Math.sqrt(numbers.length) }));

describe("decodeTree", () => {
  it("finds the best tree with one root", () => {
    fc.assert(
      fc.property(problem(5), ({ scores, size }) => {
        expect(total(decodeTree(scores, size), scores, size)).toBe(bestTotal(scores, size));
      }),
      { numRuns: 300 },
    );
  });

  it("gives one root and no cycle however the scores lie", () => {
    fc.assert(
      fc.property(problem(14), ({ scores, size }) => {
        expect(isTree(decodeTree(scores, size), size)).toBe(true);
      }),
    );
  });
});
