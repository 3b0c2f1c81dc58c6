/** What the judge is asked: what one party does to another, and what the rules propose. */
import type { Parsed } from "../../language/index.js";
import type { EventType } from "../../reading/index.js";

/** Tokens of a party's words, inclusive, and their head. */
export interface PartyRange {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/** One reading that the rules offer. */
export interface Proposal {
  readonly type: EventType;
  /** How well its sides fit those asked about, in whole steps. */
  readonly fit: number;
}

/** An act of the sentence, as the rules left it. */
export interface ProposedAct {
  /** The rule's own type, before other words had their say; null for a mere operator. */
  readonly own: EventType | null;
  readonly operator: string;
  readonly type: EventType | null;
  readonly dropped: boolean;
}

export interface Question {
  readonly parsed: Parsed;
  readonly actor: PartyRange | null;
  readonly recipient: PartyRange | null;
  /** The word that names the act, where one is known, else −1. */
  readonly trigger: number;
  /** What the rules would answer by themselves. */
  readonly answer: { readonly type: EventType | null; readonly confidence: number; readonly rule: string | null };
  /** The best fit first. */
  readonly proposals: readonly Proposal[];
  readonly acts: readonly ProposedAct[];
  /** How the parties of a headline stand in it: "A.kind=person", "R.case=in"; none where they were given. */
  readonly standing?: readonly string[];
}
