/** What the finders of the statements layer hand to each other: a statement before it is nested and numbered. */
import type { EntityLayer } from "../entities/index.js";
import type { Parsed } from "../language/index.js";
import type { Span, StatementAct } from "../reading/index.js";
import type { Quotation } from "./find-quotations.js";
import type { Judged } from "./judge/judge.js";
import type { StatementKnowledge } from "./statement-knowledge.js";

/** A statement found, with the frame that found it. */
export interface Candidate {
  readonly act: StatementAct;
  readonly frame: string;
  readonly cue: Span | null;
  /** Head token of the cue, −1 where there is none. */
  readonly cueToken: number;
  readonly source: Span | null;
  /** Head token of the source phrase, −1 where there is none. */
  readonly sourceToken: number;
  readonly content: readonly Span[];
  /** Head tokens of the addressees' phrases. */
  readonly addressees: readonly number[];
  /** The judge's choices, where they are its words. */
  readonly judged?: Judged;
  /** Where it is not the frame's. */
  readonly confidence?: number;
}

/** All that the finders read. */
export interface Scene {
  readonly parsed: Parsed;
  readonly entities: EntityLayer;
  readonly quotations: readonly Quotation[];
  /** Number of the quotation that each token stands in, marks included; −1 where none. */
  readonly quotationAt: Int32Array;
  /** Ids of the entities that are persons. */
  readonly persons: ReadonlySet<string>;
  readonly knowledge: StatementKnowledge;
}

/** First and last token, inclusive. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** A content found under a cue: the frame, its token ranges, and who is addressed. */
export interface Found {
  readonly frame: string;
  readonly ranges: readonly TokenRange[];
  readonly addressees?: readonly number[];
  /** Head of the source where the frame itself shows it: ", said the minister". */
  readonly source?: number;
  /** Whether the frame names no source by its nature: "is said to". */
  readonly unsourced?: boolean;
}
