/** For tests: loaded before the program, ends a worker thread as soon as it is given a line with the word for it. */
const { isMainThread, parentPort } = require("node:worker_threads");

if (!isMainThread) {
  const listen = parentPort.on.bind(parentPort);
  parentPort.on = (event, answer) =>
    listen(event, (job) => {
      if (event === "message" && job.text?.includes("end this thread")) process.exit(9);
      answer(job);
    });
}
