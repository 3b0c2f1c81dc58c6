/** What is put into an archive. */
import type { Reading } from "../reading/index.js";

/** Where a report came from. */
export interface NewSource {
  readonly publisher: string | null;
  readonly url: string | null;
  readonly id: string | null;
  readonly title: string | null;
  readonly published: string | null;
  /** When it was fetched, for what came from an address. */
  readonly fetched: string | null;
}

export interface NewFailure {
  /** File, line or address, as messages name it. */
  readonly where: string;
  readonly code: string;
  readonly message: string;
}

/** One thing to be kept: a reading, one more source of a text that is there, or what failed. */
export type Entry =
  | { readonly kind: "reading"; readonly reading: Reading; readonly fetched?: string | null }
  | { readonly kind: "source" /** The report's. */; readonly key: string; readonly source: NewSource }
  | { readonly kind: "failure"; readonly failure: NewFailure };

/** What became of a batch. */
export interface Added {
  /** Texts that were not there. */
  readonly new: number;
  /** Texts that were there. */
  readonly known: number;
  /** Of the known ones, those with a source that was not there. */
  readonly sources: number;
  readonly failed: number;
}
