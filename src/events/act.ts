/** An act while it is being decided: found at a word, then changed by the words that govern it. */
import type { Party } from "../entities/index.js";
import type { EventStatus, EventType } from "../reading/index.js";
import type { Weighed } from "./event-layer.js";
import type { Predicate } from "./predicate.js";

export interface Act {
  /** Head token of the words that name it. */
  readonly token: number;
  readonly predicate: Predicate;
  /** Head token of the clause that tells it; moves up to "carried out" for "strikes". */
  clause: number;
  /** Null for an operator that has found nothing to work on. */
  type: EventType | null;
  modes: readonly string[];
  actors: Party;
  recipients: Party;
  status: EventStatus | null;
  statusToken: number;
  about: number;
  promised: number;
  confidence: number;
  weighed: readonly Weighed[];
  /** Why it is no event of its own; empty while it is one. */
  dropped: string;
  /** The rule that decided, where it is not the predicate's own. */
  rule: string;
}
