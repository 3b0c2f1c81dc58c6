/** `chancery parse`: tokens, sentences and trees as CoNLL-U. */
import { createReadStream } from "node:fs";
import type { Command } from "commander";
import { InputError } from "../errors.js";
import { annotateBlock, createLanguageModel, formatConllu, type LanguageModel, parseText } from "../language/index.js";
import { formatBlock, readBlocks } from "./conllu-blocks.js";
import { countFault, exitStatus, newTally, type Tally } from "./exit-status.js";
import { formatFault, makeFault } from "./fault.js";
import { readText } from "./find-jobs.js";
import { loadAssets } from "./load-assets.js";
import { fileError } from "./sources.js";
import { writeOut } from "./write-output.js";

const EXAMPLES = `
Examples:
  chancery parse < report.txt > report.conllu
  chancery parse --conllu < treebank.conllu > annotated.conllu`;

export function addParseCommand(program: Command): void {
  program
    .command("parse")
    .description("print the grammar of a text as CoNLL-U")
    .argument("[file]", "a file; standard input without one")
    .option("--conllu", "the input is CoNLL-U: keep its tokens and sentences, fill in the rest")
    .addHelpText("after", EXAMPLES)
    .action(async (file: string | undefined, { conllu }: { readonly conllu?: true }, command: Command) => {
      const name = file === undefined || file === "-" ? null : file;
      if (file === undefined && process.stdin.isTTY)
        command.error("error: no FILE given, and standard input is a terminal");
      process.exitCode = await (conllu ? annotate : parse)(name);
    });
}

async function loadLanguage(): Promise<LanguageModel> {
  return createLanguageModel(await loadAssets());
}

async function parse(file: string | null): Promise<number> {
  const tally = newTally();
  try {
    const text = await readText(file);
    await writeOut(formatConllu(parseText(await loadLanguage(), text)));
    tally.answered++;
  } catch (error) {
    tellFault(tally, fileError(error), file, null);
  }
  return exitStatus(tally);
}

/** Sentence by sentence; a block that is malformed is told, and stands in the output as it came. */
async function annotate(file: string | null): Promise<number> {
  const tally = newTally();
  const model = await loadLanguage();
  try {
    for await (const block of readBlocks(file === null ? process.stdin : createReadStream(file))) {
      try {
        const lines = annotateBlock(model, block.lines, block.line);
        await writeOut(formatBlock(lines, block.blanks));
        tally.answered++;
      } catch (error) {
        tellFault(tally, error, file, block.line);
        await writeOut(formatBlock(block.lines, block.blanks));
      }
    }
  } catch (error) {
    tellFault(tally, fileError(error), file, null);
  }
  return exitStatus(tally);
}

/** `block` is the sentence at fault, null for the whole input; its message names the very line. */
function tellFault(tally: Tally, error: unknown, file: string | null, block: number | null): void {
  if (!(error instanceof InputError)) throw error;
  countFault(tally, { line: block });
  process.stderr.write(formatFault(makeFault(error, { file, line: null })));
}
