/** Answers a stream of jobs in their order, in this thread or in several. */
import { type Answer, answerJob, type Job, type Task } from "./answer-job.js";
import { loadReader } from "./load-reader.js";
import { mapOrdered } from "./map-ordered.js";
import { WorkerPool } from "./worker-pool.js";

/** Jobs in flight for each thread: enough to keep all busy beside a long text, few enough to bound the memory. */
const JOBS_PER_THREAD = 8;

/** One answer for each job, the same bytes whatever the number of threads. */
export async function* answerAll(jobs: AsyncIterable<Job>, task: Task, threads: number): AsyncGenerator<Answer> {
  if (threads === 1) {
    const reader = await loadReader(task.actors);
    for await (const job of jobs) yield answerJob(reader, task, job);
    return;
  }
  const pool = new WorkerPool(threads, task);
  try {
    yield* mapOrdered(jobs, (job) => pool.answer(job), threads * JOBS_PER_THREAD);
  } finally {
    await pool.close();
  }
}
