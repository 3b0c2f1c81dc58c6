/** Codes what one given phrase does to another: the coder of `read`, asked about one pair. */
import type { EntityLayer, EntityMention } from "../entities/index.js";
import { type Parsed, pathToRoot, tokenAt } from "../language/index.js";
import { type Entity, type EventStatus, type EventType, roundNumber, type Span } from "../reading/index.js";
import type { Act } from "./act.js";
import { resolveCircumstances } from "./circumstances/index.js";
import { mendHeadings } from "./code-events.js";
import { findCandidates, settleActs } from "./collect-candidates.js";
import type { EventKnowledge } from "./event-knowledge.js";
import type { EventCandidate, Layers } from "./event-layer.js";

export interface PairCoding {
  readonly type: EventType | null;
  readonly modes: readonly string[];
  readonly status: EventStatus | null;
  readonly confidence: number;
  readonly rule: string | null;
}

const NOTHING: PairCoding = { type: null, modes: [], status: null, confidence: 0, rule: null };

/** Confidence of an act that names neither side. */
const GUESSED = 0.4;

/** Ids that no entity of a text can have. */
const ACTOR = "pair:actor";
const RECIPIENT = "pair:recipient";

/** What the actor's words do to the recipient's in that text; type null where nothing is told. */
export function codePair(layers: Layers, actor: Span, recipient: Span, knowledge: EventKnowledge): PairCoding {
  const entities = placeParties(layers.parsed, layers.entities, [
    { id: ACTOR, span: actor },
    { id: RECIPIENT, span: recipient },
  ]);
  const asked = mendHeadings({ ...layers, entities }, knowledge);
  const best = findCandidates(asked, knowledge)
    .map((candidate) => ({ candidate, fit: scoreFit(candidate) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.candidate.trigger - b.candidate.trigger)[0];
  if (!best) return codeNearest(asked, knowledge);
  const { candidate, fit } = best;
  const { status } = resolveCircumstances(candidate, asked, knowledge.circumstances);
  const confidence = roundNumber(candidate.confidence * (fit >= 4 ? 1 : fit >= 3 ? 0.8 : 0.6));
  return { type: candidate.type, modes: candidate.modes, status, confidence, rule: candidate.rule };
}

/** Where no act names either side: the act that stands over the recipient, else over the actor, the nearest first. */
function codeNearest(layers: Layers, knowledge: EventKnowledge): PairCoding {
  const { parsed, entities } = layers;
  const acts = settleActs(layers, knowledge, true).filter((act) => act.type !== null && act.dropped === "");
  const headOfParty = (id: string) => entities.mentions.find((mention) => mention.entities.includes(id))?.head ?? -1;
  for (const id of [RECIPIENT, ACTOR]) {
    const head = headOfParty(id);
    const over = head < 0 ? [] : pathToRoot(parsed, head);
    const act = over.map((token) => acts.find((found) => found.token === token)).find((found) => found !== undefined);
    if (act) return guess(act);
  }
  const near = acts.find((act) => act.predicate.kind === "verb") ?? acts[0];
  return near ? guess(near) : NOTHING;
}

function guess(act: Act): PairCoding {
  return { type: act.type, modes: act.modes, status: act.status ?? "actual", confidence: GUESSED, rule: act.rule };
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

/** The entities with the two given phrases put in the place of whatever mentions overlap them. */
function placeParties(
  parsed: Parsed,
  layer: EntityLayer,
  parties: readonly { readonly id: string; readonly span: Span }[],
): EntityLayer {
  const given = parties.flatMap(({ id, span }) => makeMention(parsed, id, span));
  const kept = layer.mentions.filter(
    (mention) => !given.some((own) => own.first <= mention.last && mention.first <= own.last),
  );
  const mentions = [...kept, ...given].sort((a, b) => a.first - b.first || b.last - a.last);
  const mentionAt = new Int32Array(parsed.length).fill(-1);
  for (const [i, mention] of mentions.entries()) mentionAt[mention.head] = i;
  return {
    ...layer,
    entities: [...layer.entities, ...parties.map(({ id, span }) => makeEntity(parsed, id, span))],
    mentions,
    mentionAt,
  };
}

function makeMention(parsed: Parsed, id: string, span: Span): EntityMention[] {
  const first = tokenAt(parsed, span.start);
  let last = first;
  while (last + 1 < parsed.length && parsed.start[last + 1]! < span.end) last++;
  if (first >= parsed.length || parsed.start[first]! >= span.end) return [];
  return [{ span, type: "name", first, last, head: headOf(parsed, first, last), entities: [id] }];
}

/** The first token of the range whose head lies outside it. */
function headOf(parsed: Parsed, first: number, last: number): number {
  for (let token = first; token <= last; token++) {
    const head = parsed.head[token]!;
    if (head < first || head > last) return token;
  }
  return last;
}

function makeEntity(parsed: Parsed, id: string, span: Span): Entity {
  const name = parsed.text.slice(span.start, span.end);
  return {
    id,
    name,
    kind: "other",
    country: null,
    sectors: [],
    role: null,
    partOf: null,
    mentions: [{ ...span, type: "name" }],
  };
}
