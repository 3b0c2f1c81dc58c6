/** Puts the judge's question for a candidate of the rules: its first actor and recipient, and what stands beside it. */
import type { EntityLayer } from "../entities/index.js";
import type { Parsed } from "../language/index.js";
import type { Act } from "./act.js";
import type { EventCandidate, Side } from "./event-layer.js";
import {
  familyOf,
  findFeatures,
  type JudgeModel,
  judge,
  type PartyRange,
  type Question,
  scoreFamilies,
  type Verdict,
} from "./judge/index.js";

/** The judge's lead for the candidate's own type over the best other one; negative where it holds another for likelier. */
export function findLead(
  candidate: EventCandidate,
  beside: readonly EventCandidate[],
  acts: readonly Act[],
  layers: { readonly parsed: Parsed; readonly entities: EntityLayer },
  model: JudgeModel,
): number {
  const question = makeQuestion(candidate, beside, acts, layers);
  const scores = scoreFamilies(model, findFeatures(question, model.isIgnored));
  const own = familyOf(candidate.type);
  const best = Math.max(...[...scores].filter(([family]) => family !== own).map(([, score]) => score));
  return (scores.get(own) ?? 0) - best;
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
  const own = layers.entities.mentions.find((mention) => mention.span.start === start && mention.span.end === end);
  return own ?? null;
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
