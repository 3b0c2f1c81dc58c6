/** Turns jobs into what an archive keeps: readings of new texts, sources of known ones, and failures. */
import type { Entry, NewSource } from "../../archive/index.js";
import { hashText, type Reading, type ReportInput } from "../../reading/index.js";
import { checkInput } from "../../report/index.js";
import { type Answer, answerJob, inputOf, type Job, type Task } from "../answer-job.js";
import { type Fault, formatPlace, makeFault } from "../fault.js";
import { loadReader } from "../load-reader.js";
import { mapOrdered } from "../map-ordered.js";
import { WorkerPool } from "../worker-pool.js";

/** An entry, and the fault behind it where it is a failure. */
export interface Ingested {
  readonly entry: Entry;
  readonly fault: Fault | null;
}

/** Jobs in flight for each thread: enough to keep all busy while a batch is written. */
const JOBS_PER_THREAD = 16;

/** Entries in the jobs' order; a text of a key that `isKnown` is not read again. */
export async function* readEntries(
  jobs: AsyncIterable<Job>,
  task: Task,
  threads: number,
  isKnown: (key: string) => boolean,
): AsyncGenerator<Ingested> {
  if (threads === 1) {
    const reader = await loadReader(task.actors);
    for await (const job of jobs) yield passKnown(job, isKnown) ?? toEntry(answerJob(reader, task, job));
    return;
  }
  const pool = new WorkerPool(threads, task);
  const read = async (job: Job) => passKnown(job, isKnown) ?? toEntry(await pool.answer(job));
  try {
    yield* mapOrdered(jobs, read, threads * JOBS_PER_THREAD);
  } finally {
    await pool.close();
  }
}

/** The entry of a job whose text the archive has; null where it must be read, or is no report. */
function passKnown(job: Job, isKnown: (key: string) => boolean): Ingested | null {
  if (job.kind === "fault") return failed(job.fault);
  try {
    const input = inputOf(job) as ReportInput;
    checkInput(input);
    const key = hashText(input.text);
    return isKnown(key) ? { entry: { kind: "source", key, source: sourceOf(input) }, fault: null } : null;
  } catch (error) {
    return failed(makeFault(error, job));
  }
}

function sourceOf({ publisher, url, id, title, published }: ReportInput): NewSource {
  const fields = { publisher: publisher ?? null, url: url ?? null, id: id ?? null };
  return { ...fields, title: title ?? null, published: published ?? null, fetched: null };
}

function toEntry({ output, fault }: Answer): Ingested {
  if (fault) return failed(fault);
  return { entry: { kind: "reading", reading: JSON.parse(output!) as Reading }, fault: null };
}

function failed(fault: Fault): Ingested {
  const { code, message } = fault;
  return { entry: { kind: "failure", failure: { where: formatPlace(fault), code, message } }, fault };
}
