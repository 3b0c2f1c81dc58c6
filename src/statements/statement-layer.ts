/** Who says so: what the statements stage hands to the later ones. */
import type { Note, Statement } from "../reading/index.js";

export interface StatementLayer {
  /** In text order, ids and keys final. */
  readonly statements: readonly Statement[];
  /** One for each of `statements`, in the same order. */
  readonly anchors: readonly StatementAnchor[];
  readonly notes: readonly Note[];
}

/** Where a statement hangs in the trees. */
export interface StatementAnchor {
  /** Statement id. */
  readonly statement: string;
  /** Head token of the cue ("said"), −1 where there is none. */
  readonly cue: number;
  /** Head token of the source phrase ("Lavrov"), −1 where there is none. */
  readonly source: number;
  /** Token ranges of the content, inclusive, in text order. */
  readonly content: readonly { readonly first: number; readonly last: number }[];
}
