/** The trees of a text while some of them are being mended, and small readers and writers for them. */
import type { Parsed, Sentence } from "../../language/index.js";

/** What the mending must know of words. */
export interface HeadingWords {
  /** Noun classes of a lemma. */
  readonly classesOf: (lemma: string) => ReadonlySet<string>;
  /** Whether a lemma may name an act as a verb. */
  readonly isVerb: (lemma: string) => boolean;
}

export interface Draft {
  readonly parsed: Parsed;
  readonly head: Int32Array;
  readonly deprel: string[];
  readonly upos: string[];
  readonly xpos: string[];
  readonly words: HeadingWords;
}

export function makeDraft(parsed: Parsed, words: HeadingWords): Draft {
  return {
    parsed,
    head: parsed.head.slice(),
    deprel: [...parsed.deprel],
    upos: [...parsed.upos],
    xpos: [...parsed.xpos],
    words,
  };
}

/** The trees as they now are. */
export function closeDraft(draft: Draft): Parsed {
  const { parsed, head, deprel, upos, xpos } = draft;
  return { ...parsed, head, deprel, upos, xpos, ...linkChildren(head) };
}

export function attach(draft: Draft, token: number, head: number, deprel: string): void {
  draft.head[token] = head;
  draft.deprel[token] = deprel;
}

export function rootOf(draft: Draft, first: number, last: number): number {
  for (let token = first; token <= last; token++) if (draft.head[token]! < 0) return token;
  return -1;
}

export function isNominal(draft: Draft, token: number): boolean {
  return draft.upos[token] === "NOUN" || draft.upos[token] === "PROPN";
}

export function lowerLemma(draft: Draft, token: number): string {
  return draft.parsed.lemma[token]!.toLowerCase();
}

/** Relation without its subtype. */
export function relationOf(draft: Draft, token: number): string {
  return draft.deprel[token]!.split(":")[0]!;
}

/** Puts a sentence back as it was where the mending has left no tree: two roots, or words that hang in a circle. */
export function restoreUnlessTree(draft: Draft, sentence: Sentence): void {
  if (isTree(draft, sentence)) return;
  for (let token = sentence.first; token <= sentence.last; token++) {
    attach(draft, token, draft.parsed.head[token]!, draft.parsed.deprel[token]!);
    draft.upos[token] = draft.parsed.upos[token]!;
    draft.xpos[token] = draft.parsed.xpos[token]!;
  }
}

function isTree(draft: Draft, sentence: Sentence): boolean {
  let roots = 0;
  for (let token = sentence.first; token <= sentence.last; token++) {
    if (draft.head[token]! < 0) roots++;
    let steps = sentence.last - sentence.first + 1;
    for (let at = token; at >= 0 && steps >= 0; at = draft.head[at]!) steps--;
    if (steps < 0) return false;
  }
  return roots === 1;
}

function linkChildren(head: Int32Array): Pick<Parsed, "firstChild" | "nextSibling"> {
  const firstChild = new Int32Array(head.length).fill(-1);
  const nextSibling = new Int32Array(head.length).fill(-1);
  for (let token = head.length - 1; token >= 0; token--) {
    const parent = head[token]!;
    if (parent < 0) continue;
    nextSibling[token] = firstChild[parent]!;
    firstChild[parent] = token;
  }
  return { firstChild, nextSibling };
}
