/** Makes words from outside safe for a terminal and a log: one line, no escape sequences, no reordering marks. */

/** C0 and C1 controls, line and paragraph separators, bidirectional marks, lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** The same words with every such character written as its escape: ESC becomes `\u001b`. */
export function sanitize(words: string): string {
  return words.replace(UNSAFE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Sanitized and cut to `limit` characters, so that a faulty megabyte does not flood the screen. */
export function sanitizeShort(words: string, limit = 400): string {
  const safe = sanitize(words.slice(0, limit + 1));
  return safe.length > limit ? `${safe.slice(0, limit)}…` : safe;
}
