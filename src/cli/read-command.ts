/** `chancery read`: readings of files, folders or standard input. */
import type { Command } from "commander";
import { fetchInput } from "../inputs/index.js";
import { answerAll } from "./answer-all.js";
import type { Job, Task } from "./answer-job.js";
import { EXIT_UNUSABLE, newTally } from "./exit-status.js";
import { findJobs, type TextFields } from "./find-jobs.js";
import {
  outputWidth,
  parseCharset,
  parseColumns,
  parseConfidence,
  parsePublished,
  parseThreads,
  wantsColour,
} from "./options.js";
import { ACTORS_HELP, loadActors } from "./own-actors.js";
import { sanitizeShort } from "./sanitize.js";
import { findSources } from "./sources.js";
import { layoutOf, writeAnswers } from "./write-output.js";

const EXAMPLES = `
FILE is .txt or .md (one report), .json (one object, an array of them, or a JSON
Feed), .jsonl (one object a line), .html (a saved page), .csv or .tsv, .eml,
.xml .rss .atom (a feed or news sitemap) or .warc, packed as .gz .zst .xz or
.zip too; a folder is read with all below it, a pattern such as "news/**/*.html"
is matched here; - is standard input, one report or JSON as in a .json file. An
object has at least "text"; it may have id, title, publisher, url, published and
language. An address is fetched: nothing else ever is.

Examples:
  chancery read report.txt --published 2022-03-30
  chancery read reports/ --json --jobs 4 > readings.json
  chancery read --jsonl < reports.jsonl > readings.jsonl
  chancery read crawl.warc.gz --jsonl > readings.jsonl
  chancery read table.csv --columns text=Body,title=Headline --jsonl
  chancery read https://example.org/feed.xml
  pdftotext report.pdf - | chancery read --publisher "Example News"

Exit status: 0, 2 for a wrong call or nothing readable, 3 if some inputs failed,
130 if Ctrl-C ended the run.`;

interface ReadOptions extends TextFields {
  readonly json?: true;
  readonly jsonl?: true;
  readonly jobs: number;
  readonly minConfidence: number;
  readonly actors?: string;
  readonly color?: boolean;
  readonly charset?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly allowPrivate?: true;
}

export function addReadCommand(program: Command): void {
  program
    .command("read")
    .description("read reports: who did what to whom, where, when, and who says so")
    .argument("[file...]", "files, folders, patterns, addresses, or - for standard input")
    .option("--json", "print the reading as JSON; an array where there are several")
    .option("--jsonl", "print one reading a line; standard input has one report a line")
    .option("--jobs <n>", "threads to work with; the output stays the same", parseThreads, 1)
    .option("--min-confidence <p>", "leave out events that are less sure than p, from 0 to 1", parseConfidence, 0)
    .option("--actors <file>", ACTORS_HELP)
    .option("--published <date>", "day of publication of a bare text, such as 2022-03-30", parsePublished)
    .option("--title <words>", "title of a bare text")
    .option("--publisher <name>", "publisher of a bare text")
    .option("--url <url>", "address of a bare text")
    .option("--language <tag>", "language of a bare text, such as en; else it is found")
    .option("--charset <name>", "character set of bare texts and tables, such as windows-1252", parseCharset)
    .option("--columns <fields>", "columns of a table, such as text=Body,title=2", parseColumns)
    .option("--allow-private", "let addresses lead into this machine's own networks")
    .option("--color", "colour the briefing even where output is no terminal")
    .option("--no-color", "never colour the briefing")
    .addHelpText("after", EXAMPLES)
    .action(async (files: string[], options: ReadOptions, command: Command) => {
      checkCall(files, options, command);
      process.exitCode = await readFiles(files, options);
    });
}

function checkCall(files: readonly string[], { json, jsonl }: ReadOptions, command: Command): void {
  if (json && jsonl) command.error("error: --json and --jsonl exclude one another");
  if (files.filter((file) => file === "-").length > 1) command.error("error: standard input can be read only once");
  if (files.length === 0 && process.stdin.isTTY)
    command.error("error: no FILE given, and standard input is a terminal");
}

async function readFiles(files: readonly string[], options: ReadOptions): Promise<number> {
  const { json, jsonl, jobs: threads, minConfidence, color, actors: file, ...more } = options;
  const { charset = null, columns = {}, allowPrivate = false, ...fields } = more;
  const format = jsonl ? "line" : json ? "pretty" : "briefing";
  const tally = newTally();
  const actors = await loadActors(file, tally);
  if (file !== undefined && !actors) return EXIT_UNUSABLE;
  const task: Task = {
    question: "read",
    format,
    minConfidence,
    width: outputWidth(),
    colour: wantsColour(color),
    actors,
  };
  const warn = (message: string) => process.stderr.write(`chancery: ${sanitizeShort(message, 1000)}\n`);
  const sources = await findSources(files, jsonl ? "lines" : "text", warn);
  const fetch = (url: string) => fetchInput(url, { allowPrivate });
  const jobs = findJobs(sources, fields, { charset, columns, warn, fetch });
  if (!json) return writeAnswers(answerAll(jobs, task, threads), layoutOf(format, true), tally);
  // Only the first job tells whether a .json file holds one report or a list.
  const first = await jobs.next();
  const isMany = sources.length !== 1 || first.done === true || first.value.listed;
  return writeAnswers(answerAll(prepend(first, jobs), task, threads), layoutOf(format, isMany), tally);
}

async function* prepend(first: IteratorResult<Job>, rest: AsyncGenerator<Job>): AsyncGenerator<Job> {
  if (!first.done) yield first.value;
  yield* rest;
}
