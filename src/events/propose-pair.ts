/** What the rules alone answer to a question about two given phrases, and all that they weighed. */
import { type Parsed, pathToRoot } from "../language/index.js";
import type { EventType, Span } from "../reading/index.js";
import type { Act } from "./act.js";
import { mendHeadings } from "./code-events.js";
import { findCandidates } from "./collect-candidates.js";
import type { EventKnowledge } from "./event-knowledge.js";
import type { EventCandidate, Layers } from "./event-layer.js";
import type { PartyRange, Question } from "./judge/index.js";
import { placeParties } from "./place-parties.js";

/** An answer of the rules: a candidate with its sides, or an act that names neither. */
export interface RuleAnswer {
  readonly type: EventType | null;
  readonly confidence: number;
  readonly rule: string | null;
  readonly candidate: EventCandidate | null;
  readonly act: Act | null;
}

export interface PairProposal {
  /** The layers in which the two phrases are mentions. */
  readonly layers: Layers;
  readonly answer: RuleAnswer;
  readonly question: Question;
  /** The best fit first. */
  readonly candidates: readonly EventCandidate[];
  readonly acts: readonly Act[];
}

/** Confidence of an act that names neither side. */
const GUESSED = 0.4;

const NOTHING: RuleAnswer = { type: null, confidence: 0, rule: null, candidate: null, act: null };

/** Ids that no entity of a text can have. */
const ACTOR = "pair:actor";
const RECIPIENT = "pair:recipient";

/** Everything that the rules find between the two phrases. */
export function proposePair(given: Layers, actor: Span, recipient: Span, knowledge: EventKnowledge): PairProposal {
  const entities = placeParties(given.parsed, given.entities, [
    { id: ACTOR, span: actor },
    { id: RECIPIENT, span: recipient },
  ]);
  const layers = mendHeadings({ ...given, entities }, knowledge);
  const { acts, candidates } = findCandidates(layers, knowledge);
  const ranked = candidates
    .map((candidate) => ({ candidate, fit: scoreFit(candidate) }))
    .sort((a, b) => b.fit - a.fit || a.candidate.trigger - b.candidate.trigger);
  const best = ranked[0];
  const answer = best && best.fit > 0 ? answerOf(best.candidate, best.fit) : answerNearest(layers, acts);
  return {
    layers,
    answer,
    candidates: ranked.map(({ candidate }) => candidate),
    acts,
    question: {
      parsed: layers.parsed,
      actor: rangeOf(layers, ACTOR),
      recipient: rangeOf(layers, RECIPIENT),
      trigger: -1,
      answer,
      proposals: ranked.map(({ candidate, fit }) => ({ type: candidate.type, fit: Math.floor(fit) })),
      acts: acts.map(toProposed),
    },
  };
}

function toProposed(act: Act): Question["acts"][number] {
  const { operator, type: own } = act.predicate;
  return { own, operator, type: act.type, dropped: act.dropped !== "" };
}

function rangeOf(layers: Layers, id: string): PartyRange | null {
  return layers.entities.mentions.find((mention) => mention.entities.includes(id)) ?? null;
}

function answerOf(candidate: EventCandidate, fit: number): RuleAnswer {
  const confidence = candidate.confidence * (fit >= 4 ? 1 : fit >= 3 ? 0.8 : 0.6);
  return { type: candidate.type, confidence, rule: candidate.rule, candidate, act: null };
}

/** Where no act names either side: the act that stands over the recipient, else over the actor, the nearest first. */
function answerNearest(layers: Layers, found: readonly Act[]): RuleAnswer {
  const acts = found.filter((act) => act.type !== null && act.dropped === "");
  const over = [RECIPIENT, ACTOR].map((id) => actOver(layers.parsed, rangeOf(layers, id)?.head ?? -1, acts));
  const near = over.find((act) => act !== null) ?? acts.find((act) => act.predicate.kind === "verb") ?? acts[0];
  return near ? { type: near.type, confidence: GUESSED, rule: near.rule, candidate: null, act: near } : NOTHING;
}

function actOver(parsed: Parsed, head: number, acts: readonly Act[]): Act | null {
  const over = head < 0 ? [] : pathToRoot(parsed, head);
  return over.map((token) => acts.find((act) => act.token === token)).find((act) => act !== undefined) ?? null;
}

/** How well the candidate tells what the first does to the second: both sides right, pooled, crossed, or one of them. */
function scoreFit(candidate: EventCandidate): number {
  const acts = candidate.actors.map((side) => side.entity);
  const suffers = candidate.recipients.map((side) => side.entity);
  const sides = [...acts, ...suffers];
  const sure = candidate.confidence / 10;
  if (acts.includes(ACTOR) && suffers.includes(RECIPIENT)) return 5 + sure;
  if (acts.includes(ACTOR) && acts.includes(RECIPIENT)) return 4 + sure;
  if (acts.includes(ACTOR)) return 3 + sure;
  if (sides.includes(ACTOR) && sides.includes(RECIPIENT)) return 2.5 + sure;
  if (suffers.includes(RECIPIENT)) return 2 + sure;
  return sides.includes(ACTOR) || sides.includes(RECIPIENT) ? 1 + sure : 0;
}
