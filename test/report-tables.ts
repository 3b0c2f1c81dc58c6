/** The packaged weights that tell English, for the tests of reports. */
import { readFileSync } from "node:fs";
import { createReportKnowledge, type ReportKnowledge } from "../src/report/index.js";

export function reportKnowledge(): ReportKnowledge {
  return createReportKnowledge({ english: readFileSync(new URL("../dist/assets/english.bin", import.meta.url)) });
}
