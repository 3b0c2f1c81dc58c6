/** Values as JSON. */
import type { Body } from "./answer-cache.js";
import { TYPES } from "./formats.js";

export const JSON_TYPE = TYPES.json;

/** JSON has no whole numbers beyond 2⁵³ that all programs can read: they become words. */
export function formatJson(value: unknown): string {
  return JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? String(inner) : inner));
}

export function asJson(value: unknown): Body {
  return { type: JSON_TYPE, bytes: Buffer.from(formatJson(value)) };
}
