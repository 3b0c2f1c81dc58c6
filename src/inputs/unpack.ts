/** The files that a file holds: itself where it is plain, what is packed in it where it is packed. */
import { InputError } from "../errors.js";
import { unpackStream } from "./bounded.js";
import { innerName, isReadable, packingOf } from "./formats.js";
import { collectBytes, type InputFile, streamOf } from "./input-file.js";
import { readZip } from "./read-zip.js";

/** Packings within packings that are followed; an archive that holds itself ends there. */
const MOST_LAYERS = 4;
/** A ZIP archive must lie in memory whole. */
const MOST_ZIP_BYTES = 1024 * 1024 * 1024;

/** A plain file, a fault in an entry's place, or an entry that nobody reads. */
export type Unpacked =
  | { readonly kind: "file"; readonly file: InputFile }
  | { readonly kind: "fault"; readonly path: string; readonly error: unknown }
  | { readonly kind: "passed"; readonly reason: string };

export async function* unpack(file: InputFile, layers = 0): AsyncGenerator<Unpacked> {
  const packing = packingOf(file.name);
  if (packing === null) yield { kind: "file", file };
  else if (layers === MOST_LAYERS) yield { kind: "fault", path: file.path, error: tooDeep() };
  else if (packing === "zip") yield* unpackZip(file, layers);
  else yield* unpack({ ...file, name: innerName(file.name), chunks: unpackStream(packing, file.chunks) }, layers + 1);
}

async function* unpackZip(file: InputFile, layers: number): AsyncGenerator<Unpacked> {
  for (const entry of readZip(await collectBytes(file.chunks, MOST_ZIP_BYTES))) {
    const path = `${file.path}/${entry.name}`;
    if (!isReadable(entry.name)) {
      yield { kind: "passed", reason: "entries of an ending that is not read" };
      continue;
    }
    try {
      yield* unpack({ ...file, path, name: entry.name, chunks: streamOf(entry.read()) }, layers + 1);
    } catch (error) {
      yield { kind: "fault", path, error };
    }
  }
}

function tooDeep(): InputError {
  return new InputError("archive-unsupported", "archives lie in archives too deep", "Unpack it yourself first.");
}
