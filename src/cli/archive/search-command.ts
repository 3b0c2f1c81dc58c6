/** `chancery search`: reports by their words, the best first. */
import type { Command } from "commander";
import type { Archive, SearchHit } from "../../archive/index.js";
import { makePrintable } from "../../briefing/index.js";
import { outputWidth } from "../options.js";
import { writeOut } from "../write-output.js";
import { parseLimit } from "./ask-command.js";
import { addFilterOptions, type FilterOptions, filterOf } from "./filter-options.js";
import { addArchiveOption, askArchive } from "./with-archive.js";

const EXAMPLES = `
All words must stand in the report; "…" is a phrase within a sentence, pipe* any
word that begins so, -oil a word that must not stand there.

Examples:
  chancery search "gas pipeline" --archive news.duckdb
  chancery search '"joint exercise" navy -drill' --archive news.duckdb --since 2022`;

interface SearchOptions extends FilterOptions {
  readonly archive: string;
  readonly limit: number;
  readonly jsonl?: true;
}

export function addSearchCommand(program: Command): void {
  const command = program
    .command("search")
    .description("find reports of an archive by their words, the best first")
    .argument("<words>", "words, phrases in quotation marks, beginnings*, -words");
  addFilterOptions(addArchiveOption(command))
    .option("--limit <n>", "at most so many", parseLimit, 10)
    .option("--jsonl", "print one hit a line")
    .addHelpText("after", EXAMPLES)
    .action(async (words: string, options: SearchOptions) => {
      await askArchive(options.archive, (archive) => answer(archive, words, options));
    });
}

async function answer(archive: Archive, words: string, options: SearchOptions): Promise<void> {
  const filter = await filterOf(options);
  let count = 0;
  for await (const hit of archive.search(words, filter, { limit: options.limit })) {
    count++;
    await writeOut(options.jsonl ? `${JSON.stringify(hit)}\n` : `${count > 1 ? "\n" : ""}${formatHit(hit)}`);
  }
  if (count === 0 && !options.jsonl) await writeOut("No report has these words.\n");
}

function formatHit({ title, publisher, published, report, score, sentence }: SearchHit): string {
  const head = [published?.slice(0, 10), publisher, title].flatMap((part) => part ?? []).join(" · ");
  const words = makePrintable(sentence?.words ?? "").replace(/\s+/g, " ");
  return `${makePrintable(head) || "untitled"}  (${report.slice(0, 12)}, ${score.toFixed(1)})\n${wrap(words, outputWidth())}`;
}

/** Words in lines of the terminal's width, indented. */
function wrap(words: string, width: number): string {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length + 1 <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(`   ${word}`);
  }
  return `${lines.join("\n")}\n`;
}
