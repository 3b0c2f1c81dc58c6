/** What is known before a report is looked at: the words that tell English. */
import { cellOf, type Table, tableOf } from "../assets/index.js";
import { type LanguagePieces, readPieces } from "./language-pieces.js";

export interface ReportKnowledge {
  /** Function words of English in lower case: "the", "would". */
  readonly english: ReadonlySet<string>;
  /** Pieces of words of English and of its neighbours in Latin letters. */
  readonly pieces: LanguagePieces;
}

/** Builds the knowledge; throws AssetError where the table is missing or lacks its column. */
export function createReportKnowledge(tables: ReadonlyMap<string, Table>): ReportKnowledge {
  const table = tableOf({ tables }, "report-english");
  const english = new Set(table.rows.map((row) => cellOf(table, row, "word")));
  return { english, pieces: readPieces(tableOf({ tables }, "report-pieces")) };
}
