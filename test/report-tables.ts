/** The packaged table of English function words, for the tests of reports. */
import { readFileSync } from "node:fs";
import { parseTable } from "../src/assets/index.js";
import { createReportKnowledge, type ReportKnowledge } from "../src/report/index.js";

export function reportKnowledge(): ReportKnowledge {
  const text = readFileSync(new URL("../data/report-english.tsv", import.meta.url), "utf8");
  return createReportKnowledge(new Map([["report-english", parseTable("report-english", text)]]));
}
