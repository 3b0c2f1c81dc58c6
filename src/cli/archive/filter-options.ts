/** The options that filter what an archive is asked for, the same for every command. */
import { type Command, InvalidArgumentError } from "commander";
import { createCodebook, type Filter, settleFilter } from "../../archive/index.js";
import { loadTables } from "../load-assets.js";
import { parseConfidence } from "../options.js";

/** Values of the options as commander gives them. */
export interface FilterOptions {
  readonly actor?: string[];
  readonly recipient?: string[];
  readonly pair?: [string, string];
  readonly type?: string[];
  readonly quad?: number[];
  readonly mode?: string[];
  readonly context?: string[];
  readonly status?: string[];
  readonly claimedBy?: string[];
  readonly since?: string;
  readonly until?: string;
  readonly place?: string[];
  readonly report?: string;
  readonly publisher?: string[];
  readonly text?: string;
  readonly copies?: boolean;
  readonly minConfidence?: number;
}

export function addFilterOptions(command: Command): Command {
  return command
    .option("--actor <who>", "who does it: a country's code or name, or anybody's name; may be repeated", collect)
    .option("--recipient <who>", "to whom", collect)
    .option("--pair <a,b>", "two countries that deal with one another, such as RUS,CHN", parsePair)
    .option("--type <type>", "type of event, such as CONSULT", collect)
    .option("--quad <n>", "quad class of event, 1 to 4", collectQuad)
    .option("--mode <mode>", "mode of event, such as visit", collect)
    .option("--context <context>", "context of event, such as military", collect)
    .option("--status <status>", "actual, historical, future, hypothetical or negated", collect)
    .option("--claimed-by <who>", 'who says so, first or at second hand; "report" for the report itself', collect)
    .option("--since <date>", "first day, or month or year: 2022-03-30, 2022-03, 2022", parseSince)
    .option("--until <date>", "last day, or month or year", parseUntil)
    .option("--place <name>", "where: a place, a division or a country", collect)
    .option("--text <words>", 'words that the report has: gas pipeline, "gas pipeline", pipe*, -oil')
    .option("--publisher <name>", "publisher of the report; may be repeated", collect)
    .option("--no-copies", "leave out near-copies of other reports")
    .option("--report <key>", "key of a report", parseKey)
    .option("--min-confidence <p>", "at least so sure, from 0 to 1", parseConfidence);
}

export function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function collectQuad(value: string, before: number[] = []): number[] {
  if (!/^[1-4]$/.test(value)) throw new InvalidArgumentError("Give 1, 2, 3 or 4.");
  return [...before, Number(value)];
}

function parsePair(value: string): [string, string] {
  const [a = "", b = "", ...more] = value.split(",").map((side) => side.trim());
  if (a === "" || b === "" || more.length > 0) throw new InvalidArgumentError("Give two countries, such as RUS,CHN.");
  return [a, b];
}

function parseKey(value: string): string {
  if (!/^[0-9a-f]{64}$/.test(value)) throw new InvalidArgumentError("A report's key has 64 hex digits.");
  return value;
}

/** First or last day of what is given: a day, month or year. */
function parseDay(value: string, isEnd: boolean): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  const [year, month, day] = [Number(found?.[1]), Number(found?.[2] ?? (isEnd ? 12 : 1)), Number(found?.[3] ?? 1)];
  const last = new Date(Date.UTC(2000, month, 0)).getUTCDate();
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && !isLeap ? 28 : last;
  if (!found || year < 1 || month < 1 || month > 12 || day < 1 || day > days)
    throw new InvalidArgumentError("Give a day, month or year, such as 2022-03-30, 2022-03 or 2022.");
  const end = isEnd && found[3] === undefined ? days : day;
  return `${found[1]}-${String(month).padStart(2, "0")}-${String(end).padStart(2, "0")}`;
}

/** First day of a day, month or year. */
export const parseSince = (value: string) => parseDay(value, false);
/** Last day of a day, month or year. */
export const parseUntil = (value: string) => parseDay(value, true);

/** The filter that the options ask for; throws ArchiveError where something in it is unknown. */
export async function filterOf(options: FilterOptions): Promise<Filter> {
  const { actor, recipient, pair, type, quad, mode, context, status, claimedBy } = options;
  const { since, until, place, text, report, publisher, minConfidence } = options;
  const given = { actor, recipient, pair, type, quad, mode, context, status, claimedBy };
  const copies = options.copies === false ? false : undefined;
  const rest = { since, until, place, text, copies, report, publisher, minConfidence };
  const filter = Object.fromEntries(Object.entries({ ...given, ...rest }).filter(([, value]) => value !== undefined));
  return settleFilter(filter as Filter, createCodebook(await loadTables()));
}
