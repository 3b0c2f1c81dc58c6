/** `chancery relations`: how two countries, or all pairs, move. */
import { type Command, InvalidArgumentError } from "commander";
import {
  type Archive,
  type Codebook,
  createCodebook,
  loadOutlets,
  type Outlets,
  type PairRow,
  type RelationOptions,
  type Switches,
  settleCountry,
} from "../../archive/index.js";
import { loadAssets } from "../load-assets.js";
import { outputWidth } from "../options.js";
import { writeOut } from "../write-output.js";
import { collect, parseSince, parseUntil } from "./filter-options.js";
import { formatMove, formatRelation } from "./format-relation.js";
import { formatTable } from "./table.js";
import { addArchiveOption, askArchive } from "./with-archive.js";

const UNITS = ["day", "week", "month", "quarter", "year"] as const;

const EXAMPLES = `
Closeness is the mean PLOVER score of the acts between the two, each act once
however often it was told, weighted by half for each 180 days of age and drawn
towards 0 by a prior of 6 acts; docs/relations.md has the formula.

Examples:
  chancery relations RUS CHN --archive news.duckdb --from 2012 --by year
  chancery relations Russia China --archive news.duckdb --why --from 2014-05
  chancery relations RUS UKR --archive news.duckdb --without-state RUS
  chancery relations --all --archive news.duckdb --json`;

interface RelationsOptions {
  readonly archive: string;
  readonly all?: true;
  readonly why?: true;
  readonly from?: string;
  readonly until?: string;
  readonly by: (typeof UNITS)[number];
  readonly without?: string[];
  readonly withoutState?: string[];
  readonly firstHand?: true;
  readonly copies: boolean;
  readonly claims: boolean;
  readonly json?: true;
}

export function addRelationsCommand(program: Command): void {
  const command = program
    .command("relations")
    .description("how two countries move, closer or apart, and why")
    .argument("[country...]", "two countries, by code or name");
  addArchiveOption(command)
    .option("--all", "all pairs of countries")
    .option("--why", "the sentences that moved the line, with their share")
    .option("--from <date>", "first day, or month or year: 2014-05-21, 2014-05, 2014", parseSince)
    .option("--until <date>", "last day, or month or year", parseUntil)
    .option("--by <unit>", "day, week, month, quarter or year", parseUnit, "month")
    .option("--without <publisher>", "leave out an outlet; may be repeated", collect)
    .option("--without-state <country>", "leave out a country's state media; may be repeated", collect)
    .option("--first-hand", "leave out what is told at third hand")
    .option("--no-copies", "leave out copies of other reports")
    .option("--no-claims", "leave out what is only claimed by somebody")
    .option("--json", "print records as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (names: string[], options: RelationsOptions) => {
      if (options.all ? names.length > 0 : names.length !== 2) command.error("error: give two countries, or --all");
      await askArchive(options.archive, (archive) => answer(archive, names, options));
    });
}

function parseUnit(value: string): (typeof UNITS)[number] {
  const unit = UNITS.find((each) => each === value);
  if (unit === undefined) throw new InvalidArgumentError(`Give ${UNITS.join(", ")}.`);
  return unit;
}

async function answer(archive: Archive, names: readonly string[], options: RelationsOptions): Promise<void> {
  const assets = await loadAssets();
  const codebook = createCodebook(assets.tables);
  await warnUngathered(archive);
  if (options.all) return tellPairs(archive, nameIn(codebook), options.json === true);
  const pair = [settleCountry(names[0]!, codebook), settleCountry(names[1]!, codebook)] as const;
  const asked = relationOptions(options, codebook, loadOutlets(assets));
  if (options.why) return tellMove(archive, pair, nameIn(codebook), asked, options.json === true);
  const relation = await archive.relation(pair, asked);
  if (options.json) return writeOut(`${JSON.stringify(relation, null, 2)}\n`);
  if (relation === null) return writeOut(NOTHING_READ);
  await writeOut(`${formatRelation(relation, nameIn(codebook)).join("\n")}\n`);
}

type NameOf = (code: string) => string;

function nameIn({ names }: Codebook): NameOf {
  return (code) => names.get(code) ?? code;
}

const NOTHING_READ = "Nothing was read: the archive has no dated report.\n";

async function warnUngathered(archive: Archive): Promise<void> {
  const count = await archive.ungathered();
  if (count === 0) return;
  const what = count === 1 ? "1 report is" : `${count} reports are`;
  process.stderr.write(`chancery: ${what} not counted yet: run "chancery occurrences --gather --archive FILE"\n`);
}

function relationOptions(options: RelationsOptions, codebook: Codebook, outlets: Outlets): RelationOptions {
  const switches: Switches = {
    without: options.without ?? [],
    withoutState: (options.withoutState ?? []).map((name) => settleCountry(name, codebook)),
    firstHand: options.firstHand === true,
    copies: options.copies,
    claims: options.claims,
  };
  const { from, until, by } = options;
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }), by, switches, outlets };
}

async function tellMove(
  archive: Archive,
  pair: readonly [string, string],
  nameOf: NameOf,
  options: RelationOptions,
  isJson: boolean,
): Promise<void> {
  const move = await archive.explainRelation(pair, options);
  if (isJson) return writeOut(`${JSON.stringify(move, null, 2)}\n`);
  if (move === null) return writeOut(NOTHING_READ);
  await writeOut(`${formatMove(move, nameOf, outputWidth()).join("\n")}\n`);
}

async function tellPairs(archive: Archive, nameOf: NameOf, isJson: boolean): Promise<void> {
  const rows: PairRow[] = [];
  for await (const row of archive.pairs()) rows.push(row);
  if (isJson) return writeOut(`${JSON.stringify(rows, null, 2)}\n`);
  if (rows.length === 0) return writeOut("No pair of countries has an act with a day.\n");
  rows.sort((one, other) => other.acts - one.acts);
  const sign = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
  const lines = formatTable(
    rows,
    [
      { head: "pair", cell: ({ a, b }) => `${nameOf(a)} – ${nameOf(b)}`, most: 44 },
      { head: "acts", cell: ({ acts }) => String(acts), most: 8, align: "right" },
      { head: "tellings", cell: ({ tellings }) => String(tellings), most: 8, align: "right" },
      { head: "closeness", cell: ({ closeness }) => sign(closeness), most: 9, align: "right" },
      { head: "last turn", cell: ({ turns }) => lastTurn(turns), most: 20 },
    ],
    outputWidth(),
  );
  await writeOut(`${lines.join("\n")}\n`);
}

function lastTurn(turns: PairRow["turns"]): string {
  const turn = turns.at(-1);
  return turn === undefined ? "" : `${turn.date} ${turn.direction}`;
}
