/** Goes along the frames of a Zstandard stream before it is unpacked, and stops where unpacking would cost too much. */
import { InputError } from "../errors.js";
import { ByteReader } from "./byte-reader.js";

type Chunks = AsyncIterable<Uint8Array>;

const MAGIC = 0xfd2fb528;
/** Longest header of a frame, its magic number included. */
const HEADER_BYTES = 18;
const RLE_BLOCK = 1;

/** What `zstd` itself unpacks without being told to: a few bytes can ask for two thousand times that much memory. */
const MOST_WINDOW = 128 * 1024 * 1024;
/** The unpacker moves its whole window for each block: so many bytes moved are free, then so many for each byte packed. */
const FREE_MOVES = 16 * 1024 ** 3;
const MOST_MOVES = 8192;

interface Frame {
  readonly headerBytes: number;
  readonly window: number;
  readonly hasChecksum: boolean;
}

/** The same bytes, block by block; throws InputError `archive-unsupported`. What is no frame goes on for the unpacker to refuse. */
export async function* checkFrames(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(chunks);
  const cost = { moved: 0, packed: 0 };
  for (;;) {
    const head = await reader.peek(HEADER_BYTES);
    if (head.length === 0) return;
    const frame = readFrame(head);
    if (frame) yield* passFrame(reader, frame, cost);
    else yield* passOther(reader, head);
  }
}

/** A frame's header and blocks, each with its own header. */
async function* passFrame(reader: ByteReader, frame: Frame, cost: { moved: number; packed: number }): Chunks {
  if (frame.window > MOST_WINDOW) {
    throw unsupported(`it asks for ${Math.ceil(frame.window / 1048576)} MiB of memory to be unpacked in`);
  }
  yield await reader.read(frame.headerBytes);
  for (let isLast = false; !isLast; ) {
    const head = await reader.read(3);
    const bits = (head[0] ?? 0) | ((head[1] ?? 0) << 8) | ((head[2] ?? 0) << 16);
    const block = await reader.read(((bits >> 1) & 3) === RLE_BLOCK ? 1 : bits >> 3);
    cost.moved += frame.window;
    cost.packed += head.length + block.length;
    if (cost.moved > FREE_MOVES + MOST_MOVES * cost.packed) throw unsupported("it is packed in very many small blocks");
    yield Buffer.concat([head, block]);
    isLast = (bits & 1) === 1 || head.length < 3;
  }
  if (frame.hasChecksum) yield await reader.read(4);
}

/** A frame to be skipped, or the rest of what is no Zstandard. */
async function* passOther(reader: ByteReader, head: Uint8Array): Chunks {
  const view = viewOf(head);
  const isSkipped = head.length >= 8 && view.getUint32(0, true) >>> 4 === 0x184d2a5;
  let open = isSkipped ? 8 + view.getUint32(4, true) : Number.POSITIVE_INFINITY;
  while (open > 0) {
    const piece = await reader.read(Math.min(open, 65_536));
    if (piece.length === 0) return;
    open -= piece.length;
    yield piece;
  }
}

/** What a frame's header says; null where it is none. */
function readFrame(head: Uint8Array): Frame | null {
  const view = viewOf(head);
  if (head.length < 6 || view.getUint32(0, true) !== MAGIC) return null;
  const flags = head[4]!;
  const isSingle = (flags & 0x20) !== 0;
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6]!;
  const sizeAt = (isSingle ? 5 : 6) + [0, 1, 2, 4][flags & 3]!;
  if (sizeAt + sizeBytes > head.length) return null;
  const window = isSingle ? readSize(view, sizeAt, sizeBytes) : windowOf(head[5]!);
  return { headerBytes: sizeAt + sizeBytes, window, hasChecksum: (flags & 4) !== 0 };
}

function readSize(view: DataView, at: number, bytes: number): number {
  if (bytes === 1) return view.getUint8(at);
  if (bytes === 2) return view.getUint16(at, true) + 256;
  return bytes === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}

/** RFC 8878, 3.1.1.1.2: exponent and mantissa. */
function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function unsupported(why: string): InputError {
  return new InputError("archive-unsupported", `it is not unpacked: ${why}`, "Unpack it yourself first.");
}
