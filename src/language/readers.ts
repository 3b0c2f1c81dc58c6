/** Small readers of a tree: who depends on whom, and which words a branch covers. */
import type { Span } from "../reading/index.js";
import type { Parsed } from "./parsed.js";

/** Offsets of the tokens `first` to `last` inclusive. */
export function spanOf(parsed: Parsed, first: number, last: number = first): Span {
  return { start: parsed.start[first]!, end: parsed.end[last]! };
}

/** Dependants of a token in text order. */
export function children(parsed: Parsed, token: number): number[] {
  const found: number[] = [];
  for (let child = parsed.firstChild[token]!; child >= 0; child = parsed.nextSibling[child]!) found.push(child);
  return found;
}

/** Relation without its subtype: "nsubj" for "nsubj:pass". */
export function relation(parsed: Parsed, token: number): string {
  const full = parsed.deprel[token]!;
  const colon = full.indexOf(":");
  return colon < 0 ? full : full.slice(0, colon);
}

/** Dependants in one of these relations; "nsubj" takes its subtypes too, "nsubj:pass" only itself. */
export function childrenBy(parsed: Parsed, token: number, ...relations: readonly string[]): number[] {
  return children(parsed, token).filter((child) => hasRelation(parsed, child, ...relations));
}

/** The first such dependant, −1 where there is none. */
export function childBy(parsed: Parsed, token: number, ...relations: readonly string[]): number {
  for (let child = parsed.firstChild[token]!; child >= 0; child = parsed.nextSibling[child]!) {
    if (hasRelation(parsed, child, ...relations)) return child;
  }
  return -1;
}

/** Whether the token stands to its head in one of these relations; without subtype they match any. */
export function hasRelation(parsed: Parsed, token: number, ...relations: readonly string[]): boolean {
  return relations.includes(parsed.deprel[token]!) || relations.includes(relation(parsed, token));
}

/** First and last token of the branch under a token, itself included; `leave` names branches to pass over. */
export function subtreeRange(
  parsed: Parsed,
  token: number,
  leave: (child: number) => boolean = () => false,
): { readonly first: number; readonly last: number } {
  let first = token;
  let last = token;
  const open = [token];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next < first) first = next;
    if (next > last) last = next;
    for (let child = parsed.firstChild[next]!; child >= 0; child = parsed.nextSibling[child]!) {
      if (!leave(child)) open.push(child);
    }
  }
  return { first, last };
}

/** Whether `token` hangs somewhere under `ancestor`, or is it. */
export function isUnder(parsed: Parsed, token: number, ancestor: number): boolean {
  for (let at = token; at >= 0; at = parsed.head[at]!) if (at === ancestor) return true;
  return false;
}

/** The token, its head, its head's head … up to the root. */
export function pathToRoot(parsed: Parsed, token: number): number[] {
  const path: number[] = [];
  for (let at = token; at >= 0; at = parsed.head[at]!) path.push(at);
  return path;
}

/** Number of the first token that ends after `offset`: the token at that place, or the next one; `length` past the end. */
export function tokenAt(parsed: Parsed, offset: number): number {
  let low = 0;
  let high = parsed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parsed.end[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
