/** `chancery events` and the other commands that ask an archive for one kind of record. */
import { type Command, InvalidArgumentError } from "commander";
import {
  type Archive,
  type Filter,
  FLAT_COLUMNS,
  formatCsv,
  type Kind,
  type Paging,
  type Read,
  type Records,
  writeParquet,
} from "../../archive/index.js";
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
  readonly csv?: true;
  readonly parquet?: string;
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
    .option("--csv", "print a table for spreadsheets")
    .option("--parquet <file>", "write a Parquet file, and beside it what its columns mean")
    .addHelpText("after", `\nExample:\n  ${example}`)
    .action(async (options: AskOptions) => {
      const { json, jsonl, csv, parquet, count } = options;
      const outputs = [json, jsonl, csv, parquet, count].filter((output) => output !== undefined);
      if (outputs.length > 1) command.error("error: --json, --jsonl, --csv, --parquet and --count exclude one another");
      await askArchive(options.archive, (archive) => answer(archive, kind, options));
    });
}

/** A whole number of records. */
export function parseLimit(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("Give a whole number.");
  return Number(value);
}

async function answer(archive: Archive, kind: Kind, options: AskOptions): Promise<void> {
  const filter = await filterOf(options);
  const paging: Paging = { order: options.latest ? "latest" : "arrival" };
  if (options.count) return writeOut(`${await archive.count(kind, filter)}\n`);
  const limited = options.limit === undefined ? paging : { ...paging, limit: options.limit };
  if (options.json || options.jsonl) return writeJson(archive.find(kind, filter, limited), options.json === true);
  if (options.csv) return printCsv(archive, kind, filter, limited);
  if (options.parquet !== undefined) return tellParquet(archive, kind, filter, limited, options.parquet);
  await writeTable(archive, kind, filter, { limit: TABLE_ROWS, ...limited });
}

async function printCsv<K extends Kind>(archive: Archive, kind: K, filter: Filter, paging: Paging): Promise<void> {
  const lines = formatCsv<Records[K]>(archive.find(kind, filter, paging), FLAT_COLUMNS[kind]);
  for await (const line of lines) await writeOut(line);
}

async function tellParquet<K extends Kind>(archive: Archive, kind: K, filter: Filter, paging: Paging, file: string) {
  const count = await writeParquet<Records[K]>(file, archive.find(kind, filter, paging), FLAT_COLUMNS[kind]);
  process.stderr.write(`chancery: ${count} ${kind} in ${file}; ${file}.dictionary.csv tells its columns\n`);
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

async function writeTable<K extends Kind>(archive: Archive, kind: K, filter: Filter, paging: Paging): Promise<void> {
  const rows: Records[K][] = [];
  for await (const row of archive.find(kind, filter, paging)) rows.push(row);
  const total = rows.length < (paging.limit ?? 0) ? rows.length : await archive.count(kind, filter);
  if (rows.length === 0) return writeOut(`No ${kind} found. ${tellRead(await archive.read(filter), filter)}\n`);
  const lines = formatTable(rows, RECORD_TABLES[kind], outputWidth());
  const rest = total > rows.length ? `${rows.length} of ${total} ${kind}; --limit shows more` : `${total} ${kind}`;
  await writeOut(`${lines.join("\n")}\n\n${rest}\n`);
}

/** Whether nothing happened or nothing was read. */
function tellRead({ reports, inRange, first, last }: Read, { since, until }: Filter): string {
  if (reports === 0) return "The archive is empty: fill it with chancery ingest SOURCE --archive FILE.";
  if (since === undefined && until === undefined) return `${reports} reports were read.`;
  if (inRange > 0) return `${inRange} reports of these days were read.`;
  return `Nothing of these days was read: the archive's reports are of ${first ?? "no known day"} to ${last ?? "none"}.`;
}
