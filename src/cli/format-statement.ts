/** Explains one statement in words: its cue and what spoke for it, the path to its source, where its content ends, and the tree. */
import { layOut, makeRun, type Page, type Run } from "../briefing/index.js";
import type { ReadingTrace } from "../engine.js";
import type { Parsed } from "../language/index.js";
import type { Reading, Statement } from "../reading/index.js";
import type { JudgedTrace, StatementAnchor, StatementTrace } from "../statements/index.js";
import { chainRuns, INDENT, labelled, nameOf, quote, tokensOf } from "./explanation-lines.js";
import { formatTree } from "./format-tree.js";

/** Steps of a path that are told. */
const MOST_STEPS = 8;

/** The explanation of one statement, without a closing line feed. */
export function formatStatement(
  { reading, parsed, statements }: ReadingTrace,
  statement: Statement,
  page: Page,
): string {
  const i = statements.statements.findIndex((each) => each.id === statement.id);
  const trace = statements.traces[i]!;
  const anchor = statements.anchors[i]!;
  const line = (label: string, text: string) => labelled(label, [makeRun(text)], page);
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(reading, id)).join("; ");
  return [
    ...layOut(headline(statement), { first: 0, rest: INDENT }, page),
    ...line("cue", cueWords(reading, statement, trace)),
    ...line("rule", trace.rule === null ? "no rule proposed it" : ruleWords(trace, trace.rule)),
    ...line("source", sourceWords(reading, parsed, statement, anchor)),
    ...line("content", statement.content.map((span) => quote(reading, span)).join(" … ")),
    ...(trace.judged ? choiceLines(parsed, trace.judged, page) : []),
    ...line("speakers", names(statement.speakers) || "nobody named"),
    ...(statement.addressees.length > 0 ? line("told to", names(statement.addressees)) : []),
    ...labelled("within", chainRuns(reading, statement.within), page),
    ...treeLines(parsed, statement, anchor, page),
  ].join("\n");
}

function headline({ id, act, form, confidence, key }: Statement): Run[] {
  return [
    makeRun(`${id} `, "strong"),
    makeRun(`${act}, ${form}, confidence ${confidence}`),
    makeRun(`, key ${key}`, "faint"),
  ];
}

function cueWords(reading: Reading, { cue }: Statement, { judged }: StatementTrace): string {
  const words = cue ? quote(reading, cue) : "none";
  if (!judged) return words;
  const evidence = judged.evidence.map(([kind, score]) => `${kind} ${signed(score)}`).join(", ");
  return `${words}, score ${signed(judged.score)} (${evidence}); a cue from ${signed(judged.threshold)} on`;
}

function ruleWords({ judged }: StatementTrace, rule: string): string {
  return judged ? `${rule} proposed a statement here, and the learnt judge took it` : `${rule} decided alone`;
}

function sourceWords(
  reading: Reading,
  parsed: Parsed,
  { source }: Statement,
  { cue, source: head }: StatementAnchor,
): string {
  if (!source) return "none";
  const path = cue < 0 || head < 0 ? "" : pathWords(parsed, cue, head);
  return `${quote(reading, source)}${path && `, by the path ${path}`}`;
}

/** "said ↓nsubj Lavrov", "adding ↑advcl said ↓nsubj Lavrov": up and down the relations of the tree. */
function pathWords(parsed: Parsed, from: number, to: number): string {
  const up: number[] = [];
  for (let at = from; at >= 0; at = parsed.head[at]!) up.push(at);
  const down: number[] = [];
  let at = to;
  while (at >= 0 && !up.includes(at)) {
    down.unshift(at);
    at = parsed.head[at]!;
  }
  if (at < 0) return "";
  const rise = up.slice(0, up.indexOf(at));
  const steps = [
    parsed.form[from]!,
    ...rise.map((token) => `↑${parsed.deprel[token]} ${parsed.form[parsed.head[token]!]}`),
    ...down.map((token) => `↓${parsed.deprel[token]} ${parsed.form[token]}`),
  ];
  return steps.length > MOST_STEPS ? `${steps.slice(0, MOST_STEPS).join(" ")} …` : steps.join(" ");
}

/** Each choice that had a rival, closest first: "right to “talks” rather than “Monday”, by 0.4". */
function choiceLines(parsed: Parsed, { choices }: JudgedTrace, page: Page): string[] {
  const word = (token: number) => (token < 0 ? "none" : `“${parsed.form[token]}”`);
  const told = choices
    .filter(({ rival }) => rival >= -1)
    .sort((a, b) => a.margin - b.margin)
    .map(
      ({ what, token, rival, margin }) => `${what} ${word(token)} rather than ${word(rival)}, by ${margin.toFixed(1)}`,
    );
  return told.length === 0 ? [] : labelled("choices", [makeRun(told.join("; "))], page);
}

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
}

function treeLines(parsed: Parsed, statement: Statement, { cue, source }: StatementAnchor, page: Page): string[] {
  const token = cue >= 0 ? cue : tokensOf(parsed, statement.content[0]!).first;
  const sentence = parsed.sentences[parsed.sentenceOf[token] ?? -1];
  if (!sentence) return [];
  const marks = new Map([[token, cue >= 0 ? "cue" : "content"]]);
  if (source >= 0) marks.set(source, "source");
  return ["", ...formatTree(parsed, sentence, marks, page.width - 4).map((line) => `    ${line}`)];
}
