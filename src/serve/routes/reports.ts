/** Reports: their list, and one of them with all that was found in it. */
import type { Archive, Filter, ReportRow } from "../../archive/index.js";
import { RequestError } from "../../errors.js";
import type { ReportAnswer, ReportHead, ReportPage } from "../answers.js";
import { demandFresh, formatCursor, readCursor } from "../cursor.js";
import { inPath, key, since, until, words } from "../parameters.js";
import type { Question, Route } from "../route.js";
import { LIMITS } from "../settings.js";
import { PAGING } from "./filters.js";
import { explainEmpty, orderOf } from "./lists.js";

/** UTF-16 code units of a text's beginning that a list shows. */
const SNIPPET = 240;

export const REPORT_ROUTES: readonly Route[] = [
  {
    path: "/api/reports",
    about: "reports, the latest first",
    parameters: [
      words("q", "words that must all stand in the text"),
      words("publisher", "publisher of the report"),
      ...[since(), until()],
      ...PAGING,
    ],
    answer: "ReportPage",
    handle: listReports,
  },
  {
    path: "/api/reports/{key}",
    about: "a report: its reading, where it came from, its copies, and the occurrences that it tells of",
    parameters: [inPath(key("key", "key of the report", 64))],
    answer: "ReportAnswer",
    handle: showReport,
  },
];

async function listReports({ archive, values }: Question): Promise<ReportPage> {
  const [limit, order] = [values.number("limit") ?? LIMITS.page, orderOf(values)];
  const cursor = readCursor(values.text("cursor"));
  const offset = cursor?.offset ?? 0;
  const all = await archive.count("reports");
  demandFresh(cursor, all, order);
  const { sql, parameters } = conditionsOf(values);
  const [found] = await archive.query<{ total: number }>(
    `SELECT count(*) AS total FROM reports WHERE ${sql}`,
    parameters,
  );
  const reports = await archive.query<ReportRow>(
    `SELECT * FROM reports WHERE ${sql} ORDER BY ${order === "latest" ? "day DESC NULLS LAST, " : ""}number
    LIMIT ${limit} OFFSET ${offset}`,
    parameters,
  );
  const { total } = found!;
  const end = offset + reports.length;
  const next = end < total ? formatCursor({ offset: end, reports: all }) : null;
  const days = { since: values.text("since"), until: values.text("until") };
  const filter = Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined)) as Filter;
  const empty = total > 0 ? null : await explainEmpty(archive, filter);
  return { rows: await headsOf(archive, reports), next, total, empty };
}

/** All the words stand in the text; each is a parameter of its own. */
function conditionsOf(values: Question["values"]): {
  readonly sql: string;
  readonly parameters: Record<string, string>;
} {
  const parts = (values.text("q") ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== "")
    .slice(0, 12);
  const parameters: Record<string, string> = Object.fromEntries(parts.map((part, i) => [`w${i}`, part]));
  const conditions = parts.map((_, i) => `contains(lower(text), $w${i})`);
  const add = (name: string, condition: string) => {
    const value = values.text(name);
    if (value === undefined) return;
    parameters[name] = value;
    conditions.push(condition);
  };
  add("since", "day >= $since::DATE");
  add("until", "day <= $until::DATE");
  add("publisher", "list_contains(list_transform(sources, lambda x: lower(x.publisher)), lower($publisher))");
  return { sql: conditions.length === 0 ? "TRUE" : conditions.join(" AND "), parameters };
}

/** Reports as lists show them. */
export async function headsOf(archive: Archive, reports: readonly ReportRow[]): Promise<readonly ReportHead[]> {
  const counts = await countParts(archive, reports);
  return reports.map((report) => headOf(report, counts.get(report.number)));
}

interface Parts {
  readonly number: number;
  readonly events: number;
  readonly statements: number;
}

async function countParts(archive: Archive, reports: readonly ReportRow[]): Promise<ReadonlyMap<number, Parts>> {
  if (reports.length === 0) return new Map();
  const numbers = reports.map(({ number }) => Math.trunc(number)).join(", ");
  const rows = await archive.query<Parts>(`SELECT r.number,
      (SELECT count(*) FROM events e WHERE e.number = r.number) AS events,
      (SELECT count(*) FROM statements s WHERE s.number = r.number) AS statements
    FROM reports r WHERE r.number IN (${numbers})`);
  return new Map(rows.map((row) => [row.number, row]));
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
  const reading = await archive.reading(name);
  if (reading === null) throw await unknownReport(archive, name);
  const [report] = await archive.query<Pick<ReportRow, "sources" | "copyOf">>(
    "SELECT sources, copyOf FROM reports WHERE key = $name",
    { name },
  );
  const copies = await archive.query<{ key: string }>("SELECT key FROM reports WHERE copyOf = $name ORDER BY number", {
    name,
  });
  const { sources, copyOf } = report!;
  const told = await archive.query<{ event: string; occurrence: string }>(
    "SELECT event, occurrence FROM tellings WHERE report = $name ORDER BY eventNumber",
    { name },
  );
  const occurrences = Object.fromEntries(told.map(({ event, occurrence }) => [event, occurrence]));
  return { reading, sources, copyOf, copies: copies.map((copy) => copy.key), occurrences };
}

/** Offers reports whose keys begin alike, for those who give a key cut short or mistyped. */
async function unknownReport(archive: Archive, name: string): Promise<RequestError> {
  const nearest = await archive.query<{ key: string }>(
    "SELECT key FROM reports WHERE starts_with(key, $head) ORDER BY number LIMIT 3",
    { head: name.slice(0, 4) },
  );
  const remedy = "Look it up with /api/reports.";
  const message = `there is no report ${name}`;
  return new RequestError(
    "record-unknown",
    404,
    message,
    remedy,
    nearest.map((report) => report.key),
  );
}
