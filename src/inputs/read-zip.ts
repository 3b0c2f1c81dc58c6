/** The entries of a ZIP archive, one after another, each checked against its size and checksum. */
import { crc32, inflateRawSync } from "node:zlib";
import { InputError } from "../errors.js";
import { bombError, isBomb } from "./bounded.js";
import { MOST_BYTES, tooLarge } from "./input-file.js";

/** One entry: its bytes, or what is wrong with it. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacks; throws InputError. */
  readonly read: () => Uint8Array;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const [STORED, DEFLATED] = [0, 8];
const ENCRYPTED = 1;
/** The end record is 22 bytes and may be followed by a comment of 65,535. */
const END_BYTES = 22;

/** Files of the archive in its order, folders left out; throws InputError `archive-damaged`. */
export function* readZip(bytes: Uint8Array): Generator<ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  if (at === 0xffffffff || count === 0xffff) throw unsupported("it is a ZIP64 archive");
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_MARK)
      throw damaged("its list of files is cut off");
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength!));
    const entry = at;
    if (!name.endsWith("/")) yield { name, read: () => readEntry(bytes, view, entry) };
    at += 46 + nameLength! + extra! + comment!;
  }
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) === END_MARK) return at;
  }
  throw damaged("its end is missing");
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): Uint8Array {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [sum, packed, plain, local] = [16, 20, 24, 42].map((offset) => view.getUint32(at + offset, true));
  if (flags & ENCRYPTED) throw unsupported("it is encrypted");
  if (method !== STORED && method !== DEFLATED) throw unsupported(`its packing method ${method} is not known`);
  if (plain! > MOST_BYTES) throw tooLarge(MOST_BYTES);
  if (isBomb(packed!, plain!)) throw bombError();
  if (local! + 30 > bytes.length || view.getUint32(local!, true) !== LOCAL_MARK) throw damaged("its header is missing");
  const start = local! + 30 + view.getUint16(local! + 26, true) + view.getUint16(local! + 28, true);
  const raw = bytes.subarray(start, start + packed!);
  const content = method === STORED ? raw : inflate(raw, plain!);
  if (content.length !== plain || crc32(content) !== sum) throw damaged("its size or checksum is another than told");
  return content;
}

function inflate(raw: Uint8Array, plain: number): Uint8Array {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(plain, 1) });
  } catch (cause) {
    throw damaged(`its data do not unpack to the size told (${(cause as Error).message})`, cause);
  }
}

/** UTF-8, as nearly all archives have it, else as Latin-1 rather than not at all. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}

function damaged(why: string, cause?: unknown): InputError {
  return new InputError("archive-damaged", `the ZIP archive is damaged: ${why}`, "Pack or fetch it anew.", null, {
    cause,
  });
}

function unsupported(why: string): InputError {
  return new InputError("archive-unsupported", `it cannot be unpacked: ${why}`, "Unpack it yourself first.");
}
