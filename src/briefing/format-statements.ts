/** Who says what, speaker by speaker: without what merely passes another's words on, and what is told as an act. */
import { type Statement, wordsOf } from "../reading/index.js";
import { formatChain, nameSource } from "./format-chain.js";
import { capitalize, formatNames, formatSpeaker } from "./format-parties.js";
import { layOut, makeRun, type Page, type Run } from "./layout.js";
import { cutSpans, quoteSpans } from "./quote.js";
import type { Scene } from "./scene.js";

/** A statement whose content is at least this much another statement within it is told as that one's chain. */
const MOSTLY = 0.5;
const MAX_STATEMENTS = 4;
/** Room for the word of saying. */
const CUE_COLUMNS = 11;

/** A heading for each speaker, in order of first word, and their statements under it. */
export function formatStatements(scene: Scene, page: Page): string[] {
  const groups = new Map<string, Statement[]>();
  const told = new Set([...findShells(scene), ...findActs(scene), ...findUsages(scene)]);
  for (const statement of scene.reading.statements) {
    if (told.has(statement.id)) continue;
    const heading = headingOf(statement, scene);
    groups.set(heading, [...(groups.get(heading) ?? []), statement]);
  }
  return [...groups].flatMap(([heading, group]) => formatSpeakerGroup(heading, group, scene, page));
}

/** Statements that are mostly another's, which is told with its chain. */
function findShells(scene: Scene): ReadonlySet<string> {
  const shells = new Set<string>();
  for (const inner of scene.reading.statements) {
    const outer = inner.within === null ? undefined : scene.statements.get(inner.within);
    if (outer && outer.id !== inner.id && lengthOf(inner) >= MOSTLY * lengthOf(outer)) shells.add(outer.id);
  }
  return shells;
}

/** Statements whose cue is an act itself, "agreed", "urged": the act tells them. */
function findActs(scene: Scene): string[] {
  const triggers = new Set(scene.reading.events.map((event) => event.trigger.end));
  const isAct = ({ cue }: Statement) => cue !== null && triggers.has(cue.end);
  return scene.reading.statements.filter(isAct).map((statement) => statement.id);
}

/** Statements that say no more than a label: the terms tell these. */
function findUsages(scene: Scene): string[] {
  const labels = new Set(scene.reading.terms.map(({ label }) => `${label.start}-${label.end}`));
  const isUsage = ({ content }: Statement) => content.every(({ start, end }) => labels.has(`${start}-${end}`));
  return scene.reading.statements.filter(isUsage).map((statement) => statement.id);
}

function lengthOf(statement: Statement): number {
  return statement.content.reduce((sum, span) => sum + Math.max(0, span.end - span.start), 0);
}

function headingOf(statement: Statement, scene: Scene): string {
  const [only, ...others] = statement.speakers;
  const name = only !== undefined && others.length === 0 ? formatSpeaker(only, scene) : null;
  return capitalize(name ?? nameSource(statement, scene));
}

function formatSpeakerGroup(heading: string, group: readonly Statement[], scene: Scene, page: Page): string[] {
  const lines = layOut([makeRun(heading, "strong")], { first: 3, rest: 5 }, page);
  for (const statement of group.slice(0, MAX_STATEMENTS)) lines.push(...formatStatement(statement, scene, page));
  const more = group.length - MAX_STATEMENTS;
  if (more > 0) lines.push(...layOut([makeRun(`and ${more} more`, "faint")], { first: 5, rest: 5 }, page));
  return lines;
}

function formatStatement(statement: Statement, scene: Scene, page: Page): string[] {
  const hang = 5 + CUE_COLUMNS;
  const tell = statement.form === "direct" ? quoteSpans : cutSpans;
  const content = tell(scene.reading.report.text, statement.content, 2 * (page.width - hang) - 4);
  const act = tellCue(statement, scene).padEnd(CUE_COLUMNS, "\u00a0");
  return layOut(
    [makeRun(act, "faint"), makeRun(content), ...tellRoute(statement, scene)],
    { first: 5, rest: hang },
    page,
  );
}

/** The cue where it is one short word, "agreed"; else what kind of saying it is. */
function tellCue(statement: Statement, scene: Scene): string {
  const cue = statement.cue ? wordsOf(scene.reading.report.text, statement.cue).toLowerCase() : "";
  return /^[a-z]+$/.test(cue) && cue.length < CUE_COLUMNS ? cue : statement.act;
}

/** " — to Wang Yi, through Tass" */
function tellRoute(statement: Statement, scene: Scene): Run[] {
  const addressees = formatNames(statement.addressees, scene);
  const chain = formatChain(statement.within, scene);
  const route = [addressees && `to ${addressees}`, chain && `through ${chain}`].filter((words) => words !== null);
  return route.length === 0 ? [] : [makeRun(` — ${route.join(", ")}`, "faint")];
}
