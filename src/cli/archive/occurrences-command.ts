/** `chancery occurrences`: acts, each with all its tellings; and how people correct what was taken for one act. */
import type { Command } from "commander";
import { type Archive, openArchive } from "../../archive/index.js";
import { outputWidth } from "../options.js";
import { writeOut } from "../write-output.js";
import { parseSince, parseUntil } from "./filter-options.js";
import { formatTable } from "./table.js";
import { addArchiveOption, askArchive } from "./with-archive.js";

const EXAMPLES = `
A telling is written REPORT:EVENT, by the keys of the report and of the event.

Examples:
  chancery occurrences --archive news.duckdb --since 2014-05 --until 2014-05
  chancery occurrences show 3f9c2ab17d201c44 --archive news.duckdb
  chancery occurrences split REPORT:EVENT REPORT:EVENT --archive news.duckdb
  chancery occurrences join REPORT:EVENT REPORT:EVENT --archive news.duckdb`;

interface ListOptions {
  readonly archive: string;
  readonly since?: string;
  readonly until?: string;
  readonly type?: string;
  readonly gather?: true;
  readonly json?: true;
}

interface OccurrenceRow {
  readonly key: string;
  readonly type: string;
  readonly date: string | null;
  readonly outlets: number;
  readonly tellings: readonly unknown[];
}

export function addOccurrencesCommand(program: Command): void {
  const command = program.command("occurrences").description("acts, each once with all that tell of it");
  addArchiveOption(command)
    .option("--since <date>", "first day, or month or year", parseSince)
    .option("--until <date>", "last day, or month or year", parseUntil)
    .option("--type <type>", "type of event, such as CONSULT")
    .option("--gather", "gather the acts of all reports anew")
    .option("--json", "print an array of records")
    .addHelpText("after", EXAMPLES)
    .action(async (options: ListOptions) => {
      if (options.gather) return gather(options.archive);
      await askArchive(options.archive, (archive) => list(archive, options));
    });
  addShow(command);
  addDecision(command, "join", "take two tellings, and all that belong to them, for one act");
  addDecision(command, "split", "take two tellings for two acts");
}

async function gather(path: string): Promise<void> {
  const archive = await openArchive(path, { readOnly: false });
  try {
    const { tellings, occurrences } = await archive.gather(true);
    await writeOut(`${occurrences} occurrences in ${tellings} tellings\n`);
  } finally {
    await archive.close();
  }
}

const LIST = `SELECT * FROM occurrences WHERE ($type IS NULL OR "type" = $type)
  AND ($since IS NULL OR day >= $since::DATE) AND ($until IS NULL OR day <= $until::DATE) ORDER BY day, key`;

async function list(archive: Archive, { since, until, type, json }: ListOptions): Promise<void> {
  const values = { since: since ?? null, until: until ?? null, type: type?.toUpperCase() ?? null };
  const rows = await archive.query<OccurrenceRow>(LIST, values);
  if (json) return writeOut(`${JSON.stringify(rows, null, 2)}\n`);
  if (rows.length === 0) return writeOut("No occurrence found.\n");
  const shown = rows.slice(0, 50);
  const sentences = await archive.sentences(shown.map(({ key }) => key));
  const words = new Map(sentences.map(({ occurrence, text }) => [occurrence, text]));
  const lines = formatTable(
    shown,
    [
      { head: "key", cell: ({ key }) => key, most: 16 },
      { head: "date", cell: ({ date }) => date ?? "", most: 10 },
      { head: "type", cell: ({ type: kind }) => kind, most: 10 },
      { head: "told", cell: ({ tellings }) => String(tellings.length), most: 4, align: "right" },
      { head: "outlets", cell: ({ outlets }) => String(outlets), most: 7, align: "right" },
      { head: "first told so", cell: ({ key }) => words.get(key) ?? "", most: 120 },
    ],
    outputWidth(),
  );
  const rest =
    rows.length > shown.length ? `${shown.length} of ${rows.length} occurrences` : `${rows.length} occurrences`;
  await writeOut(`${lines.join("\n")}\n\n${rest}\n`);
}

function addShow(parent: Command): void {
  addArchiveOption(
    parent.command("show").description("all tellings of an act").argument("<key>", "key of an occurrence"),
  )
    .option("--json", "print the record as JSON")
    .action(async (key: string, _: unknown, command: Command) => {
      const { archive: path, json } = command.optsWithGlobals() as ListOptions;
      await askArchive(path, (archive) => show(archive, key, json === true));
    });
}

async function show(archive: Archive, key: string, isJson: boolean): Promise<void> {
  const [row] = await archive.query("SELECT * FROM occurrences WHERE key = $key", { key });
  const sentences = await archive.sentences([key], true);
  if (isJson) return writeOut(`${JSON.stringify(row === undefined ? null : { ...row, sentences }, null, 2)}\n`);
  if (row === undefined) return writeOut(`No occurrence has the key ${key}.\n`);
  const lines = formatTable(
    sentences,
    [
      { head: "published", cell: ({ published }) => published ?? "", most: 10 },
      { head: "publisher", cell: ({ publisher }) => publisher ?? "", most: 30 },
      { head: "claim", cell: ({ claim }) => claim, most: 7 },
      { head: "telling", cell: ({ report, event }) => `${report.slice(0, 8)}…:${event}`, most: 26 },
      { head: "words", cell: ({ text }) => text, most: 200 },
    ],
    outputWidth(),
  );
  await writeOut(
    `${String(row.type)} ${String(row.date ?? "without a day")}, ${String(row.merged || "one telling")}\n\n`,
  );
  await writeOut(`${lines.join("\n")}\n`);
}

function addDecision(parent: Command, kind: "join" | "split", description: string): void {
  addArchiveOption(parent.command(kind).description(description).argument("<telling>").argument("<other>")).action(
    async (one: string, other: string, _: unknown, command: Command) => {
      const { archive: path } = command.optsWithGlobals() as ListOptions;
      for (const telling of [one, other]) {
        if (!/^[0-9a-f]{64}:[0-9a-f]{16}$/.test(telling)) command.error(`error: "${telling}" is no REPORT:EVENT`);
      }
      const archive = await openArchive(path, { readOnly: false });
      try {
        const { occurrences } = await archive.decide(kind, [one, other]);
        await writeOut(`${occurrences} occurrences\n`);
      } finally {
        await archive.close();
      }
    },
  );
}
