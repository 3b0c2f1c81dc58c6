/** Comma-separated values as RFC 4180 has them, with no cell that a spreadsheet would run. */

export function csvOf(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `${[head, ...rows].map((row) => row.map(formatCell).join(",")).join("\r\n")}\r\n`;
}

/** Text that begins like a formula is told to be text; numbers stay numbers. */
function formatCell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
