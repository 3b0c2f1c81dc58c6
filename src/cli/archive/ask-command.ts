/** `chancery events` and the other commands that ask an archive for one kind of record. */
import { type Command, InvalidArgumentError } from "commander";
import type { Archive, Kind, Paging, Records } from "../../archive/index.js";
import { outputWidth } from "../options.js";
import { writeOut } from "../write-output.js";
import { addFilterOptions, type FilterOptions, filterOf } from "./filter-options.js";
import { RECORD_TABLES } from "./record-tables.js";
import { formatTable } from "./table.js";
import { addArchiveOption, askArchive } from "./with-archive.js";

interface AskOptions extends FilterOptions {
  readonly archive: string;
  readonly json?: true;
  readonly jsonl?: true;
  readonly limit?: number;
  readonly latest?: true;
  readonly count?: true;
}

/** A table for people shows so many rows unless told otherwise. */
const TABLE_ROWS = 50;

export function addAskCommand(program: Command, kind: Kind, description: string, example: string): void {
  const command = program.command(kind).description(description);
  addFilterOptions(addArchiveOption(command))
    .option("--limit <n>", `at most so many; a table shows ${TABLE_ROWS} unless told otherwise`, parseLimit)
    .option("--latest", "the latest first, instead of the order of arrival")
    .option("--count", "only how many there are")
    .option("--json", "print an array of records")
    .option("--jsonl", "print one record a line")
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (options: AskOptions) => {
      if (options.json && options.jsonl) command.error("error: --json and --jsonl exclude one another");
      await askArchive(options.archive, (archive) => answer(archive, kind, options));
    });
}

function parseLimit(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("Give a whole number.");
  return Number(value);
}

async function answer(archive: Archive, kind: Kind, options: AskOptions): Promise<void> {
  const filter = filterOf(options);
  const paging: Paging = { order: options.latest ? "latest" : "arrival" };
  if (options.count) return writeOut(`${await archive.count(kind, filter)}\n`);
  const limited = options.limit === undefined ? paging : { ...paging, limit: options.limit };
  if (options.json || options.jsonl) return writeJson(archive.find(kind, filter, limited), options.json === true);
  await writeTable(archive, kind, filter, { limit: TABLE_ROWS, ...limited });
}

/** An array with one record a line, or the lines alone. */
async function writeJson(records: AsyncIterable<unknown>, isArray: boolean): Promise<void> {
  let count = 0;
  for await (const record of records) {
    const head = isArray ? (count === 0 ? "[\n" : ",\n") : "";
    await writeOut(`${head}${JSON.stringify(record)}${isArray ? "" : "\n"}`);
    count++;
  }
  if (isArray) await writeOut(count === 0 ? "[]\n" : "\n]\n");
}

async function writeTable<K extends Kind>(
  archive: Archive,
  kind: K,
  filter: ReturnType<typeof filterOf>,
  paging: Paging,
): Promise<void> {
  const rows: Records[K][] = [];
  for await (const row of archive.find(kind, filter, paging)) rows.push(row);
  const total = rows.length < (paging.limit ?? 0) ? rows.length : await archive.count(kind, filter);
  if (rows.length === 0) return writeOut(`No ${kind} found.\n`);
  const lines = formatTable(rows, RECORD_TABLES[kind], outputWidth());
  const rest = total > rows.length ? `${rows.length} of ${total} ${kind}; --limit shows more` : `${total} ${kind}`;
  await writeOut(`${lines.join("\n")}\n\n${rest}\n`);
}
