/** Compresses answers as the asker accepts it. */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

export type Encoding = "br" | "gzip" | "identity";

/** Shorter answers fit into one packet anyway. */
const LEAST = 1000;
/** Brotli's levels above 5 cost more time than they save. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** The best that `Accept-Encoding` names without refusing it. */
export function chooseEncoding(accepted: string | undefined, length: number): Encoding {
  if (length < LEAST || accepted === undefined) return "identity";
  const names = accepted
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(";")[0]!.trim());
  return names.includes("br") ? "br" : names.includes("gzip") ? "gzip" : "identity";
}

export async function compress(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === "br") return asBrotli(bytes, QUALITY);
  return encoding === "gzip" ? asGzip(bytes, { level: 6 }) : bytes;
}
