/** The command line: its commands, and what a wrong call gets. */
import { Command, CommanderError } from "commander";
import { ArchiveError, AssetError, ServeError } from "../errors.js";
import { VERSION } from "../version.js";
import { addArchiveCommands } from "./archive/archive-commands.js";
import { addCodeCommand } from "./code-command.js";
import { EXIT_OK, EXIT_UNUSABLE } from "./exit-status.js";
import { addExplainCommand } from "./explain-command.js";
import { addParseCommand } from "./parse-command.js";
import { addReadCommand } from "./read-command.js";
import { sanitizeShort } from "./sanitize.js";
import { addSchemaCommand } from "./schema-command.js";
import { addServeCommand } from "./serve/serve-command.js";
import { endWhenOutputCloses } from "./write-output.js";

const EXAMPLES = `
Examples:
  chancery read report.txt                        a briefing for people
  chancery read report.txt --json                 the reading, for programs
  chancery read --jsonl < reports.jsonl           one reading a line
  chancery explain report.txt v3                  why the third event was coded
  chancery ingest reports/ --archive news.duckdb  many reports into one file
  chancery events --archive news.duckdb           what happened in all of them
  chancery serve --archive news.duckdb            the same in the browser

"chancery help COMMAND" tells more of each.`;

/** Runs one call; sets the process's exit status and never throws for a fault of the caller's. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  endWhenOutputCloses();
  try {
    await makeProgram().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = tellError(error);
  }
}

function makeProgram(): Command {
  const program = new Command("chancery")
    .description("Turns news reports into a record of how states deal with one another.")
    .version(VERSION, "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "tell more of a command")
    .addHelpText("after", EXAMPLES)
    .configureOutput({ outputError: (message, write) => write(`chancery: ${tidyError(message)}\n`) })
    .showHelpAfterError('Try "chancery --help".')
    .exitOverride();
  addReadCommand(program);
  addExplainCommand(program);
  addParseCommand(program);
  addCodeCommand(program);
  addSchemaCommand(program);
  addArchiveCommands(program);
  addServeCommand(program);
  for (const command of program.commands) command.showHelpAfterError(`Try "chancery ${command.name()} --help".`);
  return program;
}

/** Commander's "error: unknown option '--x'" without its prefix; what the caller typed may hold anything. */
function tidyError(message: string): string {
  return message
    .trim()
    .split("\n")
    .map((line) => sanitizeShort(line.replace(/^error: /, "")))
    .join("\n");
}

function tellError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === EXIT_OK ? EXIT_OK : EXIT_UNUSABLE;
  const isToldOnPurpose = error instanceof AssetError || error instanceof ArchiveError || error instanceof ServeError;
  if (!isToldOnPurpose) throw error;
  process.stdin.destroy(); // whoever still writes to us would keep us waiting
  process.stderr.write(`chancery: ${sanitizeShort(error.message)}. ${error.remedy}\n`);
  return EXIT_UNUSABLE;
}
