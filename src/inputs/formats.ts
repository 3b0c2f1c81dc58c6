/** Which format a name's ending tells, and which packing is around it. */

/** How the bytes are read: "text", "json" and "lines" by the command line itself, the others by a reader of this layer. */
export type Format = "text" | "json" | "lines" | "html" | "table" | "mail" | "xml" | "warc";
export type Packing = "gzip" | "zstd" | "xz" | "zip";

const FORMATS: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".md": "text",
  ".json": "json",
  ".jsonl": "lines",
  ".ndjson": "lines",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".csv": "table",
  ".tsv": "table",
  ".eml": "mail",
  ".xml": "xml",
  ".rss": "xml",
  ".atom": "xml",
  ".warc": "warc",
};

const PACKINGS: Readonly<Record<string, Packing>> = { ".gz": "gzip", ".zst": "zstd", ".xz": "xz", ".zip": "zip" };

/** The endings that are read, for messages. */
export const KNOWN_ENDINGS = [...Object.keys(FORMATS), ...Object.keys(PACKINGS)].join(" ");

/** Format of a name's ending, null for none that is read. */
export function formatOf(name: string): Format | null {
  return FORMATS[endingOf(name)] ?? null;
}

/** Packing of a name's ending, null where it has none. */
export function packingOf(name: string): Packing | null {
  return PACKINGS[endingOf(name)] ?? null;
}

/** Whether a file of this name holds reports, packed or plain; of a packing other than zip the inner name must tell. */
export function isReadable(name: string): boolean {
  const packing = packingOf(name);
  if (packing === null) return formatOf(name) !== null;
  return packing === "zip" || formatOf(innerName(name)) !== null;
}

/** "page.html" of "page.html.gz". */
export function innerName(name: string): string {
  return name.slice(0, name.length - endingOf(name).length);
}

/** Last ending in lower case, of the last part of a path: "" of ".gz", which is a hidden file's whole name. */
function endingOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  const dot = base.lastIndexOf(".");
  return dot > 0 ? base.slice(dot).toLowerCase() : "";
}
