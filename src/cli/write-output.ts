/** Standard output and standard error, written at the reader's pace. */
import { once } from "node:events";
import type { Answer, Task } from "./answer-job.js";
import { EXIT_INTERRUPTED, EXIT_OK, EXIT_UNUSABLE, exitStatus, newTally, type Tally } from "./exit-status.js";
import { formatFault } from "./fault.js";
import { countAnswer, formatSummary, newSummary, type Summary } from "./summary.js";

/** Ends the run quietly when whoever reads our output has had enough, as `head` has. */
export function endWhenOutputCloses(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT_OK);
    process.stderr.write(`chancery: standard output: ${error.message}\n`);
    process.exit(EXIT_UNUSABLE);
  });
  process.stderr.on("error", () => undefined);
}

/** Resolves when the reader is ready for more. */
export async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** How the answers of one run are strung together. */
export type Layout = "lines" | "one" | "array" | "briefings";

/** Writes answers as they come, faults to standard error, a summary where any input failed; `tally` counts what failed before. */
export async function writeAnswers(
  answers: AsyncIterable<Answer>,
  layout: Layout,
  tally: Tally = newTally(),
): Promise<number> {
  const summary = newSummary(tally);
  const stop = stopOnInterrupt(summary);
  let written = 0;
  for await (const answer of answers) {
    const { output, fault } = answer;
    if (fault) process.stderr.write(formatFault(fault));
    const repeated = countAnswer(summary, answer);
    if (repeated) process.stderr.write(repeated);
    if (output !== null) await writeOut(joinTo(layout, output, written++));
  }
  stop();
  if (layout === "briefings" && tally.answered === 0 && exitStatus(tally) === EXIT_OK) tellNothing();
  if (layout === "array") await writeOut(written === 0 ? "[]\n" : "\n]\n");
  process.stderr.write(formatSummary(summary));
  return exitStatus(tally);
}

/** Ctrl-C ends the run between two answers, so that no line of output is cut, and says how far it came. */
function stopOnInterrupt(summary: Summary): () => void {
  const stop = () => {
    const { answered, failed } = summary.tally;
    process.stderr.write(`chancery: stopped; ${answered} read, ${failed} failed\n`);
    process.exit(EXIT_INTERRUPTED);
  };
  process.once("SIGINT", stop);
  return () => process.off("SIGINT", stop);
}

/** Where people read, an empty list is said to be one. */
function tellNothing(): void {
  process.stderr.write("chancery: no report was given\n");
}

/** The output with what parts it from the one before; an array's elements are indented as JSON.stringify does it. */
function joinTo(layout: Layout, output: string, before: number): string {
  if (layout === "array") return `${before === 0 ? "[\n" : ",\n"}  ${output.replaceAll("\n", "\n  ")}`;
  return `${layout === "briefings" && before > 0 ? "\n" : ""}${output}\n`;
}

/** Layout of a run's answers: a JSON array where there is, or could be, more than one. */
export function layoutOf(format: Task["format"], isMany: boolean): Layout {
  if (format === "pretty") return isMany ? "array" : "one";
  return format === "line" ? "lines" : "briefings";
}
