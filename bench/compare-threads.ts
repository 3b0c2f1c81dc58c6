/** How much faster two threads read than one, start-up left out, and how much processor time of each is whose. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { startCli } from "../test/run-cli.js";

export interface ThreadsRun {
  readonly seconds: number;
  /** Processor seconds of the thread that hands out the lines, and of all threads. */
  readonly main: number;
  readonly all: number;
}

export interface Threads {
  readonly one: ThreadsRun;
  readonly two: ThreadsRun;
}

/** Linux counts processor time in hundredths of a second. */
const TICK = 0.01;

/** Reads a fifth of the texts and the other four fifths with one thread and with two; gives the differences. */
export async function compareThreads(texts: readonly string[]): Promise<Threads> {
  const few = texts.filter((_, i) => i % 5 === 0);
  const many = texts.filter((_, i) => i % 5 !== 0);
  const run = async (jobs: number): Promise<ThreadsRun> => {
    const [small, large] = [await readWith(few, jobs), await readWith(many, jobs)];
    return { seconds: large.seconds - small.seconds, main: large.main - small.main, all: large.all - small.all };
  };
  return { one: await run(1), two: await run(2) };
}

export function formatThreads({ one, two }: Threads): string {
  const tell = (name: string, { seconds, main, all }: ThreadsRun) =>
    `${name}: ${seconds.toFixed(1)} s, processor ${all.toFixed(1)} s, of that the first thread ${main.toFixed(1)} s`;
  const gain = (one.seconds / two.seconds).toFixed(2);
  return [tell("one thread", one), tell("two threads", two), `two threads against one: ${gain} times`].join("\n");
}

async function readWith(texts: readonly string[], jobs: number): Promise<ThreadsRun> {
  const start = performance.now();
  const child = startCli(["read", "--jsonl", "--jobs", String(jobs)]);
  let spent = { main: 0, all: 0 };
  const timer = setInterval(() => {
    spent = readProcessor(child.pid!) ?? spent;
  }, 50);
  child.stdout.resume();
  child.stderr.resume();
  const ended = once(child, "close");
  for (const [i, text] of texts.entries()) {
    const line = `${JSON.stringify({ id: String(i), text, published: "2021-05-12" })}\n`;
    if (!child.stdin.write(line)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  await ended;
  clearInterval(timer);
  return { seconds: (performance.now() - start) / 1000, ...spent };
}

/** Null where the process is gone, or the system tells nothing. */
function readProcessor(pid: number): { readonly main: number; readonly all: number } | null {
  const read = (path: string) => {
    const fields = readFileSync(path, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  };
  try {
    return { main: read(`/proc/${pid}/task/${pid}/stat`), all: read(`/proc/${pid}/stat`) };
  } catch {
    return null;
  }
}
