/** Which form an answer has: JSON, or for lists a table. */
import { RequestError } from "../../errors.js";

export type TableFormat = "csv" | "parquet";
export type Format = "json" | TableFormat;

/** A list as a table, which has no room to say how much of it there is. */
export interface Table {
  readonly bytes: Uint8Array;
  /** Rows in all. */
  readonly total: number;
  /** The cursor of the next part; null where this is the last. */
  readonly next: string | null;
}

/** Headers that say so in its place. */
export const TABLE_HEADERS = { total: "X-Total-Count", next: "X-Next-Cursor" } as const;

export const TYPES: Readonly<Record<Format, string>> = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
  parquet: "application/vnd.apache.parquet",
};

/** By media type, without its parameters. */
const FORMATS: ReadonlyMap<string, Format> = new Map([
  ["application/json", "json"],
  ["application/*", "json"],
  ["*/*", "json"],
  ["text/csv", "csv"],
  ["text/*", "csv"],
  ["application/vnd.apache.parquet", "parquet"],
]);

/**
 * The format that is asked for by name or, where none is, the one that `Accept` likes best of those that it can have; of
 * equals the first. What knows JSON alone answers with it to whoever asks, as browsers ask for text/html. Throws
 * RequestError 406 where a list is asked for in a form that it has not.
 */
export function chooseFormat(named: string | undefined, accept: string | undefined, isList: boolean): Format {
  if (!isList) return "json";
  if (named !== undefined) return named as Format;
  if (accept === undefined || accept.trim() === "") return "json";
  const wanted = accept.split(",").map((part, i) => ({ ...readRange(part), i }));
  const known = wanted.filter(({ format, quality }) => format !== undefined && quality > 0);
  const [best] = known.sort((one, other) => other.quality - one.quality || one.i - other.i);
  if (best?.format !== undefined) return best.format;
  const remedy =
    "Accept application/json, text/csv or application/vnd.apache.parquet, or give format=json, csv or parquet.";
  throw new RequestError("format-unknown", 406, `there is no form "${accept.slice(0, 60)}" of this`, remedy);
}

function readRange(part: string): { readonly format: Format | undefined; readonly quality: number } {
  const [type = "", ...parameters] = part.split(";").map((word) => word.trim().toLowerCase());
  const given = parameters.find((word) => word.startsWith("q="))?.slice(2);
  const quality = given === undefined ? 1 : Number(given);
  return { format: FORMATS.get(type), quality: Number.isFinite(quality) ? quality : 0 };
}
