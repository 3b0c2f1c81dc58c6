/** Unpacks a stream of bytes and stops where it grows beyond all measure. */
import { once } from "node:events";
import { Readable } from "node:stream";
import { createGunzip, type Gunzip } from "node:zlib";
import { InputError } from "../errors.js";
import type { Packing } from "./formats.js";
import { checkFrames } from "./zstd-frames.js";

const SLICE_BYTES = 65_536;

type Chunks = AsyncIterable<Uint8Array>;

/** Up to this size nobody asks how well a file was packed. */
const FREE_BYTES = 64 * 1024 * 1024;
/** Beyond it no honest archive of reports unpacks to so many times its size; bombs have 1,000 and more. */
const MOST_RATIO = 100;

/** The bytes that a packed stream holds; throws InputError `decompression-bomb` or `archive-damaged`. */
export async function* unpackStream(packing: Exclude<Packing, "zip">, chunks: Chunks): AsyncGenerator<Uint8Array> {
  const sizes = { packed: 0, plain: 0 };
  try {
    for await (const chunk of UNPACKERS[packing](count(chunks, sizes))) {
      sizes.plain += chunk.length;
      if (isBomb(sizes.packed, sizes.plain)) throw bombError();
      yield chunk;
    }
  } catch (error) {
    throw isUnpacking(error) ? damagedError(packing, error) : error;
  }
}

/** Whether so many bytes from so few are no honest archive. */
export function isBomb(packed: number, plain: number): boolean {
  return plain > FREE_BYTES && plain > packed * MOST_RATIO;
}

export function bombError(): InputError {
  const message = `it unpacks to more than ${MOST_RATIO} times its size: a decompression bomb`;
  return new InputError("decompression-bomb", message, "Unpack it yourself if you trust it.");
}

const UNPACKERS: Readonly<Record<Exclude<Packing, "zip">, (chunks: Chunks) => Chunks>> = {
  gzip: unpackGzip,
  zstd: unpackZstd,
  xz: unpackXz,
};

async function* count(chunks: Chunks, sizes: { packed: number }): Chunks {
  for await (const chunk of chunks) {
    sizes.packed += chunk.length;
    yield chunk;
  }
}

/** Slices of a stream: none so large that what it unpacks to could fill the memory before anyone counts it. */
async function* slice(chunks: Chunks): Chunks {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += SLICE_BYTES) yield chunk.subarray(from, from + SLICE_BYTES);
  }
}

/** All members of a gzip file. Whatever was unpacked before an error comes out before it is thrown. */
async function* unpackGzip(chunks: Chunks): Chunks {
  const gunzip = createGunzip().on("error", () => undefined);
  const out: Uint8Array[] = [];
  gunzip.on("data", (chunk: Uint8Array) => out.push(chunk));
  try {
    for await (const piece of slice(chunks)) {
      await settle(gunzip, (done) => gunzip.write(piece, done));
      yield* out.splice(0);
    }
    const ended = once(gunzip, "end");
    ended.catch(() => undefined);
    await settle(gunzip, (done) => gunzip.end(done));
    await ended;
  } catch (error) {
    yield* out;
    throw error;
  } finally {
    gunzip.destroy();
  }
  yield* out;
}

/** Resolves when the stream has dealt with what it was given; its errors do not reach that callback on every path. */
function settle(stream: Gunzip, act: (done: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once("error", reject);
    act(() => {
      stream.off("error", reject);
      if (stream.errored) reject(stream.errored);
      else resolve();
    });
  });
}

async function* unpackZstd(chunks: Chunks): Chunks {
  const { Decompress } = await import("fzstd");
  let out: Uint8Array[] = [];
  const stream = new Decompress((chunk) => out.push(chunk));
  for await (const piece of checkFrames(chunks)) {
    stream.push(piece);
    yield* out;
    out = [];
  }
  stream.push(new Uint8Array(0), true);
  yield* out;
}

async function* unpackXz(chunks: Chunks): Chunks {
  const { XzReadableStream } = await import("xz-decompress");
  const packed = Readable.toWeb(Readable.from(chunks, { objectMode: false }));
  yield* new XzReadableStream(packed as never) as unknown as Chunks;
}

/** The unpackers' own errors; those of the disk have an errno, ours are InputErrors. */
function isUnpacking(error: unknown): boolean {
  return !(error instanceof InputError) && (error as NodeJS.ErrnoException).syscall === undefined;
}

function damagedError(packing: string, cause: unknown): InputError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `the ${packing} data are damaged or cut off (${why})`;
  return new InputError(
    "archive-damaged",
    message,
    "Fetch the file anew; what came before the damage was read.",
    null,
    {
      cause,
    },
  );
}
