/** When: what the times stage hands to the later ones. */
import type { Note, Time } from "../reading/index.js";

export interface TimeLayer {
  /** In text order, ids final. */
  readonly times: readonly Time[];
  /** One for each of `times`, in the same order. */
  readonly mentions: readonly TimeMention[];
  readonly notes: readonly Note[];
}

export interface TimeMention {
  /** Time id. */
  readonly time: string;
  /** First and last token, inclusive, and the phrase's head. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
}
