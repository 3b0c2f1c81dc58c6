/** Puts the judge's question for a candidate of the rules: its first actor and recipient, and what stands beside it. */
import type { EntityLayer } from "../entities/index.js";
import type { Parsed } from "../language/index.js";
import type { Act } from "./act.js";
import type { EventCandidate, Side } from "./event-layer.js";
import {
  familyOf,
  findFeatures,
  findStrongest,
  type JudgeModel,
  judge,
  type PartyRange,
  type Question,
  scoreFamilies,
  type Verdict,
} from "./judge/index.js";

/** What the judge thinks of a candidate of the rules. */
export interface Opinion {
  /** Its lead for the candidate's own type over the best other one; negative where it holds that for likelier. */
  readonly lead: number;
  /** The best other type, CONCEDE and RETREAT as YIELD. */
  readonly rival: string;
  /** Features that speak most for the candidate's type. */
  readonly because: readonly string[];
}

/** The judge's opinion of a candidate, seen beside the others of its sentence. */
export function findOpinion(
  candidate: EventCandidate,
  beside: readonly EventCandidate[],
  acts: readonly Act[],
  layers: { readonly parsed: Parsed; readonly entities: EntityLayer },
  model: JudgeModel,
): Opinion {
  const features = findFeatures(makeQuestion(candidate, beside, acts, layers), model.isIgnored);
  const scores = scoreFamilies(model, features);
  const own = familyOf(candidate.type);
  // The labelled pairs hold giving way that is only promised for AGREE, PLOVER 2.0 holds it for CONCEDE.
  const isRival = (family: string) => family !== own && !(own === "YIELD" && family === "AGREE");
  const others = [...scores].filter(([family]) => isRival(family));
  const [rival, best] = others.reduce((a, b) => (b[1] > a[1] ? b : a));
  const lead = (scores.get(own) ?? 0) - best;
  return { lead, rival, because: findStrongest(model, features, candidate.type) };
}

/** What the judge holds a verb for that no rule knows. */
export function askOf(
  trigger: number,
  sides: readonly [Side, Side],
  layers: { readonly parsed: Parsed; readonly entities: EntityLayer },
  model: JudgeModel,
): Verdict {
  const question: Question = {
    parsed: layers.parsed,
    actor: rangeOf(layers, sides[0]),
    recipient: rangeOf(layers, sides[1]),
    trigger,
    answer: { type: null, confidence: 0, rule: null },
    proposals: [],
    acts: [],
  };
  return judge(model, findFeatures(question, model.isIgnored));
}

function makeQuestion(
  candidate: EventCandidate,
  beside: readonly EventCandidate[],
  acts: readonly Act[],
  layers: { readonly parsed: Parsed; readonly entities: EntityLayer },
): Question {
  const fits = beside.map((other) => ({ type: other.type, fit: scoreFit(candidate, other) }));
  const { type, rule } = candidate;
  return {
    parsed: layers.parsed,
    actor: rangeOf(layers, candidate.actors[0]),
    recipient: rangeOf(layers, candidate.recipients[0]),
    trigger: candidate.trigger,
    answer: { type, confidence: candidate.confidence, rule },
    proposals: fits.sort((a, b) => b.fit - a.fit),
    acts: acts.map((act) => ({
      own: act.predicate.type,
      operator: act.predicate.operator,
      type: act.type,
      dropped: act.dropped !== "",
    })),
  };
}

function rangeOf(
  layers: { readonly parsed: Parsed; readonly entities: EntityLayer },
  side: Side | undefined,
): PartyRange | null {
  if (!side) return null;
  const { start, end } = side.span;
  const { mentions } = layers.entities;
  for (let i = firstFrom(mentions, start); mentions[i]?.span.start === start; i++) {
    if (mentions[i]!.span.end === end) return mentions[i]!;
  }
  return null;
}

/** Number of the first mention that begins at an offset or behind it; they stand in text order. */
function firstFrom(mentions: EntityLayer["mentions"], start: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.span.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How well another candidate tells what this one's actor does to its recipient, as for given pairs. */
function scoreFit(candidate: EventCandidate, other: EventCandidate): number {
  const actor = candidate.actors[0]?.entity;
  const recipient = candidate.recipients[0]?.entity;
  const acts = (id: string | undefined) => id !== undefined && other.actors.some((side) => side.entity === id);
  const suffers = (id: string | undefined) => id !== undefined && other.recipients.some((side) => side.entity === id);
  if (acts(actor) && suffers(recipient)) return 5;
  if (acts(actor)) return acts(recipient) ? 4 : 3;
  const crossed = suffers(actor) && acts(recipient);
  return crossed || suffers(recipient) ? 2 : suffers(actor) || acts(recipient) ? 1 : 0;
}
