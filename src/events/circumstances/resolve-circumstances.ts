/** The circumstances of an act: whether, when and where it happened, how much, what it is about and who claims it. */
import { children, childrenBy, hasRelation, type Parsed, spanOf } from "../../language/index.js";
import type { Event, EventStatus, Quantity, Span, Statement } from "../../reading/index.js";
import { innermostStatement } from "../../statements/index.js";
import type { EventCandidate, Layers } from "../event-layer.js";
import { type AttachedTime, findAttachedTimes } from "./attached-times.js";
import { resolveCameo } from "./cameo.js";
import type { CircumstanceKnowledge } from "./circumstance-knowledge.js";
import { lemmaAt } from "./clauses.js";
import { scoreOf } from "./codebook.js";
import { findContexts } from "./contexts.js";
import type { StatusDecision } from "./find-beside.js";
import { findBranch, findEvidence } from "./find-evidence.js";
import { findNewsDay } from "./find-news-day.js";
import { findQuantities } from "./find-quantities.js";
import { findDatedClause, findTellingClause } from "./find-telling-clause.js";
import { findPastTime, resolveDates } from "./resolve-dates.js";
import { findScene } from "./resolve-places.js";
import { findStatus } from "./resolve-status.js";

/** An id of another layer and the words that it was taken from. */
export interface Reference {
  readonly id: string;
  readonly span: Span;
}

export interface Circumstances {
  readonly status: EventStatus;
  /** The words that decide the status: "would", "denied"; null for a plain actual. */
  readonly statusSpan: Span | null;
  readonly date: string | null;
  /** The time that gives `date`; null where the report's own day stands in. */
  readonly dateRef: Reference | null;
  readonly due: string | null;
  readonly dueRef: Reference | null;
  /** Place ids, the scene first. */
  readonly places: readonly string[];
  /** One for each of `places`, in the same order. */
  readonly placeRefs: readonly Reference[];
  readonly quantities: readonly Quantity[];
  readonly contexts: readonly string[];
  readonly quad: Event["quad"];
  readonly score: number;
  readonly cameo: string | null;
  readonly goldstein: number | null;
  readonly evidence: Span;
  readonly about: Span | null;
  /** Id of the innermost statement in whose content the trigger stands. */
  readonly statement: string | null;
}

/** How many statements before and after its place in the text may hold a trigger. */
const STATEMENT_WINDOW = 64;

/** Resolves all that the rule which found the act left open. Total: what the text does not tell is null or empty. */
export function resolveCircumstances(
  found: EventCandidate,
  layers: Layers,
  knowledge: CircumstanceKnowledge,
): Circumstances {
  const { parsed } = layers;
  const candidate = { ...found, clause: findTellingClause(found, parsed, knowledge.cues) };
  const sentence = parsed.sentences[parsed.sentenceOf[candidate.trigger]!]!;
  const facts = knowledge.codebook.get(candidate.type);
  const contexts = findContexts(parsed, sentence, knowledge.contexts);
  const when = resolveWhen(candidate, layers, knowledge);
  const { status } = when;
  const words = wordsOfAct(candidate, parsed);
  const { type, modes } = candidate;
  return {
    ...when,
    ...resolveWhere(candidate, layers, knowledge),
    quantities: findQuantities(candidate, parsed, layers.times.mentions, knowledge.quantities),
    contexts,
    quad: facts?.quad ?? 1,
    score: facts ? scoreOf(facts, modes) : 0,
    ...resolveCameo({ type, modes, status, contexts, words }, knowledge.cameo),
    evidence: findEvidence(candidate, parsed),
    about: findBranch(parsed, candidate.about),
    statement: statementAt(layers.statements.statements, spanOf(parsed, candidate.first, candidate.last)),
  };
}

type When = Pick<Circumstances, "status" | "statusSpan" | "date" | "dateRef" | "due" | "dueRef">;

function resolveWhen(candidate: EventCandidate, layers: Layers, knowledge: CircumstanceKnowledge): When {
  const { parsed, report } = layers;
  const dated = { ...candidate, clause: findDatedClause(candidate, parsed) };
  const times = findAttachedTimes(dated, parsed, layers.times, knowledge.actNouns);
  const past = findPastTime(times, report.published);
  const decision = settleStatus(candidate, findStatus(candidate, parsed, knowledge.cues), past);
  const { status } = decision;
  const { date, dateTime, due, dueTime } = resolveDates(
    { candidate: dated, status, times, newsDay: findNewsDay(parsed, layers.times, report) },
    parsed,
    report,
  );
  const isPast = status === "historical" && candidate.status === null && past !== null;
  return {
    status,
    statusSpan: isPast ? timeSpan(past) : decision.token < 0 ? null : spanOf(parsed, decision.token),
    date,
    dateRef: dateTime && { id: dateTime.time.id, span: timeSpan(dateTime) },
    due,
    dueRef: dueTime && { id: dueTime.time.id, span: timeSpan(dueTime) },
  };
}

function timeSpan({ time }: AttachedTime): Span {
  return { start: time.start, end: time.end };
}

/** Undecided is actual, or historical where its time says so. */
function settleStatus(
  candidate: EventCandidate,
  decision: StatusDecision | null,
  past: AttachedTime | null,
): StatusDecision {
  if (decision !== null && (decision.status !== "actual" || candidate.status !== null)) return decision;
  return past === null ? { status: "actual", token: -1 } : { status: "historical", token: -1 };
}

function resolveWhere(
  candidate: EventCandidate,
  layers: Layers,
  knowledge: CircumstanceKnowledge,
): Pick<Circumstances, "places" | "placeRefs"> {
  const scene = findScene(candidate, layers.parsed, layers.places, knowledge);
  const placeRefs: Reference[] = [];
  for (const { place, span } of scene) {
    if (!placeRefs.some(({ id }) => id === place)) placeRefs.push({ id: place, span });
  }
  return { places: placeRefs.map(({ id }) => id), placeRefs };
}

/** Lower-case lemmas of trigger, clause, promised act and topic, of what hangs on them, and of those nouns' nouns. */
function wordsOfAct(candidate: EventCandidate, parsed: Parsed): Set<string> {
  const heads = [candidate.trigger, candidate.clause, candidate.promised, candidate.about].filter(
    (token) => token >= 0,
  );
  const near = heads.flatMap((head) => [head, ...children(parsed, head)]);
  const isPart = (token: number) => hasRelation(parsed, token, "obj", "obl", "nmod", "xcomp");
  const nouns = candidate.type === "ASSAULT" ? [] : near.filter(isPart);
  const further = nouns.flatMap((noun) => childrenBy(parsed, noun, "nmod", "compound", "obj"));
  return new Set([...near, ...further].map((token) => lemmaAt(parsed, token)));
}

/** Statements stand in text order, so only those around the trigger are looked at. */
function statementAt(statements: readonly Statement[], trigger: Span): string | null {
  const start = (statement: Statement) => statement.content[0]?.start ?? statement.cue?.start ?? 0;
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start(statements[middle]!) <= trigger.start) low = middle + 1;
    else high = middle;
  }
  const near = statements.slice(Math.max(0, low - STATEMENT_WINDOW), low + STATEMENT_WINDOW);
  return innermostStatement(near, trigger)?.id ?? null;
}
