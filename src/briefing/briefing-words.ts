/** The words of a briefing that are not the report's: phrases for acts, names of countries, from data/. */
import { cellOf, listOf, type Row, type Table, tableFault, tableOf } from "../assets/index.js";

/** How an act is told: "demanded concessions", "met", "attacked … with drones". */
export interface Phrase {
  /** "met" */
  readonly past: string;
  /** "meet" */
  readonly base: string;
  /** What stands before the recipient: "with"; empty for a plain object. */
  readonly link: string;
  /** What stands for a recipient that the report does not name: "someone"; empty where none is needed. */
  readonly alone: string;
  /** What follows the recipient: "with drones". */
  readonly tail: string;
}

export interface BriefingWords {
  /** Phrases by type, and by "TYPE mode". */
  readonly phrases: ReadonlyMap<string, Phrase>;
  /** Names of states by country code: "RUS" is "Russia". */
  readonly countries: ReadonlyMap<string, string>;
  /** Adjectives of states by country code: "RUS" has "Russian". */
  readonly adjectives: ReadonlyMap<string, readonly string[]>;
  /** Names that a sentence puts "the" before: "United States". */
  readonly withArticle: ReadonlySet<string>;
}

/** Takes the words out of the tables; throws AssetError that names file and line. */
export function createBriefingWords(tables: ReadonlyMap<string, Table>): BriefingWords {
  const phrases = tableOf({ tables }, "briefing/phrases");
  const countries = tableOf({ tables }, "countries");
  const articles = tableOf({ tables }, "briefing/articles");
  const states = countries.rows.filter((row) => isOwnName(countries, row));
  const codeOf = (row: Row) => cellOf(countries, row, "code");
  return {
    phrases: new Map(phrases.rows.map((row) => readPhrase(phrases, row))),
    countries: new Map(states.map((row) => [codeOf(row), cellOf(countries, row, "name")])),
    adjectives: new Map(states.map((row) => [codeOf(row), listOf(countries, row, "adjectives")])),
    withArticle: new Set(articles.rows.map((row) => cellOf(articles, row, "name"))),
  };
}

function readPhrase(table: Table, row: Row): [string, Phrase] {
  const cell = (column: string) => cellOf(table, row, column);
  if (cell("past") === "" || cell("base") === "") throw tableFault(table, row, "lacks a verb");
  const key = [cell("type"), cell("mode")].join(" ").trim();
  return [
    key,
    { past: cell("past"), base: cell("base"), link: cell("link"), alone: cell("alone"), tail: cell("tail") },
  ];
}

/** Dependencies and breakaway regions share their state's code; only the state gives it its name. */
function isOwnName(table: Table, row: Row): boolean {
  return ["state", "former", "union"].includes(cellOf(table, row, "status"));
}
