/** Reports: their list, and one of them with all that was found in it. */
import type { Archive, Parts, ReportRow } from "../../archive/index.js";
import { RequestError } from "../../errors.js";
import type { ReportAnswer, ReportHead, ReportPage } from "../answers.js";
import { inPath, key, words } from "../parameters.js";
import type { Question, Route } from "../route.js";
import { FILTERS, filterOf, PAGING } from "./filters.js";
import { findPage, tabulate } from "./lists.js";

/** UTF-16 code units of a text's beginning that a list shows. */
const SNIPPET = 240;

export const REPORT_ROUTES: readonly Route[] = [
  {
    path: "/api/reports",
    about: "reports, the latest first",
    parameters: [words("q", "the same as text"), ...FILTERS, ...PAGING],
    answer: "ReportPage",
    handle: listReports,
    tabulate: (question, format) => tabulate(question, "reports", format),
  },
  {
    path: "/api/reports/{key}",
    about: "a report: its reading, where it came from, its copies, and the occurrences that it tells of",
    parameters: [inPath(key("key", "key of the report", 64))],
    answer: "ReportAnswer",
    handle: showReport,
  },
];

async function listReports(question: Question): Promise<ReportPage> {
  const { rows, ...page } = await findPage(question, "reports", filterOf(question.values, question.world));
  return { rows: await headsOf(question.archive, rows), ...page };
}

/** Reports as lists show them. */
export async function headsOf(archive: Archive, reports: readonly ReportRow[]): Promise<readonly ReportHead[]> {
  const parts = await archive.parts(reports.map(({ number }) => number));
  return reports.map((report) => headOf(report, parts.get(report.number)));
}

function headOf(report: ReportRow, parts: Parts | undefined): ReportHead {
  const [source] = report.sources;
  return {
    key: report.key,
    title: source?.title ?? null,
    publisher: source?.publisher ?? null,
    published: source?.published ?? null,
    language: report.language,
    events: parts?.events ?? 0,
    statements: parts?.statements ?? 0,
    copyOf: report.copyOf,
    snippet: shorten(report.text),
  };
}

/** The beginning of a text up to a word's end, in one line. */
function shorten(text: string): string {
  const line = text
    .slice(0, 2 * SNIPPET)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= SNIPPET) return line;
  return `${line.slice(0, SNIPPET).replace(/\s?\S*$/, "")}…`;
}

async function showReport({ archive, values }: Question): Promise<ReportAnswer> {
  const name = values.text("key")!;
  const report = await archive.report(name);
  if (report !== null) return report;
  // Offers reports whose keys begin alike, for those who give a key cut short or mistyped.
  const nearest = await archive.keysLike(name.slice(0, 4));
  const message = `there is no report ${name}`;
  throw new RequestError("record-unknown", 404, message, "Look it up with /api/reports.", nearest);
}
