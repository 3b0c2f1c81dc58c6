/** Turns sources into jobs: reads files and standard input, one job for each report in them. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { InputError } from "../errors.js";
import type { ReportInput } from "../reading/index.js";
import type { Job } from "./answer-job.js";
import { decodeText } from "./decode-text.js";
import { makeFault, type Origin } from "./fault.js";
import { readLines } from "./input-lines.js";
import { fileError, type Source } from "./sources.js";

/** What the caller said of a bare text. */
export type TextFields = Omit<ReportInput, "text">;

/** The jobs of all sources in their order; a file that cannot be read gives a job that says so. */
export async function* findJobs(sources: readonly Source[], fields: TextFields): AsyncGenerator<Job> {
  for (const source of sources) {
    if (source.kind === "fault") {
      yield { kind: "fault", fault: source.fault, file: source.fault.file, line: null, listed: source.listed };
      continue;
    }
    const origin = { file: source.file, line: null, listed: source.listed || sources.length > 1 };
    try {
      if (source.kind === "lines") yield* findLines(source.file);
      else if (source.kind === "json") yield* findObjects(await readText(source.file), origin);
      else yield* findText(await readText(source.file), fields, origin);
    } catch (error) {
      yield { kind: "fault", fault: makeFault(fileError(error), origin), ...origin };
    }
  }
}

/** Text of a file or, for null, of standard input; throws InputError where the bytes are none. */
export async function readText(file: string | null): Promise<string> {
  if (file !== null) return decodeText(await readFile(file));
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return decodeText(Buffer.concat(chunks));
}

/** One job for each line that is not blank. */
export async function* findLines(file: string | null): AsyncGenerator<Job> {
  for await (const { number, text } of readLines(file === null ? process.stdin : createReadStream(file))) {
    const origin = { file, line: number, listed: true };
    if (text === null) yield { kind: "fault", fault: makeFault(lineEncodingError(), origin), ...origin };
    else if (text.trim() !== "") yield { kind: "line", text, ...origin };
  }
}

function* findObjects(text: string, origin: Origin & { listed: boolean }): Generator<Job> {
  const value = parseFile(text);
  if (!Array.isArray(value)) yield { kind: "input", input: value, ...origin };
  else for (const [i, input] of value.entries()) yield { kind: "input", input, ...origin, item: i + 1, listed: true };
}

/** A bare text; JSON that came without a name to tell it by is no text, and is read as from a .json file. */
function* findText(text: string, fields: TextFields, origin: Origin & { listed: boolean }): Generator<Job> {
  if (hasTextName(origin.file) || !isObjects(text)) {
    if (!hasTextName(origin.file) && isObjects(text.trim().split("\n", 1)[0]!)) throw linesError();
    yield { kind: "input", input: { ...fields, text }, ...origin };
  } else yield* findObjects(text, origin);
}

const hasTextName = (file: string | null) => file !== null && /\.(?:txt|md)$/i.test(file);

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
