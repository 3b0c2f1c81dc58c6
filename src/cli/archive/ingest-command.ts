/** `chancery ingest`: reads reports into an archive. */
import type { Command } from "commander";
import { findServer } from "../../archive/index.js";
import { engineName } from "../../engine.js";
import { fetchInput } from "../../inputs/index.js";
import type { Task } from "../answer-job.js";
import { EXIT_INTERRUPTED, EXIT_UNUSABLE, exitStatus, newTally, type Tally } from "../exit-status.js";
import { findJobs, type InputOptions, type TextFields } from "../find-jobs.js";
import { loadAssetHash } from "../load-assets.js";
import { parseCharset, parseColumns, parsePublished, parseThreads } from "../options.js";
import { ACTORS_HELP, loadActors } from "../own-actors.js";
import { sanitizeShort } from "../sanitize.js";
import { findSources, type Source } from "../sources.js";
import { type Counts, ingestEntries, type ReportWriter } from "./ingest.js";
import { listenForInterrupt } from "./interrupt.js";
import { writeArchive } from "./open-to-write.js";
import { startProgress } from "./progress.js";
import { readEntries } from "./read-entries.js";
import { RemoteWriter } from "./remote-writer.js";
import { addArchiveOption } from "./with-archive.js";

const EXAMPLES = `
SOURCE is whatever "chancery read" takes; - is standard input with one report a
line. A text that the archive has is not read again: the same command goes on
where an earlier one was stopped or killed.

Examples:
  chancery ingest reports/ --archive news.duckdb --jobs 4
  chancery ingest crawl.warc.gz --archive news.duckdb
  chancery ingest - --archive news.duckdb < reports.jsonl
  chancery events --archive news.duckdb --actor Russia --since 2022

Exit status: 0, 2 for a wrong call, an archive that cannot be used or nothing
readable, 3 if some inputs failed, 130 if Ctrl-C ended the run.`;

interface IngestOptions extends TextFields {
  readonly archive: string;
  readonly jobs: number;
  readonly actors?: string;
  readonly charset?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly allowPrivate?: true;
  readonly wait: boolean;
}

export function addIngestCommand(program: Command): void {
  const command = program
    .command("ingest")
    .description("read reports into an archive, a DuckDB file that many questions can be asked of")
    .argument("<source...>", "files, folders, patterns, addresses, or - for standard input");
  addArchiveOption(command)
    .option("--jobs <n>", "threads to read with; the archive stays the same", parseThreads, 1)
    .option("--actors <file>", ACTORS_HELP)
    .option("--published <date>", "day of publication of bare texts, such as 2022-03-30", parsePublished)
    .option("--publisher <name>", "publisher of bare texts")
    .option("--language <tag>", "language of bare texts, such as en; else it is found")
    .option("--charset <name>", "character set of bare texts and tables", parseCharset)
    .option("--columns <fields>", "columns of a table, such as text=Body,title=2", parseColumns)
    .option("--allow-private", "let addresses lead into this machine's own networks")
    .option("--no-wait", "give up at once where another process writes the archive")
    .addHelpText("after", EXAMPLES)
    .action(async (sources: string[], options: IngestOptions) => {
      process.exitCode = await ingest(sources, options);
    });
}

async function ingest(names: readonly string[], options: IngestOptions): Promise<number> {
  const tally = newTally();
  const actors = await loadActors(options.actors, tally);
  if (options.actors !== undefined && !actors) return EXIT_UNUSABLE;
  const task = { ...READ, actors };
  const server = await findServer(options.archive);
  if (server !== null) {
    process.stderr.write(`chancery: ${sanitizeShort(options.archive)} is being served; its server keeps the reports\n`);
    return ingestInto(await RemoteWriter.open(options.archive, server), names, options, task, tally);
  }
  const how = { command: "ingest", wait: options.wait, create: true };
  return writeArchive(options.archive, how, async (archive) => {
    const status = await ingestInto(await archive.writer(), names, options, task, tally);
    await archive.gather();
    return status;
  });
}

const READ = { question: "read", format: "line", minConfidence: 0, width: 80, colour: false } as const;

async function ingestInto(
  writer: ReportWriter,
  names: readonly string[],
  options: IngestOptions,
  task: Task,
  tally: Tally,
): Promise<number> {
  const run = await writer.startRun(
    engineName({ hash: await loadAssetHash() }, task.actors),
    runOptions(names, options),
    now(),
  );
  const stop = listenForInterrupt();
  const sources = await findSources(names, "lines", warn);
  const progress = await startProgress(sources);
  const jobs = findInputs(sources, options);
  const entries = readEntries(jobs, task, options.jobs, (key) => writer.has(key));
  const hooks = { tally, kept: progress.kept, isStopped: stop.isStopped };
  const counts = await ingestEntries(entries, writer, run, hooks).finally(progress.end);
  stop.end();
  await writer.finishRun(run, now());
  process.stderr.write(formatCounts(counts, stop.isStopped()));
  return stop.isStopped() ? EXIT_INTERRUPTED : exitStatus(tally);
}

const now = () => new Date().toISOString();

/** What the run was called with, for its record in the archive. */
function runOptions(names: readonly string[], { archive: _archive, wait: _wait, ...options }: IngestOptions): object {
  return { sources: names, ...options };
}

const warn = (message: string) => process.stderr.write(`chancery: ${sanitizeShort(message, 1000)}\n`);

function findInputs(sources: readonly Source[], options: IngestOptions) {
  const { charset = null, columns = {}, allowPrivate = false } = options;
  const { published, publisher, language } = options;
  const inputs: InputOptions = { charset, columns, warn, fetch: (url) => fetchInput(url, { allowPrivate }) };
  return findJobs(sources, { published, publisher, language }, inputs);
}

function formatCounts({ new: fresh, known, sources, failed }: Counts, isStopped: boolean): string {
  const more = sources > 0 ? ` (${sources} from a source that is new)` : "";
  const end = isStopped ? "stopped; the same command goes on from here: " : "";
  return `chancery: ${end}${fresh} new, ${known} there already${more}, ${failed} failed\n`;
}
