/** The terms stage: labels that the text marks as somebody's own. */
import { type EntityLayer, resolveParty } from "../entities/index.js";
import type { Parsed } from "../language/index.js";
import { makeKey, type Note, type Span, type Statement, type Term } from "../reading/index.js";
import { createStatementFinder, findQuotations, type StatementLayer } from "../statements/index.js";
import { findLabels, type Label } from "./find-labels.js";
import { resolveReferent } from "./resolve-referent.js";

export interface TermLayer {
  readonly terms: readonly Term[];
  readonly notes: readonly Note[];
}

/** Every label with an owner: scare quotes in somebody's statement, "as Russia calls it", "so-called". */
export function findTerms(
  parsed: Parsed,
  entities: EntityLayer,
  statements: StatementLayer,
  textHash: string,
): TermLayer {
  const labels = findLabels(parsed, findQuotations(parsed).quotations);
  const findStatement = createStatementFinder(statements.statements);
  const cues = new Map(statements.anchors.map((anchor) => [anchor.statement, anchor.cue]));
  const terms: Omit<Term, "id">[] = [];
  for (const label of labels) {
    const told = findStatement(label.span);
    const users = usersOf(parsed, entities, label, told);
    if (users.length === 0 && label.kind === "quoted") continue;
    const cue = told ? (cues.get(told.id) ?? -1) : -1;
    const isGiver = told !== null && (fills(told, label.span) || parsed.head[label.head] === cue);
    const referent = resolveReferent(parsed, label, isGiver ? cue : -1);
    const key = makeKey(textHash, "term", "term", [label.span]);
    terms.push({ key, label: label.span, users, referent, statement: told?.id ?? null });
  }
  return { terms: terms.map((term, i) => ({ id: `n${i + 1}`, ...term })), notes: [] };
}

/** Whose label it is: its possessor's, then whoever's statement it stands in, then the subject's of its clause. */
function usersOf(parsed: Parsed, entities: EntityLayer, label: Label, told: Statement | null): readonly string[] {
  const owner = label.owner < 0 ? [] : resolveParty(parsed, entities, label.owner).entities;
  if (owner.length > 0) return owner;
  if (label.kind === "called") return resolveParty(parsed, entities, label.head).entities;
  if (told && (told.speakers.length > 0 || !fills(told, label.span))) return told.speakers;
  return label.subject < 0 ? [] : resolveParty(parsed, entities, label.subject).entities;
}

/** Whether the statement is the label and nothing else. */
function fills(told: Statement, span: Span): boolean {
  return told.content.length === 1 && told.content[0]!.start === span.start && told.content[0]!.end === span.end;
}
