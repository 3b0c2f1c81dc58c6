/** `chancery explain`: why each event of a report was coded as it was. */
import type { Command } from "commander";
import type { Page } from "../briefing/index.js";
import { createEngine, type Engine, type ReadingTrace } from "../engine.js";
import type { ActorList } from "../names/index.js";
import type { Event, ReportInput } from "../reading/index.js";
import { inputOf, type Job } from "./answer-job.js";
import { countFault, EXIT_UNUSABLE, exitStatus, newTally, type Tally } from "./exit-status.js";
import { type Fault, formatFault, makeFault } from "./fault.js";
import { findJobs, type TextFields } from "./find-jobs.js";
import { formatExplanation } from "./format-explanation.js";
import { loadAssets } from "./load-assets.js";
import { outputWidth, parsePublished, wantsColour } from "./options.js";
import { ACTORS_HELP, loadActors } from "./own-actors.js";
import { sanitizeShort } from "./sanitize.js";
import { findSources } from "./sources.js";
import { writeOut } from "./write-output.js";

const EXAMPLES = `
FILE is a report as "chancery read" takes it, or a reading that it wrote, whose
report is read anew. EVENT is an id or a key; without it every event is shown.

Examples:
  chancery explain report.txt
  chancery explain report.txt v3 --published 2022-03-30
  chancery explain reading.json 5d0c34b1a2e9f768`;

interface ExplainOptions extends TextFields {
  readonly actors?: string;
  readonly color?: boolean;
}

export function addExplainCommand(program: Command): void {
  program
    .command("explain")
    .description("show why each event was coded: words, tree, rule, and what else was weighed")
    .argument("<file>", "a report, a reading, or - for standard input")
    .argument("[event]", "id such as v3, or key")
    .option("--actors <file>", ACTORS_HELP)
    .option("--published <date>", "day of publication of a bare text, such as 2022-03-30", parsePublished)
    .option("--color", "colour even where output is no terminal")
    .option("--no-color", "never colour")
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, event: string | undefined, { color, actors, ...fields }: ExplainOptions) => {
      const page = { width: outputWidth(), colour: wantsColour(color) };
      const tally = newTally();
      const own = await loadActors(actors, tally);
      const isUsable = actors === undefined || own !== null;
      process.exitCode = isUsable
        ? await explainFile(file, event ?? null, fields, { page, own, tally })
        : EXIT_UNUSABLE;
    });
}

interface Run {
  readonly page: Page;
  readonly own: ActorList | null;
  readonly tally: Tally;
}

async function explainFile(file: string, wanted: string | null, fields: TextFields, run: Run): Promise<number> {
  const { page, own, tally } = run;
  const engine = createEngine(await loadAssets(), { actors: own });
  const known: string[] = [];
  let shown = 0;
  const warn = (message: string) => process.stderr.write(`chancery: ${sanitizeShort(message, 1000)}\n`);
  for await (const job of findJobs(await findSources([file], "text", warn), fields)) {
    const trace = traceJob(engine, job, tally);
    if (!trace) continue;
    known.push(...trace.reading.events.map((event) => event.id));
    for (const part of explainTrace(engine, trace, wanted, page)) await writeOut(`${shown++ > 0 ? "\n" : ""}${part}\n`);
  }
  if (wanted === null || shown > 0 || tally.answered === 0) return exitStatus(tally);
  warn(`no event "${wanted}": ${tellKnown(known)}. Run "chancery explain" without it to see them all.`);
  return EXIT_UNUSABLE;
}

function tellKnown([first, ...others]: readonly string[]): string {
  if (first === undefined) return "no event was coded";
  return others.length === 0 ? `there is ${first} alone` : `there are ${first} to ${others.at(-1)}`;
}

function traceJob(engine: Engine, job: Job, tally: Tally): ReadingTrace | null {
  try {
    if (job.kind === "fault") return tellFault(job.fault, tally);
    const trace = engine.trace(reportOf(inputOf(job)));
    tally.answered++;
    return trace;
  } catch (error) {
    return tellFault(makeFault(error, job), tally);
  }
}

function tellFault(fault: Fault, tally: Tally): null {
  process.stderr.write(formatFault(fault));
  countFault(tally, fault);
  return null;
}

/** The report within a saved reading, or the input as it is. */
function reportOf(input: unknown): ReportInput {
  const { schema, report } = (input ?? {}) as { schema?: unknown; report?: unknown };
  return (typeof schema === "string" && schema.startsWith("chancery/reading@") ? report : input) as ReportInput;
}

function explainTrace(engine: Engine, trace: ReadingTrace, wanted: string | null, page: Page): string[] {
  const { events, notes } = trace.reading;
  const isWanted = (event: Event) => wanted === null || event.id === wanted || event.key === wanted;
  if (wanted === null && events.length === 0) {
    return [["No event was coded.", ...notes.map((note) => `  ${sanitizeShort(note.message)}`)].join("\n")];
  }
  return events.filter(isWanted).map((event) => formatExplanation(engine, trace, event, page));
}
