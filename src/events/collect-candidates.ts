/** Turns the acts that remain into candidates, one for each telling of an act, those without any side left out. */
import type { Party } from "../entities/index.js";
import type { Parsed } from "../language/index.js";
import { childrenBy, hasRelation } from "../language/index.js";
import type { EventType } from "../reading/index.js";
import type { Act } from "./act.js";
import { embedActs } from "./embed-acts.js";
import type { EventKnowledge } from "./event-knowledge.js";
import type { EventCandidate, Layers, Side } from "./event-layer.js";
import { findActs } from "./find-acts.js";
import { findAppointment } from "./find-appointment.js";
import { createHostFinder } from "./find-host.js";
import { findModes } from "./find-modes.js";
import { isPassive } from "./find-subject.js";
import { createStateFinder } from "./find-within.js";
import { groupBy } from "./group-by.js";
import { isPlayed } from "./is-played.js";
import { lendFromReport, readParties } from "./lend-from-report.js";
import { lendFromSpeaker } from "./lend-from-speaker.js";
import { lendInHeadings } from "./lend-in-headings.js";
import { recallSides, rememberActs } from "./recall-parties.js";
import { isPooled, layStatements, resolveOwnSides, type SideView, without } from "./resolve-sides.js";
import { settleRecipients } from "./settle-recipients.js";

/** Types that are told of their victims alone: "two ministers were arrested". */
const ACTORLESS: readonly EventType[] = ["ASSAULT", "COERCE", "RETREAT", "SANCTION"];

/** All acts that rules have found, and those of them that are events, as candidates in text order of the triggers. */
export interface Findings {
  /** Whether a token stands in sport or fiction. */
  readonly isPlayed: (token: number) => boolean;
  readonly acts: readonly Act[];
  readonly candidates: readonly EventCandidate[];
}

/** Every act of the text with its sides, after the words around it have had their say. */
export function findCandidates(layers: Layers, knowledge: EventKnowledge): Findings {
  const view = makeView(layers, knowledge);
  const acts = settleActs(view, layers, knowledge);
  const candidates = acts
    .filter((act) => act.type !== null && act.dropped === "" && hasSide(view, act))
    .map((act) => makeCandidate(view, act, knowledge));
  return { isPlayed: (token) => isPlayed(view, token), acts, candidates };
}

function makeView(layers: Layers, knowledge: EventKnowledge): SideView {
  const entities = new Map(layers.entities.entities.map((entity) => [entity.id, entity]));
  const times = new Set(layers.times.mentions.map((time) => time.head));
  return {
    parsed: layers.parsed,
    entities: layers.entities,
    statements: layers.statements,
    statementAt: layStatements(layers.parsed.length, layers.statements),
    classesOf: knowledge.classesOf,
    isTime: (token) => times.has(token),
    entityOf: (id) => entities.get(id),
    hostAt: createHostFinder(layers),
    stateAt: createStateFinder(layers),
  };
}

function settleActs(view: SideView, layers: Layers, knowledge: EventKnowledge): Act[] {
  const acts = findActs(view, knowledge).filter((act) => !isPlayed(view, act.token));
  for (const act of acts) resolveOwnSides(view, act);
  embedActs(view, acts, knowledge);
  for (const act of acts) settleRecipients(view, act, knowledge);
  const memory = rememberActs(acts);
  for (const act of acts) if (act.dropped === "") recallSides(view, act, memory);
  for (const act of acts) if (act.dropped === "") lendFromSpeaker(view, act);
  for (const act of acts) if (act.dropped === "") lendInHeadings(view, act);
  const report = readParties(layers);
  const bySentence = groupBy(acts, ({ token }) => view.parsed.sentenceOf[token]!);
  for (const act of acts) if (act.dropped === "") lendFromReport(view, act, bySentence, report);
  return acts;
}

/** "the council met", "six powers conferred": a body of many may meet by itself. */
function isGathering(view: SideView, act: Act): boolean {
  const kind = view.entityOf(act.actors.entities[0] ?? "")?.kind ?? "";
  return act.type === "CONSULT" && ["igo", "group"].includes(kind);
}

