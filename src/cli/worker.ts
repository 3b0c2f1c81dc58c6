/** One worker thread: loads the assets, then answers job after job. */
import { parentPort, workerData } from "node:worker_threads";
import { AssetError } from "../errors.js";
import { answerJob, type Job, type Task } from "./answer-job.js";
import { loadReader } from "./load-reader.js";
import type { WorkerMessage } from "./worker-pool.js";

const send = (message: WorkerMessage) => parentPort?.postMessage(message);

try {
  const reader = await loadReader((workerData as Task).actors);
  send({ kind: "ready" });
  parentPort?.on("message", (job: Job) => {
    send({ kind: "answer", answer: answerJob(reader, workerData as Task, job) });
  });
} catch (error) {
  if (!(error instanceof AssetError)) throw error;
  const { code, message, remedy } = error;
  send({ kind: "unusable", code, message, remedy });
}
