/** The packaged tables that tell English, for the tests of reports. */
import { readFileSync } from "node:fs";
import { parseTable } from "../src/assets/index.js";
import { createReportKnowledge, type ReportKnowledge } from "../src/report/index.js";

export function reportKnowledge(): ReportKnowledge {
  const text = readFileSync(new URL("../data/report-english.tsv", import.meta.url), "utf8");
  const packed = readFileSync(new URL("../dist/assets/tables.json", import.meta.url), "utf8");
  const tables = { ...(JSON.parse(packed) as Record<string, string>), "report-english": text };
  return createReportKnowledge(new Map(Object.entries(tables).map(([name, table]) => [name, parseTable(name, table)])));
}
