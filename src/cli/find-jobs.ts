/** Turns sources into jobs: reads files and standard input, one job for each report in them. */
import { createReadStream } from "node:fs";
import { InputError } from "../errors.js";
import {
  collectBytes,
  decodeText,
  demandDecoder,
  type Found,
  formatOf,
  type InputFile,
  isJsonFeed,
  readDocument,
  readFeedObject,
  readLines,
  unpack,
} from "../inputs/index.js";
import type { ReportInput } from "../reading/index.js";
import type { Job } from "./answer-job.js";
import { makeFault, type Origin } from "./fault.js";
import { fileError, type Source } from "./sources.js";

/** What the caller said of a bare text. */
export type TextFields = Omit<ReportInput, "text">;

/** How inputs are read and who hears of what was passed over. */
export interface InputOptions {
  /** Character set of texts and tables, null for UTF-8. */
  readonly charset: string | null;
  /** Columns of tables. */
  readonly columns: Readonly<Record<string, string>>;
  readonly warn: (message: string) => void;
  /** What an address stands for; null where none may be fetched. */
  readonly fetch: ((url: string) => Promise<InputFile>) | null;
}

export const PLAIN_INPUT: InputOptions = { charset: null, columns: {}, warn: () => undefined, fetch: null };

/** A whole text must fit into a string. */
const MOST_TEXT = 512 * 1024 * 1024;

type Listed = Origin & { readonly listed: boolean };

/** The jobs of all sources in their order; a file that cannot be read gives a job that says so. */
export async function* findJobs(
  sources: readonly Source[],
  fields: TextFields,
  options: InputOptions = PLAIN_INPUT,
): AsyncGenerator<Job> {
  for (const source of sources) {
    if (source.kind === "fault") {
      yield { kind: "fault", fault: source.fault, file: source.fault.file, line: null, listed: source.listed };
    } else yield* findSourceJobs(source, fields, options, sources.length > 1);
  }
}

/** Jobs of one source; what it holds beside reports is told when all of it has been seen. */
async function* findSourceJobs(
  source: Exclude<Source, { kind: "fault" }>,
  fields: TextFields,
  options: InputOptions,
  isOfMany: boolean,
): AsyncGenerator<Job> {
  const file = source.kind === "url" ? source.url : source.file;
  const origin = { file, line: null, listed: isOfMany || (source.kind === "file" && source.listed) };
  const passed = new Map<string, number>();
  try {
    for await (const job of openSource(source, fields, options, origin)) {
      if (job.kind !== "passed") yield job;
      else passed.set(job.reason, (passed.get(job.reason) ?? 0) + 1);
    }
  } catch (error) {
    yield faultJob(error, origin);
  }
  if (passed.size > 0) options.warn(tellPassed(file ?? "standard input", passed));
}

type Piece = Job | Extract<Found, { kind: "passed" }>;

async function* openSource(
  source: Exclude<Source, { kind: "fault" }>,
  fields: TextFields,
  options: InputOptions,
  origin: Listed,
): AsyncGenerator<Piece> {
  if (source.kind === "url") {
    if (!options.fetch) throw new InputError("url-refused", "addresses are not fetched here", "Fetch the page first.");
    yield* findPacked(await options.fetch(source.url), fields, options, origin);
  } else if (source.bare === "lines") yield* findLines(source.file);
  else if (source.bare === "text") yield* findText(await readText(source.file, options.charset), fields, origin);
  else {
    const { charset } = options;
    const path = source.file!;
    const file = { path, name: path, chunks: createReadStream(path), charset, url: null };
    yield* findPacked(file, fields, options, origin);
  }
}

/** Jobs of a file or of whatever is packed in it. */
async function* findPacked(
  packed: InputFile,
  fields: TextFields,
  options: InputOptions,
  origin: Listed,
): AsyncGenerator<Piece> {
  for await (const inner of unpack(packed)) {
    if (inner.kind === "passed") yield inner;
    else if (inner.kind === "fault") yield faultJob(inner.error, { ...origin, file: inner.path, listed: true });
    else {
      const { path } = inner.file;
      const place = path === packed.path ? origin : { ...origin, file: path, listed: true };
      yield* findPlain(inner.file, fields, options, place);
    }
  }
}

