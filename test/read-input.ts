/** For tests: everything that an input of the given name and bytes holds, packed or not. */
import { InputError } from "../src/errors.js";
import {
  type DocumentFormat,
  type Found,
  formatOf,
  type InputFile,
  readDocument,
  unpack,
} from "../src/inputs/index.js";
import type { ReportInput } from "../src/reading/index.js";

export interface Read {
  readonly reports: ReportInput[];
  /** Codes of the faults. */
  readonly faults: string[];
  readonly passed: string[];
}

export interface Circumstances {
  readonly url?: string | null;
  readonly charset?: string | null;
  readonly columns?: Readonly<Record<string, string>>;
}

export async function readInput(name: string, bytes: Uint8Array | string, how: Circumstances = {}): Promise<Read> {
  const { url = null, charset = null, columns = {} } = how;
  const read: Read = { reports: [], faults: [], passed: [] };
  const file: InputFile = { path: name, name, chunks: cut(Buffer.from(bytes)), charset, url };
  try {
    for await (const inner of unpack(file)) {
      if (inner.kind === "file") {
        const format = formatOf(inner.file.name) as DocumentFormat;
        await note(readDocument(format, inner.file, { columns }), read);
      } else if (inner.kind === "fault") read.faults.push(codeOf(inner.error));
      else read.passed.push(inner.reason);
    }
  } catch (error) {
    read.faults.push(codeOf(error));
  }
  return read;
}

async function note(found: AsyncIterable<Found>, read: Read): Promise<void> {
  for await (const piece of found) {
    if (piece.kind === "report") read.reports.push(piece.report);
    else if (piece.kind === "fault") read.faults.push(piece.error.code);
    else read.passed.push(piece.reason);
  }
}

/** Small pieces, so that every reader meets a cut in every place. */
async function* cut(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = bytes.length > 100_000 ? 65_536 : 97;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** A bug is no fault of the input: it fails the test. */
function codeOf(error: unknown): string {
  if (error instanceof InputError) return error.code;
  throw error;
}
