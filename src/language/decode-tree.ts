/** Picks the best tree from scores of heads: each word's best head, and where these make no tree, Chu-Liu-Edmonds. */

/**
 * Heads of the words 1 … n of a sentence, 0 standing for the root, as a tree with one word at the root.
 * `scores` holds n + 1 rows, one a dependant, of n + 1 scores of heads; row 0 is not read.
 */
export function decodeTree(scores: Float64Array, size: number): Int32Array {
  const heads = bestHeads(scores, size);
  if (isTree(heads, size)) return heads;
  const forced = scores.slice();
  let best: Int32Array | null = null;
  let bestTotal = Number.NEGATIVE_INFINITY;
  for (const root of likelyRoots(scores, size)) {
    forceRoot(forced, scores, size, root);
    const found = spanningTree(forced, size);
    const total = totalOf(found, scores, size);
    if (total > bestTotal) {
      bestTotal = total;
      best = found;
    }
  }
  return best!;
}

const ROOTS_TRIED = 3;

/** The words whose arc from the root loses least against their best other head. */
function likelyRoots(scores: Float64Array, size: number): number[] {
  const loss = (word: number) => {
    let other = Number.NEGATIVE_INFINITY;
    for (let head = 1; head < size; head++) {
      if (head !== word && scores[word * size + head]! > other) other = scores[word * size + head]!;
    }
    return scores[word * size]! - other;
  };
  const losses = Array.from({ length: size - 1 }, (_, i) => ({ word: i + 1, loss: loss(i + 1) }));
  losses.sort((a, b) => b.loss - a.loss || a.word - b.word);
  return losses.slice(0, ROOTS_TRIED).map(({ word }) => word);
}

const NEVER = -1e9;

function forceRoot(forced: Float64Array, scores: Float64Array, size: number, root: number): void {
  forced.set(scores);
  for (let word = 1; word < size; word++) if (word !== root) forced[word * size] = NEVER;
  for (let head = 1; head < size; head++) forced[root * size + head] = NEVER;
}

function totalOf(heads: Int32Array, scores: Float64Array, size: number): number {
  let total = 0;
  for (let word = 1; word < size; word++) total += scores[word * size + heads[word]!]!;
  return total;
}

function bestHeads(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let word = 1; word < size; word++) {
    let best = 0;
    let highest = Number.NEGATIVE_INFINITY;
    for (let head = 0; head < size; head++) {
      const score = scores[word * size + head]!;
      if (head === word || score <= highest) continue;
      best = head;
      highest = score;
    }
    heads[word] = best;
  }
  return heads;
}

function isTree(heads: Int32Array, size: number): boolean {
  let roots = 0;
  for (let word = 1; word < size; word++) if (heads[word] === 0) roots++;
  return roots === 1 && findCycle(heads, size) === null;
}

/** The words of one cycle, null where there is none. */
function findCycle(heads: Int32Array, size: number): number[] | null {
  const seenFrom = new Int32Array(size);
  for (let start = 1; start < size; start++) {
    let at = start;
    while (at > 0 && seenFrom[at] === 0) {
      seenFrom[at] = start;
      at = heads[at]!;
    }
    if (at <= 0 || seenFrom[at] !== start) continue;
    const cycle = [at];
    for (let next = heads[at]!; next !== at; next = heads[next]!) cycle.push(next);
    return cycle;
  }
  return null;
}

/** Chu-Liu-Edmonds: a cycle is contracted into one word, the smaller problem solved, and the cycle opened again. */
function spanningTree(scores: Float64Array, size: number): Int32Array {
  const heads = bestHeads(scores, size);
  const cycle = findCycle(heads, size);
  if (!cycle) return heads;
  const contracted = contract(scores, size, heads, cycle);
  const inner = spanningTree(contracted.scores, contracted.size);
  return expand(heads, inner, contracted, cycle);
}

interface Contracted {
  readonly scores: Float64Array;
  readonly size: number;
  /** Old word of each new one; the last new word is the cycle. */
  readonly outside: readonly number[];
  /** For each new word: the word of the cycle that it would hang from, and that it would be the head of. */
  readonly leaving: Int32Array;
  readonly entering: Int32Array;
}

function contract(scores: Float64Array, size: number, heads: Int32Array, cycle: readonly number[]): Contracted {
  const inCycle = new Set(cycle);
  const outside = Array.from({ length: size }, (_, i) => i).filter((word) => !inCycle.has(word));
  const small = outside.length + 1;
  const last = small - 1;
  const next = new Float64Array(small * small).fill(NEVER);
  const leaving = new Int32Array(small);
  const entering = new Int32Array(small);
  for (const [i, word] of outside.entries()) {
    for (const [j, head] of outside.entries()) next[i * small + j] = scores[word * size + head]!;
    leaving[i] = bestOf(cycle, (member) => scores[word * size + member]!);
    next[i * small + last] = scores[word * size + leaving[i]!]!;
    const gain = (member: number) => scores[member * size + word]! - scores[member * size + heads[member]!]!;
    entering[i] = bestOf(cycle, gain);
    next[last * small + i] = gain(entering[i]!);
  }
  return { scores: next, size: small, outside, leaving, entering };
}

function bestOf(words: readonly number[], score: (word: number) => number): number {
  let best = words[0]!;
  for (const word of words) if (score(word) > score(best)) best = word;
  return best;
}

function expand(heads: Int32Array, inner: Int32Array, contracted: Contracted, cycle: readonly number[]): Int32Array {
  const { outside, leaving, entering, size } = contracted;
  const last = size - 1;
  const result = new Int32Array(heads.length);
  for (const member of cycle) result[member] = heads[member]!;
  for (const [i, word] of outside.entries()) {
    if (i > 0) result[word] = inner[i] === last ? leaving[i]! : outside[inner[i]!]!;
  }
  const from = inner[last]!;
  result[entering[from]!] = outside[from]!;
  return result;
}
