/** What is known before a report is looked at: the words that tell English. */
import { cellOf, type Table, tableOf } from "../assets/index.js";
import { type LanguagePieces, readPieces } from "./language-pieces.js";

export interface ReportKnowledge {
  /** Function words of English in lower case: "the", "would". */
  readonly english: ReadonlySet<string>;
  /** Words for acts of news in lower case, uninflected: "recall", "expel". Few are words of another language. */
  readonly acts: ReadonlySet<string>;
  /** Pieces of words of English and of its neighbours in Latin letters. */
  readonly pieces: LanguagePieces;
}

/** Builds the knowledge; throws AssetError where the table is missing or lacks its column. */
export function createReportKnowledge(tables: ReadonlyMap<string, Table>): ReportKnowledge {
  const table = tableOf({ tables }, "report-english");
  const english = new Set(table.rows.map((row) => cellOf(table, row, "word")));
  return { english, acts: readActs(tables), pieces: readPieces(tableOf({ tables }, "report-pieces")) };
}

/** Shorter words are too often another language's: "met", "die". */
const LEAST_LETTERS = 4;

function readActs(tables: ReadonlyMap<string, Table>): Set<string> {
  const verbs = tableOf({ tables }, "statements/verbs");
  const predicates = tableOf({ tables }, "events/predicates");
  const words = [
    ...verbs.rows.map((row) => cellOf(verbs, row, "lemma")),
    ...predicates.rows.flatMap((row) =>
      (cellOf(predicates, row, "kind") === "verb" ? cellOf(predicates, row, "words") : "").split("|").map(firstWord),
    ),
  ];
  return new Set(words.filter((word) => word.length >= LEAST_LETTERS && /^[a-z]+$/.test(word)));
}

/** "step" of "step down": what follows a verb is often a word of other languages too. */
const firstWord = (words: string) => words.trim().split(/\s/)[0]!;
