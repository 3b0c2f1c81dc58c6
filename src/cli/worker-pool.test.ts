import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import type { Job, Task } from "./answer-job.js";
import { WorkerPool } from "./worker-pool.js";

const task: Task = { question: "read", format: "line", minConfidence: 0, width: 80, colour: false, actors: null };
const line = (text: string, number: number): Job => ({ kind: "line", text, file: null, line: number, listed: true });

/** A thread that answers with the text it got, ends where that says so, and throws where that says so. */
const THREAD = `
  const { parentPort } = require("node:worker_threads");
  parentPort.postMessage({ kind: "ready" });
  parentPort.on("message", (job) => {
    if (job.text === "die") process.exit(9);
    if (job.text === "throw") throw new Error("torn");
    parentPort.postMessage({ kind: "answer", answer: { output: job.text, fault: null, id: null, origin: job } });
  });`;
const startThread = () => new Worker(THREAD, { eval: true });

test.each(["die", "throw"])("a thread that is told to %s costs its own line alone", async (deed) => {
  const pool = new WorkerPool(2, task, startThread);
  const texts = ["a", deed, "b", deed, "c", "d"];
  const answers = await Promise.all(texts.map((text, i) => pool.answer(line(text, i + 1))));
  await pool.close();
  expect(answers.map(({ output, fault }) => fault?.code ?? output)).toEqual([
    "a",
    "worker-failed",
    "b",
    "worker-failed",
    "c",
    "d",
  ]);
  expect(JSON.parse(answers[1]!.output!)).toMatchObject({ error: { line: 2, code: "worker-failed" } });
});

test("threads that cannot start refuse every job", async () => {
  const pool = new WorkerPool(1, task, () => new Worker("process.exit(1)", { eval: true }));
  await expect(pool.answer(line("a", 1))).rejects.toThrow("status 1");
  await pool.close();
});
