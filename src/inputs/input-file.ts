/** What goes into a reader of inputs and what comes out: bytes under a name in, reports, faults and remarks out. */
import { InputError } from "../errors.js";
import type { ReportInput } from "../reading/index.js";

/** A file, an entry of an archive, or an answer from the web: bytes that come piece by piece, under a name. */
export interface InputFile {
  /** Path, "archive.zip/entry.html" or URL, as messages name it. */
  readonly path: string;
  /** What its ending tells the format by: "page.html" of the path "page.html.gz". */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Character set that the transport or the caller declares; null where neither does. */
  readonly charset: string | null;
  /** Address that the bytes came from; null for a file. */
  readonly url: string | null;
}

/** Where in its file something stands: its line, or its number among the reports there, from 1. */
export interface Place {
  readonly line: number | null;
  readonly item: number | null;
}

/** One thing that an input holds: a report, what failed in a report's place, or something that is none, with the reason. */
export type Found =
  | ({ readonly kind: "report"; readonly report: ReportInput } & Place)
  | ({ readonly kind: "fault"; readonly error: InputError } & Place)
  | { readonly kind: "passed"; readonly reason: string };

/** A format's reader. Throws InputError where nothing more can be read; what it has given until then stands. */
export type InputReader = (file: InputFile, options: ReadOptions) => AsyncIterable<Found>;

export interface ReadOptions {
  /** For tables: the column, by its name or number from 1, that holds a report's field. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Most bytes of one document, unpacked: a page, a mail, a feed, a record of a WARC. */
export const MOST_BYTES = 64 * 1024 * 1024;

export const NOWHERE: Place = { line: null, item: null };

/** All bytes of a file; throws InputError `input-too-large` as soon as there are more than one document may have. */
export async function collectBytes(chunks: AsyncIterable<Uint8Array>, most = MOST_BYTES): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw tooLarge(most);
    parts.push(chunk);
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

export function tooLarge(most: number): InputError {
  const message = `it is larger than the ${Math.round(most / 1048576)} MiB that one document may have`;
  return new InputError("input-too-large", message, "Split it.");
}

/** Bytes that are already at hand, as a stream. */
export async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
