/** What is known before a report is looked at: the words that tell English. */
import { cellOf, type Table, tableOf } from "../assets/index.js";

export interface ReportKnowledge {
  /** Function words of English in lower case: "the", "would". */
  readonly english: ReadonlySet<string>;
}

/** Builds the knowledge; throws AssetError where the table is missing or lacks its column. */
export function createReportKnowledge(tables: ReadonlyMap<string, Table>): ReportKnowledge {
  const table = tableOf({ tables }, "report-english");
  return { english: new Set(table.rows.map((row) => cellOf(table, row, "word"))) };
}
