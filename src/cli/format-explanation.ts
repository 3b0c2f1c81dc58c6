/** Explains one event in words: the clause, its tree, the rule, the sides, the status, and what else was weighed. */
import { layOut, makeRun, type Page, type Run } from "../briefing/index.js";
import type { Engine, ReadingTrace } from "../engine.js";
import { describeRule, type EventTrace } from "../events/index.js";
import type { Parsed } from "../language/index.js";
import { type Event, type Reading, type Role, wordsOf } from "../reading/index.js";
import { chainRuns, headOf, INDENT, labelled, nameOf, quote, tokensOf } from "./explanation-lines.js";
import { formatTree } from "./format-tree.js";

/** Longest evidence that is shown whole, UTF-16 code units; of a longer one, what stands around the trigger. */
const MOST_EVIDENCE = 1200;
/** Other rules that are shown. */
const MOST_WEIGHED = 6;

/** The explanation of one event, without a closing line feed. */
export function formatExplanation(engine: Engine, trace: ReadingTrace, event: Event, page: Page): string {
  const { reading, parsed } = trace;
  const why = trace.events.traces.find((each) => each.event === event.id);
  return [
    ...layOut(headline(event), { first: 0, rest: INDENT }, page),
    ...labelled("words", evidenceRuns(reading.report.text, event), page),
    ...labelled("rule", ruleRuns(engine, event.rule), page),
    ...(why?.opinion ? labelled("judge", [makeRun(why.opinion)], page) : []),
    ...sideLines(reading, event, page),
    ...labelled("status", statusRuns(reading, event), page),
    ...circumstanceLines(reading, event, page),
    ...labelled("said by", chainRuns(reading, event.statement), page),
    ...labelled("codes", [makeRun(codesOf(event))], page),
    ...treeLines(parsed, event, page),
    ...weighedLines(engine, why, page),
  ].join("\n");
}

function headline(event: Event): Run[] {
  const modes = event.modes.length > 0 ? ` ${event.modes.join(", ")}` : "";
  const style = event.quad <= 2 ? "cooperation" : "conflict";
  return [
    makeRun(`${event.id} `, "strong"),
    makeRun(`${event.type}${modes}`, style),
    makeRun(`, confidence ${event.confidence}`),
    makeRun(`, key ${event.key}`, "faint"),
  ];
}

/** The evidence with its trigger in brackets. */
function evidenceRuns(text: string, { evidence, trigger }: Event): Run[] {
  const isLong = evidence.end - evidence.start > MOST_EVIDENCE;
  const start = isLong ? Math.max(evidence.start, trigger.start - MOST_EVIDENCE / 2) : evidence.start;
  const end = isLong ? Math.min(evidence.end, trigger.end + MOST_EVIDENCE / 2) : evidence.end;
  return [
    makeRun(`“${start > evidence.start ? "…" : ""}${text.slice(start, trigger.start)}`),
    makeRun(`[${wordsOf(text, trigger)}]`, "strong"),
    makeRun(`${text.slice(trigger.end, end)}${end < evidence.end ? "…" : ""}”`),
  ];
}

function ruleRuns(engine: Engine, rule: string): Run[] {
  return [makeRun(`${rule}: `, "strong"), makeRun(describeRule(engine.rules, rule) ?? "no rule of that name")];
}

function sideLines(reading: Reading, event: Event, page: Page): string[] {
  const line = (label: "actor" | "recipient", ids: readonly string[]) =>
    labelled(
      `${label}s`,
      [makeRun(ids.length > 0 ? ids.map((id) => partyWords(reading, event, label, id)).join("; ") : "nobody named")],
      page,
    );
  return [...line("actor", event.actors), ...line("recipient", event.recipients)];
}

function partyWords(reading: Reading, event: Event, role: Role["role"], id: string): string {
  const words = event.roles
    .filter((each) => each.role === role && each.ref === id)
    .map((each) => quote(reading, each.span));
  return `${nameOf(reading, id)}${words.length > 0 ? `, ${words.join(", ")}` : ""}`;
}

function statusRuns(reading: Reading, event: Event): Run[] {
  const words = event.roles.filter((role) => role.role === "status").map((role) => quote(reading, role.span));
  if (words.length > 0) return [makeRun(event.status, "strong"), makeRun(`, because of ${words.join(", ")}`)];
  const why = event.status === "actual" ? "no word around the act says otherwise" : "by the grammar of the clause";
  return [makeRun(event.status, "strong"), makeRun(`, ${why}`)];
}

/** When, where, about what, how many. */
function circumstanceLines(reading: Reading, event: Event, page: Page): string[] {
  const wordsFor = (role: Role["role"]) =>
    event.roles.filter((each) => each.role === role).map((each) => quote(reading, each.span));
  const line = (label: string, value: string | null, words: readonly string[]) => {
    const told = [...(value === null ? [] : [value]), ...words].join(", ");
    return told === "" ? [] : labelled(label, [makeRun(told)], page);
  };
  const places = event.places.map((id) => reading.places.find((place) => place.id === id)?.name ?? id);
  const numbers = event.quantities.map((quantity) => `${quantity.kind} ${quote(reading, quantity.span)}`);
  return [
    ...line("date", event.date, wordsFor("date")),
    ...line("due", event.due, wordsFor("due")),
    ...line("place", places.length > 0 ? places.join("; ") : null, wordsFor("place")),
    ...line("about", null, wordsFor("about")),
    ...line("numbers", null, numbers),
  ];
}

const QUADS = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"] as const;

function codesOf(event: Event): string {
  const signed = (value: number) => (value > 0 ? `+${value}` : String(value));
  return [
    QUADS[event.quad - 1],
    `score ${signed(event.score)}`,
    ...(event.cameo === null ? [] : [`CAMEO ${event.cameo}`]),
    ...(event.goldstein === null ? [] : [`Goldstein ${signed(event.goldstein)}`]),
    ...(event.contexts.length > 0 ? [`contexts ${event.contexts.join(", ")}`] : []),
  ].join(", ");
}

function treeLines(parsed: Parsed, event: Event, page: Page): string[] {
  const range = tokensOf(parsed, event.evidence);
  if (range.last < range.first) return [];
  const marks = new Map([[headOf(parsed, tokensOf(parsed, event.trigger)), "trigger"]]);
  for (const { role, ref, span } of event.roles) {
    const token = headOf(parsed, tokensOf(parsed, span));
    const mark = ref === null ? role : `${role} ${ref}`;
    const before = marks.get(token);
    if (before?.split(", ").includes(mark)) continue;
    marks.set(token, before === undefined ? mark : `${before}, ${mark}`);
  }
  return ["", ...formatTree(parsed, range, marks, page.width - 4).map((line) => `    ${line}`)];
}

function weighedLines(engine: Engine, trace: EventTrace | undefined, page: Page): string[] {
  if (!trace || trace.weighed.length === 0) return [];
  const more = trace.weighed.length - MOST_WEIGHED;
  const items = trace.weighed.slice(0, MOST_WEIGHED).flatMap(({ rule, type, because }) => {
    const said = describeRule(engine.rules, rule);
    const runs = [makeRun(`${type ?? "none"}, ${rule}`, "strong"), makeRun(`${said ? ` (${said})` : ""}: ${because}`)];
    return layOut(runs, { first: 4, rest: 6 }, page);
  });
  return ["", "  also weighed, and why not taken", ...items, ...(more > 0 ? [`    and ${more} more`] : [])];
}
