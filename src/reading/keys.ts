/** Keys and hashes: what names a report or one of its records in every version. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Span } from "./contract.js";

/** Hex SHA-256 of a text's UTF-8; lone surrogates count as U+FFFD, as every UTF-8 encoder writes them. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Hex SHA-256 of bytes. */
export function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** Key of a statement, event or term: 16 hex digits that stay while text, layer, type and offsets do. */
export function makeKey(
  textHash: string,
  layer: "statement" | "event" | "term",
  type: string,
  spans: readonly Span[],
): string {
  const offsets = spans.map((span) => `${span.start}-${span.end}`).join(",");
  return hashText(`${textHash}\n${layer}\n${type}\n${offsets}`).slice(0, 16);
}
