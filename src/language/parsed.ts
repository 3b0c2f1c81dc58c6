/** A text taken apart: tokens, sentences and Universal Dependencies trees, as columns indexed by token. */

/**
 * Tokens of the whole text in order, one row a token, each column indexed by token number.
 * Later stages read it through the small functions of `readers.ts`; nobody writes to it.
 */
export interface Parsed {
  readonly text: string;
  /** Number of tokens. */
  readonly length: number;
  /** Half-open UTF-16 offsets into `text`. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly form: readonly string[];
  /** Lower case, save for names: "meet", "Lavrov". */
  readonly lemma: readonly string[];
  /** Universal part of speech: "VERB", "PROPN". */
  readonly upos: readonly string[];
  /** Penn Treebank tag: "VBD", "NNP". */
  readonly xpos: readonly string[];
  /** Token number of the head in the same sentence, −1 for a sentence's root. */
  readonly head: Int32Array;
  /** Universal Dependencies relation with its subtype: "nsubj:pass". */
  readonly deprel: readonly string[];
  /** Sentence number of each token. */
  readonly sentenceOf: Uint32Array;
  readonly sentences: readonly Sentence[];
  /** First dependant of each token, −1 where none; the others follow by `nextSibling`, in text order. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
}

/** One sentence: tokens `first` to `last` inclusive, and its half-open UTF-16 offsets. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Number of the paragraph, from 0; paragraphs are parted by a line break. */
  readonly paragraph: number;
  /** A title or cross heading: a short paragraph of its own without a full stop. */
  readonly heading: boolean;
}
