/** For tests: loaded before the program, tells at its end which native libraries of packages it has loaded. */
const { isMainThread } = require("node:worker_threads");

if (isMainThread) {
  process.on("exit", () => {
    const loaded = process.report.getReport().sharedObjects.filter((path) => path.endsWith(".node"));
    process.stderr.write(`libraries: ${JSON.stringify(loaded)}\n`);
  });
}
