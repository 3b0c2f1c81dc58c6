/** Reports come into the archive through the server that serves it. */
import type { Added, Archive, Entry } from "../../archive/index.js";
import { InputError, RequestError } from "../../errors.js";
import { hashText, type ReportInput } from "../../reading/index.js";
import { checkInput } from "../../report/index.js";
import type { Ingested } from "../answers.js";
import type { Readers } from "../route.js";
import { LIMITS } from "../settings.js";
import { linesOf, parseLines, parseObject } from "./parse-body.js";
import type { Brought, PostRoute } from "./post-route.js";

const LINES = "application/x-ndjson";

export const INGEST_POSTS: readonly PostRoute[] = [
  {
    path: "/api/ingest",
    about: "reads reports, one a line as for chancery read --jsonl, and keeps them",
    body: { type: LINES, schema: { type: "string" }, most: LIMITS.ingest },
    answer: "Ingested",
    needsToken: true,
    handle: ingest,
  },
  {
    path: "/api/ingest/runs",
    about: "begins a run of chancery ingest, which reads the reports itself",
    body: {
      type: "application/json",
      schema: {
        type: "object",
        required: ["engine", "options", "started"],
        properties: { engine: { type: "string" }, options: { type: "object" }, started: { type: "string" } },
      },
      most: LIMITS.text,
    },
    answer: "RunStarted",
    needsToken: true,
    handle: startRun,
  },
  {
    path: "/api/ingest/runs/{run}/entries",
    about: "keeps what such a run has read, one entry a line: all of them or none",
    body: { type: LINES, schema: { type: "string" }, most: LIMITS.ingest },
    answer: "BatchKept",
    needsToken: true,
    handle: addEntries,
  },
  {
    path: "/api/ingest/runs/{run}/finish",
    about: "ends such a run",
    body: {
      type: "application/json",
      schema: { type: "object", required: ["finished"], properties: { finished: { type: "string" } } },
      most: LIMITS.text,
    },
    answer: "RunStarted",
    needsToken: true,
    handle: finishRun,
  },
];

async function startRun({ body, shared }: Brought) {
  const { engine, options, started } = parseObject(body);
  if (typeof engine !== "string" || typeof options !== "object" || options === null || typeof started !== "string") {
    throw malformed("a run has engine, options and started");
  }
  const run = await shared.write(async (archive) => (await archive.writer()).startRun(engine, options, started));
  return { run };
}

async function addEntries({ body, path, shared }: Brought): Promise<Added> {
  const entries = parseLines(body).map(demandEntry);
  const run = runOf(path);
  return shared.write(async (archive) => (await archive.writer()).add(run, entries));
}

async function finishRun({ body, path, shared }: Brought) {
  const { finished } = parseObject(body);
  if (typeof finished !== "string") throw malformed("finished is missing");
  const run = runOf(path);
  await shared.write(async (archive) => {
    const writer = await archive.writer();
    await writer.index();
    await writer.finishRun(run, finished);
    await archive.gather();
  });
  return { run };
}

/** Reads first, with the archive open to all, and writes then, in one short transaction. */
async function ingest({ body, shared, readers, engine, now }: Brought): Promise<Ingested> {
  const lines = linesOf(body);
  if (lines.length > LIMITS.reports) {
    const remedy = `Send at most ${LIMITS.reports} reports at once, or run "chancery ingest".`;
    throw new RequestError("body-too-large", 413, `${lines.length} reports are too many`, remedy);
  }
  const started = now();
  const known = await shared.ask((archive) => findKnown(archive, lines));
  const entries: Entry[] = [];
  for (const [i, line] of lines.entries()) entries.push(await readEntry(line, i + 1, readers, known));
  return shared.write(async (archive) => {
    const writer = await archive.writer();
    const run = await writer.startRun(engine, { through: "server" }, started);
    const added = await writer.add(run, entries);
    await writer.index();
    await writer.finishRun(run, now());
    await archive.gather();
    const failures = entries.flatMap((entry) => (entry.kind === "failure" ? [entry.failure] : []));
    return { run, read: entries.length, ...added, failures };
  });
}

/** Those of the lines' texts that the archive has; they are not read again. */
async function findKnown(archive: Archive, lines: readonly string[]): Promise<ReadonlySet<string>> {
  const keys = lines.flatMap((line) => keyOf(line) ?? []);
  if (keys.length === 0) return new Set();
  const sql = "SELECT key FROM reports WHERE key IN (SELECT unnest(string_split($keys, ',')))";
  const rows = await archive.query<{ key: string }>(sql, { keys: keys.join(",") });
  return new Set(rows.map(({ key }) => key));
}

function keyOf(line: string): string | null {
  try {
    const { text } = JSON.parse(line) as { text?: unknown };
    return typeof text === "string" ? hashText(text) : null;
  } catch {
    return null;
  }
}

async function readEntry(line: string, number: number, readers: Readers, known: ReadonlySet<string>): Promise<Entry> {
  try {
    const input = parseInput(line);
    const key = hashText(input.text);
    if (known.has(key)) return { kind: "source", key, source: sourceOf(input) };
    return { kind: "reading", reading: await readers.read(input) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { code, message } = error;
    return { kind: "failure", failure: { where: `line ${number}`, code, message } };
  }
}

function parseInput(line: string): ReportInput {
  let input: ReportInput;
  try {
    input = JSON.parse(line) as ReportInput;
  } catch (cause) {
    const remedy = 'Give one object a line, such as {"text": "…"}.';
    throw new InputError("not-json", "the line is not valid JSON", remedy, null, { cause });
  }
  checkInput(input);
  return input;
}

function sourceOf({ publisher, url, id, title, published }: ReportInput) {
  const fields = { publisher: publisher ?? null, url: url ?? null, id: id ?? null };
  return { ...fields, title: title ?? null, published: published ?? null, fetched: null };
}

/** The writer trusts its caller, who knows the token; a wrong shape is refused all the same. */
function demandEntry(value: unknown): Entry {
  const { kind, reading, key, source, failure } = (value ?? {}) as Record<string, unknown>;
  const isObject = (part: unknown) => typeof part === "object" && part !== null;
  const isReading = kind === "reading" && isObject(reading) && isObject((reading as { report?: unknown }).report);
  const isSource = kind === "source" && isObject(source) && typeof key === "string" && /^[0-9a-f]{64}$/.test(key);
  if (isReading || isSource || (kind === "failure" && isObject(failure))) return value as Entry;
  throw malformed("a line is no entry");
}

function runOf({ run }: Readonly<Record<string, string>>): number {
  if (run !== undefined && /^\d{1,9}$/.test(run)) return Number(run);
  throw malformed("the run is no number");
}

function malformed(message: string): RequestError {
  return new RequestError("body-malformed", 400, message, "Send what /api/openapi.json describes.");
}
