/** Gives a text in small letters, or all in capitals, the capitals that names have: "russia accuses georgia". */
import { cellOf, listOf, type Table, tableOf } from "../assets/index.js";
import { indexNames, type NameIndex, nameIn } from "./name-index.js";

/** What restoring needs to know. */
export interface CaseKnowledge {
  /** Names as they are written, by their small letters. */
  readonly names: NameIndex<string>;
  /** Function words, which a headline in capitals has in small letters too. */
  readonly small: ReadonlySet<string>;
}

const TABLES = [
  ["countries", ["name", "names", "adjectives", "peoples", "capitals"]],
  ["names-seats", ["name"]],
  ["entities/organizations", ["name", "names"]],
  ["entities/persons", ["name", "names", "surname"]],
  ["entities/given-names", ["name"]],
  ["places-divisions", ["name"]],
] as const;

/** Builds the knowledge from the tables of names, less the names that are ordinary words first ("polish", "who"). */
export function createCaseKnowledge(tables: ReadonlyMap<string, Table>): CaseKnowledge {
  const column = (key: string, name: string) => {
    const table = tableOf({ tables }, key);
    return table.rows.flatMap((row) =>
      name.endsWith("s") || name === "capitals" ? listOf(table, row, name) : [cellOf(table, row, name)],
    );
  };
  const words = new Set(column("names-words", "word"));
  const named = TABLES.flatMap(([key, columns]) => columns.flatMap((name) => column(key, name)));
  const fitting = named.filter(
    (name) => name.length > 1 && name.toLowerCase().length === name.length && !words.has(name.toLowerCase()),
  );
  return {
    names: indexNames(fitting.map((name) => [name.toLowerCase(), name] as const)),
    small: new Set(column("report-english", "word")),
  };
}

/** Fewer words than this have no case to speak of. */
const LEAST_WORDS = 3;
const WORD = /[\p{L}\p{N}\p{M}]+(?:[.'’-][\p{L}\p{N}\p{M}]+){0,9}\.?/gu;

/** The text, of the same length; one that has both small letters and capitals is left as it is. */
export function restoreCase(text: string, knowledge: CaseKnowledge): string {
  const isQuiet = !/\p{Lu}/u.test(text);
  const isLoud = !isQuiet && !/\p{Ll}/u.test(text);
  if ((!isQuiet && !isLoud) || countWords(text) < LEAST_WORDS) return text;
  const plain = isQuiet ? text : text.toLowerCase();
  if (plain.length !== text.length) return text;
  const titled = isQuiet ? plain : plain.replace(WORD, (word) => (knowledge.small.has(word) ? word : capitalise(word)));
  return capitaliseSentences(writeNames(titled, plain, knowledge));
}

function countWords(text: string): number {
  let count = 0;
  for (const _ of text.slice(0, 4000).matchAll(WORD)) if (++count >= LEAST_WORDS) break;
  return count;
}

/** The same letters with the names among them as they are written. */
function writeNames(titled: string, plain: string, { names }: CaseKnowledge): string {
  const parts: string[] = [];
  let done = 0;
  for (const { index } of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    const found = index < done ? null : nameIn(plain, names, index);
    if (!found || found.entry.length !== found.end - index) continue;
    parts.push(titled.slice(done, index), found.entry);
    done = found.end;
  }
  return parts.join("") + titled.slice(done);
}

function capitaliseSentences(text: string): string {
  return text.replace(
    /(?:^|[.!?]\s|\n)\s{0,20}["“‘']?\p{Ll}/gu,
    (opening) => opening.slice(0, -1) + capitalise(opening.slice(-1)),
  );
}

/** A first letter that is two in capitals, such as a ligature, stays: the text keeps its length. */
function capitalise(word: string): string {
  const capital = word.slice(0, 1).toUpperCase();
  return capital.length === 1 ? capital + word.slice(1) : word;
}
