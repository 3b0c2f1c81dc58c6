/** `chancery verify` and `chancery recode`: an archive's texts read again, to compare or to replace. */
import type { Command } from "commander";
import { type Archive, compareReadings, type KeptInput } from "../../archive/index.js";
import { engineName } from "../../engine.js";
import type { Reading } from "../../reading/index.js";
import { answerAll } from "../answer-all.js";
import type { Answer, Job, Task } from "../answer-job.js";
import { EXIT_INTERRUPTED, EXIT_OK, EXIT_PARTIAL, newTally } from "../exit-status.js";
import { formatFault } from "../fault.js";
import { loadAssetHash } from "../load-assets.js";
import { parseThreads } from "../options.js";
import { ACTORS_HELP, loadActors } from "../own-actors.js";
import { writeOut } from "../write-output.js";
import { listenForInterrupt } from "./interrupt.js";
import { writeArchive } from "./open-to-write.js";
import { addArchiveOption, askArchive } from "./with-archive.js";

interface RecodeOptions {
  readonly archive: string;
  readonly jobs: number;
  readonly actors?: string;
  readonly wait: boolean;
}

/** Readings replaced in one transaction. */
const BATCH = 64;

export function addRecodeCommands(program: Command): void {
  const verify = program
    .command("verify")
    .description("read an archive's texts again and tell which rows would differ");
  addShared(verify, "chancery verify --archive news.duckdb --jobs 4").action(async (options: RecodeOptions) => {
    await askArchive(options.archive, async (archive) => {
      process.exitCode = await verifyArchive(archive, await makeTask(options), options.jobs);
    });
  });
  const recode = program
    .command("recode")
    .description("read an archive's texts again where another engine has read them; goes on where it stopped")
    .option("--no-wait", "give up at once where another process writes the archive");
  addShared(recode, "chancery recode --archive news.duckdb --jobs 4").action(async (options: RecodeOptions) => {
    const how = { command: "recode", wait: options.wait, create: false };
    process.exitCode = await writeArchive(options.archive, how, (archive) => recodeArchive(archive, options));
  });
}

function addShared(command: Command, example: string): Command {
  return addArchiveOption(command)
    .option("--jobs <n>", "threads to read with", parseThreads, 1)
    .option("--actors <file>", ACTORS_HELP)
    .addHelpText("after", `\nExample:\n  ${example}`);
}

async function makeTask({ actors }: RecodeOptions): Promise<Task> {
  const list = await loadActors(actors, newTally());
  return { question: "read", format: "line", minConfidence: 0, width: 80, colour: false, actors: list };
}

async function* makeJobs(inputs: AsyncIterable<KeptInput>): AsyncGenerator<Job> {
  for await (const { key, ...input } of inputs) yield { kind: "input", input, file: key, line: null, listed: true };
}

async function verifyArchive(archive: Archive, task: Task, threads: number): Promise<number> {
  let [read, changed, failed] = [0, 0, 0];
  for await (const answer of answerAll(makeJobs(archive.inputs()), task, threads)) {
    read++;
    const reading = readingOf(answer);
    if (!reading) failed++;
    else changed += (await tellDifferences(archive, answer.origin.file!, reading)) ? 1 : 0;
  }
  const rest = failed > 0 ? `; ${failed} could not be read` : "";
  process.stderr.write(`chancery: ${read} reports read again, ${changed} would be otherwise${rest}\n`);
  return changed + failed > 0 ? EXIT_PARTIAL : EXIT_OK;
}

/** One line for each record that would differ; whether there is any. */
async function tellDifferences(archive: Archive, key: string, after: Reading): Promise<boolean> {
  const before = await archive.reading(key);
  const differences = before ? compareReadings(before, after) : [];
  for (const { layer, record, change } of differences) await writeOut(`${key}\t${layer}\t${record}\t${change}\n`);
  return differences.length > 0;
}

function readingOf({ output, fault }: Answer): Reading | null {
  if (!fault) return JSON.parse(output!) as Reading;
  process.stderr.write(formatFault(fault));
  return null;
}

async function recodeArchive(archive: Archive, options: RecodeOptions): Promise<number> {
  const task = await makeTask(options);
  const engine = engineName({ hash: await loadAssetHash() }, task.actors);
  const writer = await archive.writer();
  const stop = listenForInterrupt();
  const tally = newTally();
  let batch: Reading[] = [];
  for await (const answer of answerAll(makeJobs(archive.inputs(engine)), task, options.jobs)) {
    const reading = readingOf(answer);
    if (reading) batch.push(reading);
    else tally.failed++;
    if (batch.length >= BATCH || stop.isStopped()) {
      await writer.replace(batch);
      tally.answered += batch.length;
      batch = [];
    }
    if (stop.isStopped()) break;
  }
  await writer.replace(batch);
  tally.answered += batch.length;
  stop.end();
  // Occurrences are made of events, and these may be others now.
  if (tally.answered > 0) await archive.gather(true);
  const end = stop.isStopped() ? "; stopped: the same command goes on from here" : "";
  process.stderr.write(`chancery: ${tally.answered} reports recoded, ${tally.failed} failed${end}\n`);
  if (stop.isStopped()) return EXIT_INTERRUPTED;
  return tally.failed > 0 ? EXIT_PARTIAL : EXIT_OK;
}
