/** The records of a WARC file one after another; what is damaged is told, and reading goes on at the next record. */
import { InputError } from "../errors.js";
import { ByteReader } from "./byte-reader.js";
import { MOST_BYTES, tooLarge } from "./input-file.js";

export interface WarcRecord {
  readonly number: number;
  /** Header fields by their names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Uint8Array;
}

export type WarcPiece = WarcRecord | { readonly number: number; readonly error: InputError };

const VERSION = /^WARC\/\d/;
const MOST_LINE = 65_536;
const MOST_FIELDS = 200;
const NEXT = Buffer.from("\r\n\r\nWARC/1.");

/** Every record, or its fault. A length that is wrong costs the record that has it and, at most, what it swallowed. */
export async function* readRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<WarcPiece> {
  const reader = new ByteReader(chunks);
  let isLost = false;
  for (let number = 0; ; ) {
    const line = await reader.readLine(MOST_LINE);
    if (line === null) return;
    const text = decode(line).trim();
    if (!VERSION.test(text)) {
      if (text !== "" && !isLost) yield { number: ++number, error: damaged("here no record begins") };
      isLost ||= text !== "";
      continue;
    }
    isLost = false;
    const piece = await readRecord(reader, ++number);
    // The end of a record that was too short by its own account is no second fault.
    isLost = "error" in piece;
    yield piece;
  }
}

async function readRecord(reader: ByteReader, number: number): Promise<WarcPiece> {
  const fields = await readFields(reader, MOST_FIELDS);
  const written = fields?.get("content-length") ?? "";
  const length = /^\d{1,15}$/.test(written) ? Number(written) : null;
  if (!fields || length === null) return { number, error: damaged("its header gives no length") };
  if (length > MOST_BYTES) {
    const isWhole = await reader.skip(length);
    return { number, error: isWhole ? tooLarge(MOST_BYTES) : damaged("it is cut off") };
  }
  const block = await reader.read(length);
  const tail = await reader.read(4);
  if (block.length === length && (isEnd(tail) || tail.length === 0)) return { number, fields, block };
  reader.unread(tail);
  const next = Buffer.from(block).indexOf(NEXT);
  if (next >= 0) reader.unread(block.subarray(next + 4));
  const isCut = block.length < length && next < 0;
  return { number, error: damaged(isCut ? "it is cut off" : "its length is another than told") };
}

/** Two line ends, or what there is of them where the file ends. */
function isEnd(tail: Uint8Array): boolean {
  return tail.length > 0 && "\r\n\r\n".startsWith(decode(tail));
}

/** Header fields up to the blank line, null where the stream ends before it. */
export async function readFields(reader: ByteReader, most: number): Promise<Map<string, string> | null> {
  const fields = new Map<string, string>();
  let last = "";
  for (let i = 0; i < most; i++) {
    const line = await reader.readLine(MOST_LINE);
    if (line === null) return null;
    const text = decode(line).replace(/\r?\n$/, "");
    if (text === "") return fields;
    const [, name, value] = /^([^\s:]+):\s*(.*)$/.exec(text) ?? [];
    if (name !== undefined) {
      last = name.toLowerCase();
      if (!fields.has(last)) fields.set(last, value!.trim());
    } else if (/^\s/.test(text) && last) fields.set(last, `${fields.get(last)} ${text.trim()}`);
  }
  return null;
}

function damaged(why: string): InputError {
  const remedy = "Fetch the file anew; its other records were read.";
  return new InputError("warc-damaged", `the WARC record is damaged: ${why}`, remedy);
}

const decode = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
