/** One kind of time expression: the words it matches, and the reader that makes a value of them. */
import type { TimeValue } from "./resolve-date.js";
import type { TimeAnchor } from "./time-anchor.js";

/** `read` answers null where the words only look like such an expression. */
export interface TimePattern {
  /** Sticky and caseless. */
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, anchor: TimeAnchor) => TimeValue | null;
}
