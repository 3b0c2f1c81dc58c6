/** Codes what one given phrase does to another: the coder of `read`, asked about one pair. */
import type { EventStatus, EventType, Span } from "../reading/index.js";
import type { EventKnowledge } from "./event-knowledge.js";
import type { Layers } from "./event-layer.js";

export interface PairCoding {
  readonly type: EventType | null;
  readonly modes: readonly string[];
  readonly status: EventStatus | null;
  readonly confidence: number;
  readonly rule: string | null;
}

export function codePair(_layers: Layers, _actor: Span, _recipient: Span, _knowledge: EventKnowledge): PairCoding {
  return { type: null, modes: [], status: null, confidence: 0, rule: null };
}
