/** Reads texts for the server in a thread beside it, one after the other, each for only so long. */
import { Worker } from "node:worker_threads";
import { AssetError, InputError, RequestError } from "../../errors.js";
import type { Reading, ReportInput } from "../../reading/index.js";
import { LIMITS, type Readers } from "../../serve/index.js";
import type { Errand, Said } from "./reading-thread.js";

interface Waiting {
  readonly errand: Errand;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class ThreadReaders implements Readers {
  readonly #start: () => Worker;
  readonly #time: number;
  readonly #queue: Waiting[] = [];
  #worker: Worker | null = null;
  #current: Waiting | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(start: () => Worker = startThread, time: number = LIMITS.readTime) {
    this.#start = start;
    this.#time = time;
  }

  async read(input: ReportInput): Promise<Reading> {
    return (await this.#ask({ kind: "read", input })) as Reading;
  }

  async explain(input: ReportInput, event: string): Promise<readonly string[]> {
    const lines = (await this.#ask({ kind: "explain", input, event })) as readonly string[] | null;
    if (lines !== null) return lines;
    const remedy = "Ask for one of the reading's events, such as v1, or statements, such as s1.";
    throw new RequestError("record-unknown", 404, `the text has no ${event}`, remedy);
  }

  async close(): Promise<void> {
    const waiting = [...(this.#current ? [this.#current] : []), ...this.#queue.splice(0)];
    for (const { reject } of waiting)
      reject(new RequestError("server-busy", 503, "the server ends", "Start it again."));
    this.#current = null;
    clearTimeout(this.#timer);
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #ask(errand: Errand): Promise<unknown> {
    if (this.#queue.length >= LIMITS.readWaiting) {
      const remedy = "Ask again in some seconds.";
      return Promise.reject(new RequestError("server-busy", 503, "too many texts are waiting to be read", remedy));
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ errand, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== null) return;
    this.#current = this.#queue.shift() ?? null;
    if (this.#current === null) return;
    this.#worker ??= this.#listenTo(this.#start());
    this.#timer = setTimeout(() => this.#giveUp(tooSlow()), this.#time);
    this.#worker.postMessage(this.#current.errand);
  }

  #listenTo(worker: Worker): Worker {
    worker.unref();
    worker.on("message", (said: Said) => this.#take(said));
    worker.on("error", (error) => this.#giveUp(error));
    return worker;
  }

  #take(said: Said): void {
    if (said.kind === "answer") this.#settle((waiting) => waiting.resolve(said.answer));
    else this.#settle((waiting) => waiting.reject(errorOf(said)));
  }

  /** Ends the thread; the next text gets a new one. */
  #giveUp(error: Error): void {
    void this.#worker?.terminate();
    this.#worker = null;
    this.#settle((waiting) => waiting.reject(error));
  }

  #settle(settle: (waiting: Waiting) => void): void {
    clearTimeout(this.#timer);
    const waiting = this.#current;
    this.#current = null;
    if (waiting) settle(waiting);
    this.#next();
  }
}

function tooSlow(): RequestError {
  return new RequestError("too-slow", 503, "the text takes too long to read", "Send a shorter text.");
}

function errorOf({ name, code, message, remedy }: Extract<Said, { kind: "fault" }>): Error {
  if (name === "AssetError") return new AssetError(code as AssetError["code"], message, remedy);
  return new InputError(code as InputError["code"], message, remedy);
}

/** Like the worker pool's: the build's JavaScript, or the source with its loader. */
function startThread(): Worker {
  if (!import.meta.url.endsWith(".ts")) return new Worker(new URL("./reading-thread.js", import.meta.url));
  const source = JSON.stringify(new URL("./reading-thread.ts", import.meta.url).href);
  const code = `import("tsx/esm/api").then((loader) => { loader.register(); return import(${source}); });`;
  return new Worker(code, { eval: true });
}