/** Jobs of a plain file; its faults cost no other entry of its archive. */
async function* findPlain(
  file: InputFile,
  fields: TextFields,
  options: InputOptions,
  origin: Listed,
): AsyncGenerator<Piece> {
  const format = formatOf(file.name) ?? "text";
  try {
    if (format === "lines") yield* findChunkLines(file.chunks, file.path);
    else if (format === "json") yield* findObjects(decodeText(await collectBytes(file.chunks, MOST_TEXT)), origin);
    else if (format === "text") {
      const text = decodeAs(await collectBytes(file.chunks, MOST_TEXT), file.charset);
      yield* findText(text, fields, origin, file.name);
    } else yield* placeFound(readDocument(format, file, options), origin);
  } catch (error) {
    yield faultJob(error, origin);
  }
}

/** What a reader found, as jobs under the file's name. */
async function* placeFound(found: AsyncIterable<Found>, origin: Listed): AsyncGenerator<Piece> {
  for await (const piece of found) {
    if (piece.kind === "passed") {
      yield piece;
      continue;
    }
    const { line, item } = piece;
    const isOne = line === null && item === null;
    const place = { ...origin, line, ...(item === null ? {} : { item }), listed: origin.listed || !isOne };
    if (piece.kind === "fault") yield faultJob(piece.error, place);
    else yield { kind: "input", input: piece.report, ...place };
  }
}

function faultJob(error: unknown, origin: Listed): Job {
  return { kind: "fault", fault: makeFault(fileError(error), origin), ...origin };
}

function tellPassed(file: string, passed: ReadonlyMap<string, number>): string {
  return `${file}: passed over: ${[...passed].map(([reason, count]) => `${count} ${reason}`).join("; ")}`;
}

/** Text of a file or, for null, of standard input; throws InputError where the bytes are none. */
export async function readText(file: string | null, charset: string | null = null): Promise<string> {
  return decodeAs(await collectBytes(file === null ? process.stdin : createReadStream(file), MOST_TEXT), charset);
}

/** A byte order mark counts above what the caller says. */
function decodeAs(bytes: Uint8Array, charset: string | null): string {
  const hasMark = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(String.fromCharCode(...bytes.subarray(0, 3)));
  return charset === null || hasMark ? decodeText(bytes) : demandDecoder(charset).decode(bytes);
}

/** One job for each line that is not blank. */
export function findLines(file: string | null): AsyncGenerator<Job> {
  return findChunkLines(file === null ? process.stdin : createReadStream(file), file);
}

async function* findChunkLines(chunks: AsyncIterable<Uint8Array>, file: string | null): AsyncGenerator<Job> {
  for await (const { number, text } of readLines(chunks)) {
    const origin = { file, line: number, listed: true };
    if (text === null) yield { kind: "fault", fault: makeFault(lineEncodingError(), origin), ...origin };
    else if (text.trim() !== "") yield { kind: "line", text, ...origin };
  }
}

async function* findObjects(text: string, origin: Listed): AsyncGenerator<Piece> {
  const value = parseFile(text);
  if (isJsonFeed(value)) yield* placeFound(readFeedObject(value), origin);
  else if (!Array.isArray(value)) yield { kind: "input", input: value, ...origin };
  else for (const [i, input] of value.entries()) yield { kind: "input", input, ...origin, item: i + 1, listed: true };
}

/** A bare text; JSON that came without a name to tell it by is no text, and is read as from a .json file. */
async function* findText(text: string, fields: TextFields, origin: Listed, name = origin.file): AsyncGenerator<Piece> {
  if (hasTextName(name) || !isObjects(text)) {
    if (!hasTextName(name) && isObjects(text.trim().split("\n", 1)[0]!)) throw linesError();
    yield { kind: "input", input: { ...fields, text }, ...origin };
  } else yield* findObjects(text, origin);
}

const hasTextName = (name: string | null) => name !== null && /\.(?:txt|md)$/i.test(name);

/** Whether the text is one JSON object, or an array with nothing but such. */
function isObjects(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    const value: unknown = JSON.parse(text);
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return items.every((item) => typeof item === "object" && item !== null);
  } catch {
    return false;
  }
}

function linesError(): InputError {
  return new InputError(
    "file-type",
    "this is JSON, one object a line, and no plain text",
    'Read it with "chancery read --jsonl".',
  );
}

function parseFile(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const remedy = "Give one object or an array of them; one object a line belongs in a .jsonl file.";
    throw new InputError("not-json", "the file is not valid JSON", remedy, null, { cause });
  }
}

function lineEncodingError(): InputError {
  return new InputError(
    "file-encoding",
    "the line is not UTF-8",
    "Convert the input to UTF-8 first, for example with iconv.",
  );
}
