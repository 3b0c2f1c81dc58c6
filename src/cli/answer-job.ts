/** Answers one job: the whole of what a run does with one input, the same in the main thread and in a worker. */
import type { PairInput } from "../engine.js";
import { InputError } from "../errors.js";
import { isKillNotice } from "../inputs/index.js";
import type { ActorList } from "../names/index.js";
import type { Reading, ReportInput } from "../reading/index.js";
import { answerPair } from "./answer-pair.js";
import { type Fault, faultRecord, formatPlace, makeFault, type Origin } from "./fault.js";
import { formatReading } from "./format-reading.js";
import type { Reader } from "./load-reader.js";

/** What a run asks of every input. */
export interface Task {
  readonly question: "read" | "code";
  /** "line" is compact JSON, "pretty" JSON on many lines, "briefing" plain words. */
  readonly format: "line" | "pretty" | "briefing";
  /** Events less sure than that are left out of a reading. */
  readonly minConfidence: number;
  /** Columns of a briefing. */
  readonly width: number;
  readonly colour: boolean;
  /** Actors of the caller's own. */
  readonly actors: ActorList | null;
}

/** One input: a line of JSON still to be parsed, an input already at hand, or what became of a file that gave none. */
export type Job = Origin & { /** One of several, or of a list that could hold several. */ readonly listed: boolean } & (
    | { readonly kind: "line"; readonly text: string }
    | { readonly kind: "input"; readonly input: unknown }
    | { readonly kind: "fault"; readonly fault: Fault }
  );

/** What goes to standard output without its line feed, null for nothing; and the fault, where there is one. */
export interface Answer {
  readonly output: string | null;
  readonly fault: Fault | null;
  /** The id that the input gives its report, null for none. */
  readonly id: string | null;
  readonly origin: Origin;
}

/** What the engine is asked about; throws InputError where a line is no JSON. */
export function inputOf(job: Exclude<Job, { kind: "fault" }>): unknown {
  return job.kind === "line" ? parseLine(job.text) : job.input;
}

export function answerJob(reader: Reader, task: Task, job: Job): Answer {
  if (job.kind === "fault") return answerFault(task, job.fault);
  let input: unknown;
  try {
    input = inputOf(job);
    if (task.question === "read") refuseKilled(input);
    const output = headed(task, job) + answerInput(reader, task, input);
    return { output, fault: null, id: idOf(input), origin: originOf(job) };
  } catch (error) {
    return answerFault(task, makeFault(error, job, idOf(input)));
  }
}

/** The answer that a fault gets: its record in the input's place, save in a briefing, where stderr alone tells it. */
export function answerFault(task: Task, fault: Fault): Answer {
  const indent = task.format === "pretty" ? 2 : 0;
  const output = task.format === "briefing" ? null : JSON.stringify(faultRecord(fault), null, indent);
  return {
    output,
    fault,
    id: fault.id,
    origin: originOf({ ...fault, ...(fault.item === null ? { item: undefined } : {}) } as Origin),
  };
}

/** Line that tells one briefing of several from the next, as `head` and `tail` tell files. */
function headed(task: Task, job: Job): string {
  if (task.format !== "briefing" || !job.listed) return "";
  return `==> ${formatPlace(job)} <==\n\n`;
}

function answerInput(reader: Reader, task: Task, input: unknown): string {
  if (task.question === "code") return JSON.stringify(answerPair(reader.engine, input as PairInput));
  return formatReading(sift(reader.engine.read(input as ReportInput), task.minConfidence), task, reader.words);
}

/** The reading without the events that are less sure; what is left keeps its ids. */
function sift(reading: Reading, least: number): Reading {
  return least <= 0 ? reading : { ...reading, events: reading.events.filter((event) => event.confidence >= least) };
}

/** Throws InputError `kill-notice`: what an agency has withdrawn is not to be counted as news. */
function refuseKilled(input: unknown): void {
  const { title, text } = (input ?? {}) as { title?: unknown; text?: unknown };
  if (!isKillNotice(title, text)) return;
  const message = "this is a notice that a story is withdrawn, no story";
  throw new InputError("kill-notice", message, "Drop the story that it names as well.");
}

function originOf({ file, line, item }: Origin): Origin {
  return item === undefined ? { file, line } : { file, line, item };
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = "the line is not valid JSON";
    throw new InputError("not-json", message, 'Give one object a line, such as {"text": "…"}.', null, { cause });
  }
}

function idOf(input: unknown): string | null {
  const id = (input as { id?: unknown } | null | undefined)?.id;
  return typeof id === "string" ? id : null;
}
