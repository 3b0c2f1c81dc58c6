/** A request that brings something: a text to be read, or reports to be kept. */
import type { AnswerName } from "../answers.js";
import type { Schema } from "../parameters.js";
import type { Readers } from "../route.js";
import type { SharedArchive } from "../shared-archive.js";

/** What a handler may use. */
export interface Brought {
  readonly body: Uint8Array;
  readonly path: Readonly<Record<string, string>>;
  readonly shared: SharedArchive;
  readonly readers: Readers;
  readonly engine: string;
  readonly now: () => string;
}

export interface PostRoute {
  readonly path: string;
  readonly about: string;
  readonly body: { readonly type: string; readonly schema: Schema; readonly most: number };
  readonly answer: AnswerName;
  /** Whether only those who know the server's token may. */
  readonly needsToken: boolean;
  readonly handle: (brought: Brought) => Promise<unknown>;
}
