/** `chancery code --pairs`: what the first does to the second, for each line of standard input. */
import type { Command } from "commander";
import { answerAll } from "./answer-all.js";
import { EXIT_UNUSABLE, newTally } from "./exit-status.js";
import { findLines } from "./find-jobs.js";
import { parseThreads } from "./options.js";
import { ACTORS_HELP, loadActors } from "./own-actors.js";
import { writeAnswers } from "./write-output.js";

const EXAMPLES = `
Each line in is {"id", "text", "actor": {"start", "end"}, "recipient": {…}},
the spans in UTF-16 code units; each line out is {"id", "type", "modes",
"status", "confidence", "rule"}, type null where nothing is done.

Example:
  chancery code --pairs < pairs.jsonl > answers.jsonl
  chancery code --pairs --actors own.tsv < pairs.jsonl`;

export function addCodeCommand(program: Command): void {
  program
    .command("code")
    .description("say what one party does to another, for pairs given as JSON lines")
    .requiredOption("--pairs", "read pairs from standard input, one JSON object a line")
    .option("--jobs <n>", "threads to work with", parseThreads, 1)
    .option("--actors <file>", ACTORS_HELP)
    .addHelpText("after", EXAMPLES)
    .action(async (options: CodeOptions) => {
      process.exitCode = await codePairs(options);
    });
}

interface CodeOptions {
  readonly jobs: number;
  readonly actors?: string;
}

async function codePairs({ jobs, actors: file }: CodeOptions): Promise<number> {
  const tally = newTally();
  const actors = await loadActors(file, tally);
  if (file !== undefined && !actors) return EXIT_UNUSABLE;
  const task = { question: "code", format: "line", minConfidence: 0, width: 80, colour: false, actors } as const;
  return writeAnswers(answerAll(findLines(null), task, jobs), "lines", tally);
}
