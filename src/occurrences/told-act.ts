/** One event of one reading, as the gathering of occurrences needs it: what an archive hands over for each coded event. */
import type { EventStatus, EventType } from "../reading/index.js";

/** A side of an act: an actor that the archive knows by key, and the country it belongs to. */
export interface Party {
  /** Actor key, or any name that is the same for the same actor. */
  readonly key: string;
  /** ISO 3166-1 alpha-3 or one of PLOVER's codes; null where the actor has none. */
  readonly country: string | null;
  /** Name in small letters where the actor is a person called by name; else null. */
  readonly person: string | null;
}

/** Where an act happened, as far as comparing needs it. */
export interface ToldPlace {
  readonly name: string;
  readonly country: string | null;
  /** Province or state that it lies in, or is. */
  readonly admin1: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Wide: a country or a region, which proves nothing about where within it. Division: a province. Spot: anything narrower. */
  readonly extent: "wide" | "division" | "spot";
}

/** Who vouches for an act: the report itself, somebody it quotes, or nobody, since the speaker denies it. */
export type Claim = "report" | "claimed" | "denied";

/** One telling of an act. */
export interface ToldAct {
  /** Key of the report: the SHA-256 of its text. */
  readonly report: string;
  /** Key of the event within its report. */
  readonly event: string;
  /** Day of publication, `2014-05-21`; null where unknown. */
  readonly published: string | null;
  /** Publishers of the report, folded; empty where unknown. */
  readonly outlets: readonly string[];
  /** Key of the report that this one copies, or its own. */
  readonly original: string;
  /** Agencies and media whose account this telling is, folded, outermost first. */
  readonly carriers: readonly string[];
  readonly type: EventType;
  readonly modes: readonly string[];
  readonly quad: 1 | 2 | 3 | 4;
  readonly score: number;
  readonly goldstein: number | null;
  readonly status: EventStatus;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  /** The event's date in the contract's notation; null where the text cannot tell. */
  readonly date: string | null;
  /** Whether the text itself dates the act; else `date` is the day of the report. */
  readonly isDated: boolean;
  readonly places: readonly ToldPlace[];
  /** What else the telling speaks of, beside sides, day and the word for the act: see `topicsOf`. */
  readonly topics: readonly string[];
  readonly claim: Claim;
  /** Actor keys of whoever claims or denies it. */
  readonly by: readonly string[];
  /** Statements between the act and us. */
  readonly chain: number;
  /** Probability that the event is coded right. */
  readonly confidence: number;
}

/** Name of a telling that stays the same through a recoding. */
export function tellingKey(told: { readonly report: string; readonly event: string }): string {
  return `${told.report}:${told.event}`;
}
