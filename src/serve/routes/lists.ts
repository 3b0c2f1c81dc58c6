/** Lists of one kind of record: events, statements, terms, entities, places. */
import {
  type Archive,
  type Filter,
  FLAT_COLUMNS,
  type FlatColumn,
  formatCsv,
  formatParquet,
  type Kind,
  type Records,
} from "../../archive/index.js";
import type { TableFormat } from "../answer/formats.js";
import type { AnswerName } from "../answers.js";
import { demandFresh, formatCursor, readCursor } from "../cursor.js";
import { malformed } from "../parameters.js";
import type { Question, Route } from "../route.js";
import { LIMITS } from "../settings.js";
import { FILTERS, filterOf, PAGING } from "./filters.js";

const KINDS: Readonly<Record<Exclude<Kind, "reports">, { readonly about: string; readonly answer: AnswerName }>> = {
  events: { about: "events: who did what to whom", answer: "EventPage" },
  statements: { about: "statements: who says so", answer: "StatementPage" },
  terms: { about: "terms: who calls it what", answer: "TermPage" },
  entities: { about: "entities: who is mentioned", answer: "EntityPage" },
  places: { about: "places of reports", answer: "PlacePage" },
};

export const LIST_ROUTES: readonly Route[] = Object.entries(KINDS).map(([kind, { about, answer }]) => ({
  path: `/api/${kind}`,
  about,
  parameters: [...FILTERS, ...PAGING],
  answer,
  handle: async (question) => findPage(question, kind as Kind, filterOf(question.values, question.world)),
  tabulate: (question, format) => tabulate(question, kind as Kind, format),
}));

/** The rows of the page that is asked for as CSV, safe for spreadsheets, or as Parquet. */
export async function tabulate<K extends Kind>(
  { archive, values, world }: Pick<Question, "archive" | "values" | "world">,
  kind: K,
  format: TableFormat,
): Promise<Uint8Array> {
  const [limit, order, cursor] = [
    values.number("limit") ?? LIMITS.table,
    orderOf(values),
    readCursor(values.text("cursor")),
  ];
  demandFresh(cursor, await archive.count("reports"), order);
  const rows = archive.find(kind, filterOf(values, world), { order, limit, offset: cursor?.offset ?? 0 });
  const columns = FLAT_COLUMNS[kind] as readonly FlatColumn<Records[K]>[];
  if (format === "parquet") return formatParquet(rows, columns);
  const lines: string[] = [];
  for await (const line of formatCsv(rows, columns)) lines.push(line);
  return Buffer.from(lines.join(""));
}

export interface FoundPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total: number;
  readonly empty: "nothing-read" | "nothing-happened" | null;
}

/** The page of a kind's records that the question asks for. */
export async function findPage<K extends Kind>(
  { archive, values }: Pick<Question, "archive" | "values">,
  kind: K,
  filter: Filter,
): Promise<FoundPage<Records[K]>> {
  const [limit, order] = [pageOf(values), orderOf(values)];
  const cursor = readCursor(values.text("cursor"));
  const offset = cursor?.offset ?? 0;
  const reports = await archive.count("reports");
  demandFresh(cursor, reports, order);
  const total = await archive.count(kind, filter);
  const rows: Records[K][] = [];
  if (offset < total) for await (const row of archive.find(kind, filter, { order, limit, offset })) rows.push(row);
  const end = offset + rows.length;
  const next = end < total ? formatCursor({ offset: end, reports }) : null;
  return { rows, next, total, empty: total > 0 ? null : await explainEmpty(archive, filter) };
}

/** Rows of a page of JSON: fewer than a table may have. */
function pageOf(values: Question["values"]): number {
  const limit = values.number("limit") ?? LIMITS.page;
  if (limit <= LIMITS.pageMost) return limit;
  throw malformed("limit", String(limit), `Give at most ${LIMITS.pageMost}, or ask for format=csv or parquet.`);
}

export function orderOf(values: Question["values"]): "arrival" | "latest" {
  return values.text("order") === "arrival" ? "arrival" : "latest";
}

/** Whether reports of the days asked for were read at all. */
export async function explainEmpty(archive: Archive, { since, until }: Filter): Promise<FoundPage<never>["empty"]> {
  const days = { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
  return (await archive.count("reports", days)) > 0 ? "nothing-happened" : "nothing-read";
}
