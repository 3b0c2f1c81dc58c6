/** Who says so: what the statements stage hands to the later ones. */
import type { Note, Statement } from "../reading/index.js";
import type { Choice } from "./judge/judge.js";

export interface StatementLayer {
  /** In text order, ids and keys final. */
  readonly statements: readonly Statement[];
  /** One for each of `statements`, in the same order. */
  readonly anchors: readonly StatementAnchor[];
  readonly notes: readonly Note[];
}

/** The layer, and why each statement stands. */
export interface TracedStatements extends StatementLayer {
  /** In the order of `statements`. */
  readonly traces: readonly StatementTrace[];
}

/** What decided on a statement. */
export interface StatementTrace {
  /** Statement id. */
  readonly statement: string;
  /** The rule that found it; null where the judge alone did. */
  readonly rule: string | null;
  /** The judge's scores and choices, in logits; null where the rule alone decided. */
  readonly judged: JudgedTrace | null;
}

export interface JudgedTrace {
  /** How much speaks for a cue: above the threshold it is one. */
  readonly score: number;
  readonly threshold: number;
  /** What each kind of evidence adds: words, tree, marks, rules. */
  readonly evidence: readonly (readonly [kind: string, score: number])[];
  /** Each choice between tokens, −1 being none, with the next best and how much worse that is. */
  readonly choices: readonly Choice[];
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
