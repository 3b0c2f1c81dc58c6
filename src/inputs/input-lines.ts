/** Cuts a stream of bytes into lines; holds one line at a time. */
import { decodeUtf8, utf16Encoding } from "./decode-text.js";

export interface InputLine {
  /** From 1, blank lines counted. */
  readonly number: number;
  /** Null where the bytes are not UTF-8. */
  readonly text: string | null;
}

type Chunks = AsyncIterable<Uint8Array>;

const LINE_FEED = 0x0a;

/** The lines of a stream, each without its line feed. Lines end at LF alone: U+2028 may stand inside one. */
export async function* readLines(chunks: Chunks): AsyncGenerator<InputLine> {
  let number = 0;
  for await (const bytes of splitLines(toUtf8(chunks))) {
    number++;
    const text = decodeUtf8(bytes);
    yield { number, text: number === 1 && text?.startsWith("\ufeff") ? text.slice(1) : text };
  }
}

async function* splitLines(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let open: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      yield joinBytes(open, chunk.subarray(from, end));
      open = [];
      from = end + 1;
    }
    if (from < chunk.length) open.push(chunk.subarray(from));
  }
  if (open.length > 0) yield joinBytes(open, new Uint8Array(0));
}

function joinBytes(open: readonly Uint8Array[], last: Uint8Array): Uint8Array {
  return open.length === 0 ? last : Buffer.concat([...open, last]);
}

/** UTF-16 with a byte order mark as UTF-8, anything else as it is. */
async function* toUtf8(chunks: Chunks): Chunks {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < 2) {
    const next = await iterator.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const encoding = utf16Encoding(head);
  const decoder = encoding && new TextDecoder(encoding);
  const convert = (bytes: Uint8Array) => (decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes);
  yield convert(head);
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield convert(next.value);
}
