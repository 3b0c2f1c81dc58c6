/** A cue and its source on tokens: what a content is looked for around. */
import type { TokenRange } from "../candidate.js";

export interface CueScope {
  readonly cue: number;
  readonly words: TokenRange;
  /** Head of the source, −1 where there is none. */
  readonly sourceToken: number;
  readonly source: TokenRange | null;
}

export type Side = "left" | "right";

/** 1 where the source stands before the cue, 2 after it, 0 where there is none. */
export function sourceSide({ cue, sourceToken }: CueScope): number {
  return sourceToken < 0 ? 0 : sourceToken < cue ? 1 : 2;
}

export function holds(range: TokenRange | null, token: number): boolean {
  return range !== null && range.first <= token && token <= range.last;
}
