/** `chancery failures` and `chancery coverage`: what an archive's runs could not read, and what they read. */
import type { Command } from "commander";
import type { Archive, Coverage } from "../../archive/index.js";
import { outputWidth } from "../options.js";
import { writeOut } from "../write-output.js";
import { formatTable } from "./table.js";
import { addArchiveOption, askArchive } from "./with-archive.js";

interface RecordOptions {
  readonly archive: string;
  readonly jsonl?: true;
}

interface Failure {
  readonly run: number;
  readonly started: string;
  readonly where: string;
  readonly code: string;
  readonly message: string;
}

export function addFailuresCommand(program: Command): void {
  addArchiveOption(program.command("failures").description("what the runs of ingest could not read, and why"))
    .option("--jsonl", "print one failure a line")
    .addHelpText("after", "\nExample:\n  chancery failures --archive news.duckdb")
    .action(async ({ archive, jsonl }: RecordOptions) => {
      await askArchive(archive, (opened) => tellFailures(opened, jsonl === true));
    });
}

async function tellFailures(archive: Archive, isLines: boolean): Promise<void> {
  const failures = await archive.query<Failure>(
    `SELECT f.run, r.started, f."where", f.code, f.message FROM failures f JOIN runs r USING (run) ORDER BY f.run, f.n`,
  );
  if (isLines) return writeOut(failures.map((failure) => `${JSON.stringify(failure)}\n`).join(""));
  if (failures.length === 0) return writeOut("Nothing failed.\n");
  const lines = formatTable(
    failures,
    [
      { head: "run", cell: ({ run }) => String(run), most: 6, align: "right" },
      { head: "where", cell: ({ where }) => where, most: 40 },
      { head: "code", cell: ({ code }) => code, most: 20 },
      { head: "message", cell: ({ message }) => message, most: 200 },
    ],
    outputWidth(),
  );
  await writeOut(`${lines.join("\n")}\n`);
}

interface CoverageOptions extends RecordOptions {
  readonly publisher?: string;
  readonly since?: string;
  readonly until?: string;
}

export function addCoverageCommand(program: Command, parseSince: Parse, parseUntil: Parse): void {
  addArchiveOption(
    program.command("coverage").description("reports by publisher and day, and the days that are missing"),
  )
    .option("--publisher <name>", "of one publisher")
    .option("--since <date>", "first day, or month or year", parseSince)
    .option("--until <date>", "last day, or month or year", parseUntil)
    .option("--jsonl", "print one publisher and day a line")
    .addHelpText("after", "\nExample:\n  chancery coverage --archive news.duckdb --since 2022-03 --until 2022-03")
    .action(async ({ archive, jsonl, ...question }: CoverageOptions) => {
      await askArchive(archive, async (opened) => {
        const days = await opened.coverage(question);
        await (jsonl ? writeOut(days.map((day) => `${JSON.stringify(day)}\n`).join("")) : tellCoverage(days));
      });
    });
}

type Parse = (value: string) => string;

/** One line a publisher: how many reports of which days, and how many days have none though some were to be expected. */
async function tellCoverage(days: readonly Coverage[]): Promise<void> {
  const publishers = [...groupDays(days)];
  if (publishers.length === 0) return writeOut("No report has a day in this range.\n");
  const rows = publishers.map(([publisher, own]) => ({
    publisher: publisher === "" ? "(no publisher)" : publisher,
    reports: own.reduce((sum, { reports }) => sum + reports, 0),
    first: own[0]!.day,
    last: own.at(-1)!.day,
    missing: own.filter(({ reports, expected }) => reports === 0 && (expected ?? 0) > 0).map(({ day }) => day),
  }));
  const lines = formatTable(
    rows,
    [
      { head: "publisher", cell: (row) => row.publisher, most: 30 },
      { head: "reports", cell: (row) => String(row.reports), most: 10, align: "right" },
      { head: "first", cell: (row) => row.first, most: 10 },
      { head: "last", cell: (row) => row.last, most: 10 },
      { head: "missing", cell: (row) => String(row.missing.length), most: 7, align: "right" },
      { head: "days", cell: (row) => row.missing.slice(0, 8).join(" "), most: 90 },
    ],
    outputWidth(),
  );
  await writeOut(`${lines.join("\n")}\n`);
}

function groupDays(days: readonly Coverage[]): Map<string, Coverage[]> {
  const groups = new Map<string, Coverage[]>();
  for (const day of days) {
    const group = groups.get(day.publisher);
    if (group) group.push(day);
    else groups.set(day.publisher, [day]);
  }
  return groups;
}
