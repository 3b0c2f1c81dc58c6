/** Who did what to whom: what the events stage takes and gives. */
import type { EntityLayer } from "../entities/index.js";
import type { Parsed } from "../language/index.js";
import type { PlaceLayer } from "../places/index.js";
import type { Event, EventStatus, EventType, Note, Report } from "../reading/index.js";
import type { StatementLayer } from "../statements/index.js";
import type { TimeLayer } from "../times/index.js";

/** All that is known of a report when its events are coded. */
export interface Layers {
  readonly report: Report;
  /** Hex SHA-256 of the text, for keys. */
  readonly textHash: string;
  readonly parsed: Parsed;
  readonly entities: EntityLayer;
  readonly places: PlaceLayer;
  readonly times: TimeLayer;
  readonly statements: StatementLayer;
}

export interface EventLayer {
  /** In text order of the triggers, ids and keys final. */
  readonly events: readonly Event[];
  /** One for each of `events`, in the same order. */
  readonly traces: readonly EventTrace[];
  readonly notes: readonly Note[];
}

/** Why an event was coded as it was, for `chancery explain`. */
export interface EventTrace {
  /** Event id. */
  readonly event: string;
  /** Head token of the trigger. */
  readonly trigger: number;
  readonly rule: string;
  /** What the judge thinks of it, in a few words; empty where it was not asked. */
  readonly opinion: string;
  /** What else was weighed, the likeliest first. */
  readonly weighed: readonly Weighed[];
}

export interface Weighed {
  readonly rule: string;
  readonly type: EventType | null;
  /** Why it was not taken, in a few words. */
  readonly because: string;
}

/** An act found in the tree, before its circumstances are resolved. */
export interface EventCandidate {
  /** Head token of the words that name the act. */
  readonly trigger: number;
  /** First and last token of the trigger's span, inclusive. */
  readonly first: number;
  readonly last: number;
  /** Head token of the clause that tells the act: the verb, also where the trigger is its noun ("carried out strikes"). */
  readonly clause: number;
  readonly type: EventType;
  /** Primary first; may be empty. */
  readonly modes: readonly string[];
  readonly actors: readonly Side[];
  readonly recipients: readonly Side[];
  /** Status that the rule itself decides ("refused to attend"), null where the words around the act do. */
  readonly status: EventStatus | null;
  /** Token that decides `status`, −1 where none does. */
  readonly statusToken: number;
  /** Head token of what talks are on or what is demanded, −1 where none. */
  readonly about: number;
  /** Head token of the act that is promised, demanded or threatened, −1 where none: its day is `due`. */
  readonly promised: number;
  readonly rule: string;
  readonly confidence: number;
  /** What the judge thinks of it, in a few words; empty where it was not asked. */
  readonly opinion: string;
  readonly weighed: readonly Weighed[];
}

/** One entity on one side of an act, and the token range of the words that name it there. */
export interface Side {
  readonly entity: string;
  readonly span: { readonly start: number; readonly end: number };
}
