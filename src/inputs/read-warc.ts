/** Reads a WARC file, as Common Crawl keeps news: the pages among its records. */
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { InputError } from "../errors.js";
import { ByteReader } from "./byte-reader.js";
import { type Found, type InputFile, MOST_BYTES, type Place, streamOf } from "./input-file.js";
import { readHtml } from "./read-html.js";
import { readFields, readRecords, type WarcRecord } from "./warc-records.js";

/** Records that tell of the crawl itself; nobody misses them. */
const SILENT_TYPES = /^(?:warcinfo|request|metadata|revisit|continuation)$/;
const PAGE_TYPES = /^(?:text\/html|application\/xhtml\+xml)/i;

export async function* readWarc(file: InputFile): AsyncGenerator<Found> {
  for await (const piece of readRecords(file.chunks)) {
    const place = { line: null, item: piece.number };
    if ("error" in piece) yield { kind: "fault", error: piece.error, ...place };
    else yield* readRecord(file, piece);
  }
}

async function* readRecord(file: InputFile, record: WarcRecord): AsyncGenerator<Found> {
  const place = { line: null, item: record.number };
  const type = record.fields.get("warc-type") ?? "";
  if (SILENT_TYPES.test(type)) return;
  try {
    const isHttp = type === "response" && /http/i.test(record.fields.get("content-type") ?? "http");
    const answer = isHttp ? await readAnswer(record.block) : "records that are no answer of a web server";
    if (typeof answer === "string") yield { kind: "passed", reason: answer };
    else yield* readAnswerPage(file, record, answer, place);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield { kind: "fault", error, ...place };
  }
}

async function* readAnswerPage(
  file: InputFile,
  record: WarcRecord,
  { body, charset }: Answer,
  place: Place,
): AsyncGenerator<Found> {
  const url = record.fields.get("warc-target-uri")?.replace(/^<|>$/g, "") ?? null;
  for await (const found of readHtml({ ...file, chunks: streamOf(body), charset, url })) {
    yield found.kind === "passed" ? found : { ...found, ...place };
  }
}

interface Answer {
  readonly body: Uint8Array;
  readonly charset: string | null;
}

/** The page that a server's answer holds, or why it holds none; throws InputError `warc-damaged`. */
async function readAnswer(block: Uint8Array): Promise<Answer | string> {
  const reader = new ByteReader(streamOf(block));
  const status = new TextDecoder().decode((await reader.readLine(1000)) ?? new Uint8Array(0));
  const code = /^HTTP\/[\d.]+ (\d{3})/.exec(status)?.[1];
  if (code === undefined) throw damaged("it is called an answer of HTTP and is none");
  if (code !== "200") return `answers with the status ${code}`;
  const fields = await readFields(reader, 500);
  if (fields === null) throw damaged("its HTTP header does not end");
  const type = fields.get("content-type") ?? "text/html";
  if (!PAGE_TYPES.test(type)) return `answers of the type ${type.split(";")[0]!.trim().slice(0, 60)}`;
  const raw = await reader.read(block.length);
  const body = decodeBody(raw, fields);
  return { body, charset: /charset\s*=\s*["']?([\w:.-]+)/i.exec(type)?.[1] ?? null };
}

/** The body without its chunks and packing; many crawlers have taken them off and left the header that tells of them. */
function decodeBody(raw: Uint8Array, fields: ReadonlyMap<string, string>): Uint8Array {
  const whole = /chunked/i.test(fields.get("transfer-encoding") ?? "") ? joinChunks(raw) : raw;
  const encoding = fields.get("content-encoding")?.toLowerCase() ?? "";
  const options = { maxOutputLength: MOST_BYTES };
  try {
    if (/gzip/.test(encoding) && whole[0] === 0x1f && whole[1] === 0x8b) return gunzipSync(whole, options);
    if (encoding === "deflate" && whole[0] === 0x78) return inflateSync(whole, options);
    if (encoding === "br" && whole[0] !== 0x3c) return brotliDecompressSync(whole, options);
  } catch (cause) {
    throw damaged(`its ${encoding} data do not unpack (${(cause as Error).message})`);
  }
  return whole;
}

function joinChunks(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf("\r\n", at);
    const size = end < 0 ? null : /^([\da-f]{1,8})(?:;.*)?$/i.exec(bytes.toString("latin1", at, end))?.[1];
    if (!size) return parts.length === 0 ? raw : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(bytes.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

function damaged(why: string): InputError {
  return new InputError("warc-damaged", `the WARC record is damaged: ${why}`, "Its other records were read.");
}
