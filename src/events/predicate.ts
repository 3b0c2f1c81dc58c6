/** One coding rule: the words that name an act, what must stand around them, and what they then mean. */
import type { EventType } from "../reading/index.js";

/** Where one side of the act is looked for: the first alternative that names somebody; the slots of one are pooled. */
export type SlotPath = readonly (readonly string[])[];

/** A condition on the words around the predicate: "obj=aid|ties", "prep:on", "inf", "!obj". */
export interface FrameTest {
  readonly kind: string;
  /** Preposition or particle of "prep:" and "prt:"; empty elsewhere. */
  readonly word: string;
  /** Noun classes, one of which the words must belong to; empty where any will do. */
  readonly classes: readonly string[];
  readonly negated: boolean;
}

export type PredicateKind = "verb" | "noun" | "adj" | "aux";

/** A line of data/events/predicates.tsv. */
export interface Predicate {
  /** Unique and stable: "call-for-obj". */
  readonly id: string;
  readonly lemma: string;
  /** The word that goes with it, a particle or a preposition: "off" of "call off"; empty where none does. */
  readonly with: string;
  readonly kind: PredicateKind;
  readonly frame: readonly FrameTest[];
  /** Null for an operator that is no event by itself: "plan to". */
  readonly type: EventType | null;
  readonly modes: readonly string[];
  readonly actors: SlotPath;
  readonly recipients: SlotPath;
  /** How it changes the act that it governs, a key of data/events/embeddings.tsv; empty where it governs none. */
  readonly operator: string;
  readonly confidence: number;
  readonly reason: string;
  /** The more conditions, the sooner it is taken. */
  readonly weight: number;
}
