/** Reads .csv and .tsv: one report a row, its fields in columns that the header or the caller names. */
import { Readable } from "node:stream";
import { TextDecoder } from "node:util";
import type { CsvError, Info } from "csv-parse";
import { InputError } from "../errors.js";
import type { ReportInput } from "../reading/index.js";
import { demandDecoder } from "./charset.js";
import { utf16Encoding } from "./decode-text.js";
import { type Found, type InputFile, MOST_BYTES, type ReadOptions } from "./input-file.js";
import { normaliseDate } from "./published.js";

const FIELDS = ["id", "text", "title", "publisher", "url", "published", "language"] as const;
type Field = (typeof FIELDS)[number];

/** What headers call the fields, in lower case; the first that is there is taken. */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  id: ["id"],
  text: ["text", "body", "content", "article", "story", "sentence"],
  title: ["title", "headline"],
  publisher: ["publisher", "source", "outlet"],
  url: ["url", "link"],
  published: ["published", "date", "published_at", "publish_date", "pubdate"],
  language: ["language", "lang"],
};

type Columns = ReadonlyMap<Field, number>;

/** Throws InputError `table-columns` where no column holds the text, `file-encoding`, or `table-row` where a quote never closes. */
export async function* readTable(file: InputFile, { columns: chosen }: ReadOptions): AsyncGenerator<Found> {
  let columns: Columns | null = null;
  for await (const { record, info } of readRows(file)) {
    if (columns === null) {
      columns = findColumns(record, chosen);
      // Columns that are chosen by number alone need no header; the first row is a report then.
      if (!isHeaderless(chosen)) continue;
    }
    yield readRow(record, columns, info.lines);
  }
}

interface Row {
  readonly record: readonly string[];
  readonly info: Info;
}

async function* readRows(file: InputFile): AsyncGenerator<Row> {
  const { parse, CsvError } = await import("csv-parse");
  const delimiter = /\.tsv$/i.test(file.name) ? "\t" : [",", ";", "\t"];
  const options = {
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // A mark in the midst of a cell is a mark, and costs no row.
    relax_quotes: true,
    max_record_size: MOST_BYTES,
    delimiter,
  };
  const parser = parse(options as never);
  const source = Readable.from(decodeChunks(file));
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const row of parser) yield row as Row;
  } catch (error) {
    throw error instanceof CsvError ? rowError(error) : error;
  }
}

/** Text of the stream, by its mark, else as the caller says, else UTF-8; anything else is refused by name. */
async function* decodeChunks(file: InputFile): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  const decode = (act: () => string) => {
    try {
      return act();
    } catch (cause) {
      const remedy = "Name its character set, such as --charset windows-1252.";
      throw new InputError("file-encoding", "the table is not UTF-8", remedy, null, { cause });
    }
  };
  for await (const chunk of file.chunks) {
    decoder ??=
      file.charset && !utf16Encoding(chunk)
        ? demandDecoder(file.charset)
        : new TextDecoder(utf16Encoding(chunk) ?? "utf-8", { fatal: true });
    const text = decode(() => decoder!.decode(chunk, { stream: true }));
    if (text !== "") yield text;
  }
  const rest = decode(() => decoder?.decode() ?? "");
  if (rest !== "") yield rest;
}

const isHeaderless = (chosen: ReadOptions["columns"]) => {
  const names = Object.values(chosen);
  return names.length > 0 && names.every((name) => /^\d+$/.test(name));
};

function findColumns(header: readonly string[], chosen: ReadOptions["columns"]): Columns {
  const names = header.map((name) => name.trim().toLowerCase());
  const columns = new Map<Field, number>();
  for (const field of FIELDS) {
    const at =
      field in chosen
        ? chosenColumn(names, field, chosen[field]!)
        : isHeaderless(chosen)
          ? -1
          : HEADERS[field].map((name) => names.indexOf(name)).find((i) => i >= 0);
    if (at !== undefined && at >= 0) columns.set(field, at);
  }
  if (!columns.has("text")) {
    const remedy = `Name the column, such as --columns text=${names[0] || "1"}.`;
    throw new InputError(
      "table-columns",
      `no column holds the text; there are ${names.slice(0, 20).join(", ")}`,
      remedy,
    );
  }
  return columns;
}

function chosenColumn(names: readonly string[], field: string, chosen: string): number {
  const at = /^\d+$/.test(chosen) ? Number(chosen) - 1 : names.indexOf(chosen.toLowerCase());
  if (at >= 0 && at < names.length) return at;
  throw new InputError(
    "table-columns",
    `there is no column "${chosen}" for ${field}`,
    `There are ${names.slice(0, 20).join(", ")}.`,
  );
}

function readRow(record: readonly string[], columns: Columns, line: number): Found {
  const place = { line, item: null };
  const cell = (field: Field) => record[columns.get(field) ?? -1] || null;
  const text = cell("text");
  if (text === null || text.trim() === "") {
    return {
      kind: "fault",
      error: new InputError("text-missing", "the row has no text", "Fill its cell or drop the row.", "text"),
      ...place,
    };
  }
  const others = FIELDS.filter((field) => field !== "text" && field !== "published").map((field) => [
    field,
    cell(field),
  ]);
  // A date that we cannot read goes on as it is, for the engine to say so.
  const published = normaliseDate(cell("published")) ?? cell("published");
  return { kind: "report", report: { ...Object.fromEntries(others), published, text } as ReportInput, ...place };
}

function rowError(cause: CsvError): InputError {
  const remedy = "Double the quotation marks within quoted cells; rows before this one were read.";
  return new InputError("table-row", `the table breaks off (${cause.message})`, remedy, null, { cause });
}
