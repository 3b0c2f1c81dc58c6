/** Worker threads that answer jobs; each loads the assets once. */
import { Worker } from "node:worker_threads";
import { AssetError, InputError } from "../errors.js";
import { type Answer, answerFault, type Job, type Task } from "./answer-job.js";
import { makeFault } from "./fault.js";

/** What a worker sends back: that it has started or cannot, then the answer to the job it was given last. */
export type WorkerMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "unusable"; readonly code: AssetError["code"]; readonly message: string; readonly remedy: string }
  | { readonly kind: "answer"; readonly answer: Answer };

interface Errand {
  readonly job: Job;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Hands jobs to `count` threads, the next one to whichever is free. */
export class WorkerPool {
  readonly #task: Task;
  readonly #idle: Worker[] = [];
  readonly #waiting: Errand[] = [];
  readonly #busy = new Map<Worker, Errand>();
  readonly #ready = new Set<Worker>();
  /** Why no thread can start; every job is refused with it. */
  #failure: Error | null = null;

  readonly #startThread: (task: Task) => Worker;

  constructor(count: number, task: Task, start: (task: Task) => Worker = startThread) {
    this.#task = task;
    this.#startThread = start;
    for (let i = 0; i < count; i++) this.#idle.push(this.#start());
  }

  /** The job's answer; rejects with AssetError where no thread can start. */
  answer(job: Job): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#waiting.push({ job, resolve, reject });
      this.#assign();
    });
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    const workers = [...this.#idle, ...this.#busy.keys()];
    for (const worker of workers) worker.removeAllListeners();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #start(): Worker {
    const worker = this.#startThread(this.#task);
    worker.on("message", (message: WorkerMessage) => this.#take(worker, message));
    let reason: Error | null = null;
    worker.on("error", (error) => {
      reason = error;
    });
    // Every death ends with this: by an error, for want of memory, or by whoever killed it.
    worker.on("exit", (code) => {
      const error = reason ?? new Error(`it ended with status ${code}`);
      if (this.#ready.has(worker)) this.#replace(worker, error);
      else this.#fail(error);
    });
    return worker;
  }

  #assign(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const worker = this.#idle.shift()!;
      const errand = this.#waiting.shift()!;
      this.#busy.set(worker, errand);
      worker.postMessage(errand.job);
    }
  }

  #take(worker: Worker, message: WorkerMessage): void {
    if (message.kind === "unusable") this.#fail(new AssetError(message.code, message.message, message.remedy));
    else if (message.kind === "ready") this.#ready.add(worker);
    else {
      const errand = this.#busy.get(worker);
      this.#busy.delete(worker);
      this.#idle.push(worker);
      errand?.resolve(message.answer);
      this.#assign();
    }
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const errand of [...this.#busy.values(), ...this.#waiting.splice(0)]) errand.reject(this.#failure);
  }

  /** A thread that dies, say for want of memory, costs the one job it held. */
  #replace(worker: Worker, error: Error): void {
    const errand = this.#busy.get(worker);
    this.#busy.delete(worker);
    this.#ready.delete(worker);
    if (this.#idle.includes(worker)) this.#idle.splice(this.#idle.indexOf(worker), 1);
    this.#idle.push(this.#start());
    errand?.resolve(answerFault(this.#task, makeFault(deathError(error), errand.job)));
    this.#assign();
  }
}

function deathError(cause: Error): InputError {
  const message = `the thread that read this died (${cause.message})`;
  return new InputError("worker-failed", message, "Split the text, or give Node more memory.", null, { cause });
}

/** A thread runs the build's JavaScript or, like whoever started it, the source, which needs its loader there too. */
function startThread(task: Task): Worker {
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL("./worker.js", import.meta.url), { workerData: task });
  const source = JSON.stringify(new URL("./worker.ts", import.meta.url).href);
  const code = `import("tsx/esm/api").then((loader) => { loader.register(); return import(${source}); });`;
  return new Worker(code, { eval: true, workerData: task });
}
