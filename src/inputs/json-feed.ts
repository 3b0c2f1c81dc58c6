/** Tells a JSON Feed from other JSON. */

export interface JsonFeed {
  readonly version: string;
  readonly title?: unknown;
  readonly language?: unknown;
  readonly items: readonly unknown[];
}

export function isJsonFeed(value: unknown): value is JsonFeed {
  const { version, items } = (value ?? {}) as { version?: unknown; items?: unknown };
  return typeof version === "string" && /^https?:\/\/jsonfeed\.org\/version\//.test(version) && Array.isArray(items);
}
