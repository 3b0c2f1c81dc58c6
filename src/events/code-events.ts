/** The events stage: acts found in the trees, their sides and circumstances resolved. */
import { spanOf } from "../language/index.js";
import { compareSpans, type Event, makeKey, type Role, roundNumber } from "../reading/index.js";
import { type Circumstances, resolveCircumstances } from "./circumstances/index.js";
import { findCandidates } from "./collect-candidates.js";
import type { EventKnowledge } from "./event-knowledge.js";
import type { EventCandidate, EventLayer, EventTrace, Layers } from "./event-layer.js";
import { relinkMentions, straightenHeadings } from "./headings/index.js";
import { resolveHost } from "./resolve-host.js";
import { weighCandidates } from "./weigh-candidates.js";

/** All events of a report in text order of their triggers, with the decisions behind them. */
export function codeEvents(layers: Layers, knowledge: EventKnowledge): EventLayer {
  const mended = mendHeadings(layers, knowledge);
  const findings = findCandidates(mended, knowledge);
  const candidates = weighCandidates(findings, mended, knowledge);
  const events = candidates.map((candidate, i) => makeEvent(candidate, `v${i + 1}`, mended, knowledge));
  const traces = candidates.map((candidate, i) => makeTrace(candidate, `v${i + 1}`));
  return { events, traces, notes: [] };
}

/** The layers with their headlines' trees mended, and every word of a name leading to it. */
export function mendHeadings(layers: Layers, knowledge: EventKnowledge): Layers {
  const parsed = straightenHeadings(layers.parsed, knowledge);
  return { ...layers, parsed, entities: relinkMentions(parsed, layers.entities) };
}

function makeEvent(found: EventCandidate, id: string, layers: Layers, knowledge: EventKnowledge): Event {
  const trigger = spanOf(layers.parsed, found.first, found.last);
  const first = resolveCircumstances(found, layers, knowledge.circumstances);
  const candidate = resolveHost(found, first.places, layers);
  const around = candidate === found ? first : resolveCircumstances(candidate, layers, knowledge.circumstances);
  return {
    id,
    key: makeKey(layers.textHash, "event", candidate.type, [trigger]),
    type: candidate.type,
    modes: candidate.modes,
    contexts: around.contexts,
    quad: around.quad,
    score: around.score,
    cameo: around.cameo,
    goldstein: around.goldstein,
    actors: candidate.actors.map((side) => side.entity),
    recipients: candidate.recipients.map((side) => side.entity),
    status: around.status,
    date: around.date,
    due: around.due,
    places: around.places,
    quantities: around.quantities,
    trigger,
    evidence: around.evidence,
    roles: makeRoles(candidate, around),
    statement: around.statement,
    confidence: roundNumber(candidate.confidence),
    rule: candidate.rule,
  };
}

/** Where the words for each part stand, in the order of the contract's roles, then of the text. */
function makeRoles(candidate: EventCandidate, around: Circumstances): Role[] {
  const roles: Role[] = [
    ...candidate.actors.map((side): Role => ({ role: "actor", ref: side.entity, span: side.span })),
    ...candidate.recipients.map((side): Role => ({ role: "recipient", ref: side.entity, span: side.span })),
    ...around.placeRefs.map((place): Role => ({ role: "place", ref: place.id, span: place.span })),
  ];
  if (around.dateRef) roles.push({ role: "date", ref: around.dateRef.id, span: around.dateRef.span });
  if (around.dueRef) roles.push({ role: "due", ref: around.dueRef.id, span: around.dueRef.span });
  if (around.statusSpan) roles.push({ role: "status", ref: null, span: around.statusSpan });
  if (around.about) roles.push({ role: "about", ref: null, span: around.about });
  const order = ["actor", "recipient", "place", "date", "due", "status", "about"];
  return roles.sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || compareSpans(a.span, b.span));
}

function makeTrace(candidate: EventCandidate, event: string): EventTrace {
  const { trigger, rule, opinion, weighed } = candidate;
  return { event, trigger, rule, opinion, weighed };
}
