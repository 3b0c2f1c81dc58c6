/** Lines that the explanations of events and of statements share: labels beside wrapped text, words in quotes, names. */
import { layOut, makeRun, type Page, type Run } from "../briefing/index.js";
import { type Parsed, tokenAt } from "../language/index.js";
import { type Reading, type Span, wordsOf } from "../reading/index.js";
import type { TokenRange } from "./format-tree.js";

/** Columns before the text of a labelled line. */
export const INDENT = 14;

/** Text wrapped beside its label. */
export function labelled(label: string, runs: readonly Run[], page: Page): string[] {
  const lines = layOut(runs, { first: INDENT, rest: INDENT }, page);
  return lines.map((line, i) => (i === 0 ? `  ${label}`.padEnd(INDENT) + line.slice(INDENT) : line));
}

export function quote(reading: Reading, span: Span): string {
  return `“${wordsOf(reading.report.text, span)}”`;
}

/** "Sergei Lavrov (e3 RUS GOV)". */
export function nameOf(reading: Reading, id: string): string {
  const entity = reading.entities.find((each) => each.id === id);
  return entity ? `${entity.name} (${[id, entity.country, ...entity.sectors].filter(Boolean).join(" ")})` : id;
}

/** The statement and those that it lies within, innermost first: "Lavrov, “told” (s2) · as told by Tass, …". */
export function chainRuns(reading: Reading, statement: string | null): Run[] {
  const links: string[] = [];
  for (let id = statement; id !== null && links.length < reading.statements.length; ) {
    const found = reading.statements.find((each) => each.id === id);
    if (!found) break;
    const speakers = found.speakers.map((speaker) => nameOf(reading, speaker)).join(" and ") || "somebody";
    links.push(`${speakers}${found.cue ? `, ${quote(reading, found.cue)}` : ""} (${id})`);
    id = found.within;
  }
  return [makeRun(links.length > 0 ? links.join(" · as told by ") : "the report itself")];
}

/** Tokens that the span's words fall into; last before first where there are none. */
export function tokensOf(parsed: Parsed, span: Span): TokenRange {
  const first = tokenAt(parsed, span.start);
  const next = tokenAt(parsed, span.end);
  return { first, last: next < parsed.length && parsed.start[next]! < span.end ? next : next - 1 };
}

/** The first token of the range that hangs on none in it. */
export function headOf(parsed: Parsed, { first, last }: TokenRange): number {
  for (let token = first; token <= last; token++) {
    const head = parsed.head[token]!;
    if (head < first || head > last) return token;
  }
  return first;
}
