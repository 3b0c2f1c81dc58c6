/** Where: what the places stage hands to the later ones. */
import type { Note, Place, Span } from "../reading/index.js";

export interface PlaceLayer {
  /** Numbered by first mention, ids final. */
  readonly places: readonly Place[];
  /** In text order. */
  readonly mentions: readonly PlaceMention[];
  readonly notes: readonly Note[];
}

export interface PlaceMention {
  /** Place id. */
  readonly place: string;
  readonly span: Span;
  /** First and last token, inclusive, and the phrase's head. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
}
