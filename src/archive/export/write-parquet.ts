/** Rows as a Parquet file, and beside it the data dictionary: what each column means. */
import { rename, writeFile } from "node:fs/promises";
import type { Writer } from "hyparquet-writer";
import type { FlatColumn } from "./flat-columns.js";

/** Rows held at once. */
const GROUP = 20_000;

/** Writes FILE and FILE.dictionary.csv; the former appears when it is whole. */
export async function writeParquet<Row>(
  file: string,
  rows: AsyncIterable<Row>,
  columns: readonly FlatColumn<Row>[],
): Promise<number> {
  const { fileWriter } = await import("hyparquet-writer");
  const partial = `${file}.part`;
  const count = await writeRows(fileWriter(partial), rows, columns);
  await rename(partial, file);
  await writeFile(`${file}.dictionary.csv`, formatDictionary(columns));
  return count;
}

/** The bytes of such a file. */
export async function formatParquet<Row>(
  rows: AsyncIterable<Row>,
  columns: readonly FlatColumn<Row>[],
): Promise<Uint8Array> {
  const { ByteWriter } = await import("hyparquet-writer");
  const writer = new ByteWriter();
  await writeRows(writer, rows, columns);
  return new Uint8Array(writer.getBuffer());
}

async function writeRows<Row>(writer: Writer, rows: AsyncIterable<Row>, columns: readonly FlatColumn<Row>[]) {
  const { parquetWriteRows } = await import("hyparquet-writer");
  let count = 0;
  const flat = async function* () {
    for await (const row of rows) {
      count++;
      yield Object.fromEntries(columns.map(({ name, value }) => [name, value(row)]));
    }
  };
  await parquetWriteRows({
    writer,
    rows: flat(),
    columns: columns.map(({ name, type }) => ({ name, type, nullable: true })),
    rowGroupSize: GROUP,
    kvMetadata: columns.map(({ name, about }) => ({ key: name, value: about })),
    createdBy: "chancery",
  });
  return count;
}

function formatDictionary<Row>(columns: readonly FlatColumn<Row>[]): string {
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
  const lines = columns.map(({ name, type, about }) => [name, type, about].map(quote).join(","));
  return `${["column,type,meaning", ...lines].join("\r\n")}\r\n`;
}