/** An act needs somebody on a side: both for a meeting, a doer for words; who suffers force may stand alone. */
function hasSide(view: SideView, act: Act): boolean {
  const actors = act.actors.entities.length;
  const recipients = act.recipients.entities.length;
  if (act.type === "CONSULT" || act.type === "COOPERATE") return actors + recipients > 1 || isGathering(view, act);
  if (isIdleModal(view, act)) return false;
  if (actors > 0) return true;
  if (isImputed(act)) return recipients > 0;
  const isTold = act.predicate.kind === "noun" || isPassive(view.parsed, act.token);
  return recipients > 0 && isTold && ACTORLESS.includes(act.type!);
}

/** "Oslo should have known", "whether it must": asks nobody to do anything, as a modal that concerns no party does. */
function isIdleModal({ parsed }: SideView, act: Act): boolean {
  if (act.predicate.kind !== "aux") return false;
  const verb = parsed.head[act.token]!;
  // A modal that governs itself ("and so they should") leaves open what is to be done.
  if (verb < 0) return true;
  const isPast = childrenBy(parsed, verb, "aux").some((aux) => parsed.lemma[aux] === "have");
  const isOpen = childrenBy(parsed, verb, "mark").some((mark) => parsed.lemma[mark] === "whether");
  return isPast || isOpen || (act.recipients.entities.length === 0 && !isPassive(parsed, verb));
}

/** "it accused Chad of arming rebels": who is said to have done wrong tells enough, whoever says so. */
function isImputed(act: Act): boolean {
  return act.type === "ACCUSE" && act.predicate.operator === "accuse";
}

function makeCandidate(view: SideView, act: Act, knowledge: EventKnowledge): EventCandidate {
  const { parsed, isTime } = view;
  const { first, last } = triggerRange(parsed, act.token);
  const type = act.type!;
  return {
    trigger: act.token,
    first,
    last,
    clause: act.clause,
    type,
    modes: findModes(parsed, act, knowledge),
    actors: sidesOf(act.actors),
    recipients: sidesOf(isPooled(type) ? withoutOwnStates(view, act) : without(act.recipients, act.actors)),
    status: act.status,
    statusToken: act.statusToken,
    about: act.about,
    promised: act.type === "AGREE" ? findAppointment(parsed, act.promised, isTime) : act.promised,
    rule: act.rule,
    confidence: scoreCandidate(parsed, act, knowledge),
    opinion: "",
    weighed: act.weighed,
  };
}

/** "will fly to Peru for talks with its president": who takes part has no state of theirs for a partner besides. */
function withoutOwnStates(view: SideView, act: Act): Party {
  const own = new Set(act.actors.entities.map((id) => view.entityOf(id)?.country ?? null));
  const isOwn = (id: string) => view.entityOf(id)?.kind === "state" && own.has(view.entityOf(id)?.country ?? "");
  const states = { entities: act.recipients.entities.filter(isOwn), spans: [], indirect: false };
  return without(without(act.recipients, act.actors), states);
}

/** The trigger's own words: the head, and a particle right after it ("called off"). */
function triggerRange(parsed: Parsed, token: number): { readonly first: number; readonly last: number } {
  const particle = childrenBy(parsed, token, "compound").find(
    (child) => hasRelation(parsed, child, "compound:prt") && child === token + 1,
  );
  return { first: token, last: particle ?? token };
}

function sidesOf(party: Party): Side[] {
  return party.entities.map((entity, i) => ({ entity, span: party.spans[i]! }));
}

/** The rule's own precision, brought to the scale on which of a hundred events given 0.8 about eighty are right. */
function scoreCandidate(parsed: Parsed, act: Act, knowledge: EventKnowledge): number {
  const { heading } = parsed.sentences[parsed.sentenceOf[act.token]!]!;
  const { floor, share } = heading ? knowledge.confidence.heading : knowledge.confidence.body;
  return floor + share * act.confidence;
}
