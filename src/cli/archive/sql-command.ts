/** `chancery sql`: a query over the archive's views. */
import type { Command } from "commander";
import { type Archive, VIEW_NAMES } from "../../archive/index.js";
import { outputWidth } from "../options.js";
import { writeOut } from "../write-output.js";
import { formatTable } from "./table.js";
import { addArchiveOption, askArchive } from "./with-archive.js";

const EXAMPLES = `
The views: ${VIEW_NAMES.slice(0, 9).join(", ")},
${VIEW_NAMES.slice(9).join(", ")}; docs/archive.md tells their columns.

Examples:
  chancery sql --archive news.duckdb "SELECT type, count(*) FROM events GROUP BY 1"
  chancery sql --archive news.duckdb "DESCRIBE events"`;

interface SqlOptions {
  readonly archive: string;
  readonly json?: true;
  readonly jsonl?: true;
}

export function addSqlCommand(program: Command): void {
  const command = program
    .command("sql")
    .description("ask an archive in SQL; nothing but reading its views is possible")
    .argument("<query>", "one query");
  addArchiveOption(command)
    .option("--json", "print an array of rows")
    .option("--jsonl", "print one row a line")
    .addHelpText("after", EXAMPLES)
    .action(async (query: string, options: SqlOptions) => {
      await askArchive(options.archive, (archive) => answer(archive, query, options));
    });
}

async function answer(archive: Archive, query: string, { json, jsonl }: SqlOptions): Promise<void> {
  if (jsonl) {
    for await (const row of archive.stream(query)) await writeOut(`${JSON.stringify(row, bigAsWords)}\n`);
    return;
  }
  const rows = await archive.query(query);
  if (json) return writeOut(`${JSON.stringify(rows, bigAsWords, 2)}\n`);
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return writeOut("No rows.\n");
  const columns = names.map((name) => ({
    head: name,
    cell: (row: (typeof rows)[number]) => formatCell(row[name]),
    most: 60,
    ...(rows.every((row) => typeof row[name] === "number") ? { align: "right" as const } : {}),
  }));
  await writeOut(`${formatTable(rows, columns, outputWidth()).join("\n")}\n`);
}

/** JSON has no whole numbers beyond 2⁵³ that all programs can read. */
function bigAsWords(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

function formatCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value, bigAsWords) : String(value);
}
