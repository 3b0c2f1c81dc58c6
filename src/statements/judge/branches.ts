/** Edges of the branches of the trees and of the quotations, punctuation left out. */
import { type Parsed, tokenAt } from "../../language/index.js";
import type { Scene } from "../candidate.js";
import { WORD } from "./word-kinds.js";

export interface Branches {
  /** Steps to the root. */
  readonly depth: Int32Array;
  /** First and last word of the branch under a token. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** The highest token whose branch begins (ends) with this one; −1 where none does. */
  readonly topStart: Int32Array;
  readonly topEnd: Int32Array;
  /** First and last word of each quotation. */
  readonly quoteFirst: Int32Array;
  readonly quoteLast: Int32Array;
}

export function findBranches(scene: Scene, kind: Uint16Array): Branches {
  const edges = findEdges(scene.parsed, kind);
  return { ...edges, ...findTops(edges), ...quoteWords(scene, kind) };
}

interface Edges {
  readonly depth: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Each word widens the branches above it; a tree is never deeper than its sentence is long. */
function findEdges(parsed: Parsed, kind: Uint16Array): Edges {
  const size = parsed.length;
  const depth = new Int32Array(size);
  const left = Int32Array.from({ length: size }, (_, token) => token);
  const right = Int32Array.from(left);
  for (let token = 0; token < size; token++) {
    const isWord = (kind[token]! & WORD) !== 0;
    for (let at = parsed.head[token]!; at >= 0; at = parsed.head[at]!) {
      depth[token]!++;
      if (!isWord) continue;
      if (token < left[at]!) left[at] = token;
      if (token > right[at]!) right[at] = token;
    }
  }
  return { depth, left, right };
}

function findTops({ depth, left, right }: Edges) {
  const topStart = new Int32Array(depth.length).fill(-1);
  const topEnd = new Int32Array(depth.length).fill(-1);
  const raise = (tops: Int32Array, edge: number, token: number) => {
    const before = tops[edge]!;
    if (before < 0 || depth[before]! > depth[token]!) tops[edge] = token;
  };
  for (let token = 0; token < depth.length; token++) {
    raise(topStart, left[token]!, token);
    raise(topEnd, right[token]!, token);
  }
  return { topStart, topEnd };
}

function quoteWords({ parsed, quotations }: Scene, kind: Uint16Array) {
  const end = parsed.length - 1;
  const quoteFirst = new Int32Array(quotations.length);
  const quoteLast = new Int32Array(quotations.length);
  for (const [i, { inner }] of quotations.entries()) {
    let first = Math.min(tokenAt(parsed, inner.start), end);
    let last = Math.max(first, Math.min(tokenAt(parsed, inner.end - 1), end));
    while (first < last && (kind[first]! & WORD) === 0) first++;
    while (last > first && (kind[last]! & WORD) === 0) last--;
    quoteFirst[i] = first;
    quoteLast[i] = last;
  }
  return { quoteFirst, quoteLast };
}
