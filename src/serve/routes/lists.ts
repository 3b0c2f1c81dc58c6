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
import type { Table, TableFormat } from "../answer/formats.js";
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
): Promise<Table> {
  const [limit, order, filter] = [values.number("limit") ?? LIMITS.table, orderOf(values), filterOf(values, world)];
  const { offset, total, nextOf } = await findPlace(archive, values, kind, filter);
  const rows = archive.find(kind, filter, { order, limit, offset });
  const columns = FLAT_COLUMNS[kind] as readonly FlatColumn<Records[K]>[];
  const next = nextOf(offset + limit);
  if (format === "parquet") return { bytes: await formatParquet(rows, columns), total, next };
  const lines: string[] = [];
  for await (const line of formatCsv(rows, columns)) lines.push(line);
  return { bytes: Buffer.from(lines.join("")), total, next };
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
  const { offset, total, nextOf } = await findPlace(archive, values, kind, filter);
  const rows: Records[K][] = [];
  if (offset < total) for await (const row of archive.find(kind, filter, { order, limit, offset })) rows.push(row);
  const empty = total > 0 ? null : await explainEmpty(archive, filter);
  return { rows, next: nextOf(offset + rows.length), total, empty };
}

/** Where in a list the cursor stands, and the cursor of what follows a row. */
async function findPlace(archive: Archive, values: Question["values"], kind: Kind, filter: Filter) {
  const cursor = readCursor(values.text("cursor"));
  const reports = await archive.count("reports");
  demandFresh(cursor, reports, orderOf(values));
  const total = await archive.count(kind, filter);
  const nextOf = (end: number) => (end < total ? formatCursor({ offset: end, reports }) : null);
  return { offset: cursor?.offset ?? 0, total, nextOf };
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
