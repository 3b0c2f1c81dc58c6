/** `chancery code --pairs`: what the first does to the second, for each line of standard input. */
import type { Command } from "commander";
import { answerAll } from "./answer-all.js";
import { findLines } from "./find-jobs.js";
import { parseThreads } from "./options.js";
import { writeAnswers } from "./write-output.js";

const EXAMPLES = `
Each line in is {"id", "text", "actor": {"start", "end"}, "recipient": {…}},
the spans in UTF-16 code units; each line out is {"id", "type", "modes",
"status", "confidence", "rule"}, type null where nothing is done.

Example:
  chancery code --pairs < pairs.jsonl > answers.jsonl`;

export function addCodeCommand(program: Command): void {
  program
    .command("code")
    .description("say what one party does to another, for pairs given as JSON lines")
    .requiredOption("--pairs", "read pairs from standard input, one JSON object a line")
    .option("--jobs <n>", "threads to work with", parseThreads, 1)
    .addHelpText("after", EXAMPLES)
    .action(async ({ jobs }: { readonly jobs: number }) => {
      const task = { question: "code", format: "line", width: 80, colour: false, actors: null } as const;
      process.exitCode = await writeAnswers(answerAll(findLines(null), task, jobs), "lines");
    });
}
