/** How much of an article's words a reading of its page has kept, and how much of what it has is none of them. */

export interface Comparison {
  /** Words of the article that are kept, in its order, of all it has: 0 to 1. */
  readonly kept: number;
  /** Words that are not the article's, of all that were read: 0 to 1. */
  readonly foreign: number;
}

export function compareWords(truth: string, read: string): Comparison {
  const [wanted, got] = [wordsOf(truth), wordsOf(read)];
  const common = longestCommon(wanted, got);
  return { kept: common / Math.max(wanted.length, 1), foreign: 1 - common / Math.max(got.length, 1) };
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Length of the longest common subsequence. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(b.length + 1);
  for (const word of a) {
    const next = new Uint32Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) next[j] = word === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!);
    row = next;
  }
  return row[b.length]!;
}
