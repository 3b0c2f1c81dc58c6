/** Places in the tree as numbers: paths between tokens, branches and relations. */
import type { Columns } from "./columns.js";

/** Steps of a path that are followed. */
const MOST_STEPS = 10;
/** Steps to the branch under a token that are followed. */
const MOST_RISE = 40;

/** Relations from one token up and down to another as one number; 0 where the path is long, 1 where there is none. */
export function pathNumber(c: Columns, from: number, to: number): number {
  const { head } = c.parsed;
  let a = from;
  let b = to;
  let up = 17;
  let down = 23;
  for (let step = 0; a !== b && step < MOST_STEPS; step++) {
    if (a < 0 || b < 0) return 1;
    if (c.depth[a]! >= c.depth[b]!) {
      up = Math.imul(up ^ c.deprel[a]!, 0x01000193);
      a = head[a]!;
    } else {
      down = Math.imul(down ^ c.deprel[b]!, 0x5bd1e995);
      b = head[b]!;
    }
  }
  return a === b ? Math.imul(up, 31) ^ down : 0;
}

/** The child of `head` in whose branch the token stands; `head` itself for its own; −1 where it stands outside. */
export function branchUnder(c: Columns, head: number, token: number): number {
  if (token < 0 || token >= c.parsed.length) return -1;
  for (let at = token, steps = 0; at >= 0 && steps < MOST_RISE; at = c.parsed.head[at]!, steps++) {
    if (at === head || c.parsed.head[at] === head) return at;
  }
  return -1;
}

/** The token's relation, 0 for none. */
export function relOf(c: Columns, token: number): number {
  return token < 0 ? 0 : c.deprel[token]!;
}
