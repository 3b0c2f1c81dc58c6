/** A reading told in a minute: who did what to whom, who says so, who calls it what, where and when. */
import type { EventStatus, Reading, Report } from "../reading/index.js";
import type { BriefingWords } from "./briefing-words.js";
import { formatAct, formatActShort } from "./format-act.js";
import { formatDate } from "./format-date.js";
import { formatNotes, formatTerms, formatWhereWhen } from "./format-lists.js";
import { formatStatements } from "./format-statements.js";
import { groupEvents } from "./group-events.js";
import { layOut, makeRun, type Page } from "./layout.js";
import { type Scene, setScene } from "./scene.js";

export interface BriefingOptions {
  /** Columns of a line: 80 on most terminals; 30 at least and 110 at most are used. */
  readonly width: number;
  /** Whether to mark words by colour, for a terminal. */
  readonly colour: boolean;
}

const NARROWEST = 30;
const WIDEST = 110;
/** Acts told with their quotes; those that come later have one line, and beyond the second number they are counted. */
const MAX_FULL = 10;
const MAX_SHORT = 30;

/**
 * The briefing, ending with a line feed. No line is wider than `width`, and nothing of the report that could steer a
 * terminal is in it.
 */
export function formatBriefing(reading: Reading, options: BriefingOptions, words: BriefingWords): string {
  const page = { ...options, width: Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width) || 80)) };
  const scene = setScene(reading, words);
  const blocks = [
    formatHead(reading.report, page),
    ...formatEvents(scene, page),
    formatSection("Who says what", formatStatements(scene, page), page),
    formatSection("Who calls it what", formatTerms(scene, page), page),
    formatSection("Where and when", formatWhereWhen(scene, page), page),
    formatSection("Not understood", formatNotes(scene, page), page),
    formatFoot(reading, page),
  ];
  const lines = blocks.filter((block) => block.length > 0).map((block) => block.join("\n"));
  return `${lines.join("\n\n")}\n`;
}

function formatHead(report: Report, page: Page): string[] {
  const indent = { first: 0, rest: 0 };
  const about = [report.publisher, report.published && formatDate(report.published), report.url];
  const title = report.title ?? firstLine(report.text);
  return [
    ...layOut([makeRun(title, "strong")], indent, page),
    ...layOut([makeRun(about.filter((part) => part !== null).join(" · "), "faint")], indent, page),
  ];
}

/** A report without a title is called by its first line. */
function firstLine(text: string): string {
  const line = /\S[^\n]{0,119}/.exec(text.slice(0, 4000))?.[0] ?? "Untitled report";
  return line.length < 120 ? line : `${line} …`;
}

function formatEvents(scene: Scene, page: Page): string[][] {
  const section = (title: string, statuses: readonly EventStatus[], full: number) => {
    const acts = groupEvents(scene.reading, statuses, scene);
    const lines = acts.slice(0, full).flatMap((act) => formatAct(act, scene, page));
    lines.push(...acts.slice(full, MAX_SHORT).flatMap((act) => formatActShort(act, scene, page)));
    const more = acts.length - Math.max(full, MAX_SHORT);
    if (more > 0) lines.push(...layOut([makeRun(`and ${more} more acts`, "faint")], { first: 3, rest: 3 }, page));
    return formatSection(title, lines, page);
  };
  if (scene.reading.events.length === 0) {
    return [formatSection("Who did what", layOut([makeRun("No act was found.")], { first: 3, rest: 3 }, page), page)];
  }
  return [
    section("Who did what", ["actual"], MAX_FULL),
    section("Planned or possible", ["future", "hypothetical"], MAX_FULL),
    section("Did not happen, or is denied", ["negated"], MAX_FULL),
    section("Background", ["historical"], 0),
  ];
}

function formatSection(title: string, lines: readonly string[], page: Page): string[] {
  return lines.length === 0 ? [] : [...layOut([makeRun(title, "strong")], { first: 0, rest: 0 }, page), ...lines];
}

function formatFoot(reading: Reading, page: Page): string[] {
  const key = "+ cooperation · − conflict · ? doubtful · A ← B: A passes on what B says";
  const lines = [...(reading.events.length === 0 ? [] : [key]), reading.engine];
  return lines.flatMap((line) => layOut([makeRun(line, "faint")], { first: 0, rest: 0 }, page));
}
