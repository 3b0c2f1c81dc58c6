/** Hands a file to the reader of its format; each is loaded when it is first needed, so that plain text pays for none. */
import type { Format } from "./formats.js";
import type { Found, InputFile, InputReader, ReadOptions } from "./input-file.js";
import type { JsonFeed } from "./json-feed.js";

/** Formats that a reader of this layer reads; texts and JSON the caller reads by itself. */
export type DocumentFormat = Exclude<Format, "text" | "json" | "lines">;

const READERS: Readonly<Record<DocumentFormat, () => Promise<InputReader>>> = {
  html: async () => (await import("./read-html.js")).readHtml,
  table: async () => (await import("./read-table.js")).readTable,
  mail: async () => (await import("./read-mail.js")).readMail,
  xml: async () => (await import("./read-xml.js")).readXml,
  warc: async () => (await import("./read-warc.js")).readWarc,
};

/** Everything that the file holds, in its order. Throws InputError where the rest of it cannot be read. */
export async function* readDocument(
  format: DocumentFormat,
  file: InputFile,
  options: ReadOptions,
): AsyncGenerator<Found> {
  const reader = await READERS[format]();
  yield* reader(file, options);
}

/** Items of a JSON Feed. */
export async function* readFeedObject(feed: JsonFeed): AsyncGenerator<Found> {
  yield* (await import("./read-feed.js")).readJsonFeed(feed);
}
