/** Rows as a table for people: columns aligned, the last ones cut where the terminal ends. */
import { makePrintable, measureWidth } from "../../briefing/index.js";

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string;
  /** Most columns of the terminal that it may take; what remains goes to the widest. */
  readonly most: number;
  readonly align?: "right";
}

/** The lines of a table, each without its line feed. */
export function formatTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width: number): string[] {
  const cells = rows.map((row) => columns.map(({ cell }) => makePrintable(cell(row)).replace(/\s+/g, " ").trim()));
  const heads = columns.map(({ head }) => head);
  const widths = fitWidths(columns, [heads, ...cells], width);
  return [heads, ...cells].map((line) => formatLine(line, columns, widths));
}

function fitWidths<Row>(columns: readonly Column<Row>[], lines: readonly string[][], width: number): number[] {
  const wanted = columns.map(({ most }, i) =>
    Math.min(most, Math.max(...lines.map((line) => measureWidth(line[i] ?? "")))),
  );
  const gaps = 2 * (columns.length - 1);
  // The last column gives way first, but keeps enough to be read.
  for (let i = wanted.length - 1; i >= 0; i--) {
    const over = wanted.reduce((sum, next) => sum + next, gaps) - width;
    if (over > 0) wanted[i] = Math.max(Math.min(wanted[i]!, 12), wanted[i]! - over);
  }
  return wanted;
}

function formatLine<Row>(cells: readonly string[], columns: readonly Column<Row>[], widths: readonly number[]): string {
  const parts = cells.map((cell, i) => {
    const cut = cutTo(cell, widths[i]!);
    const space = " ".repeat(Math.max(0, widths[i]! - measureWidth(cut)));
    return columns[i]!.align === "right" ? space + cut : cut + space;
  });
  return parts.join("  ").trimEnd();
}

function cutTo(words: string, width: number): string {
  if (measureWidth(words) <= width) return words;
  let cut = "";
  for (const letter of words) {
    if (measureWidth(cut + letter) > width - 1) break;
    cut += letter;
  }
  return `${cut}…`;
}
