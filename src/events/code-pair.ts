/** Codes what one given phrase does to another: the rules of `read` propose, the judge decides. */
import { type EventStatus, type EventType, roundNumber, type Span } from "../reading/index.js";
import { resolveCircumstances } from "./circumstances/index.js";
import type { EventKnowledge } from "./event-knowledge.js";
import type { Layers } from "./event-layer.js";
import { familyOf, findFeatures, judge, nameDecision } from "./judge/index.js";
import { type PairProposal, proposePair } from "./propose-pair.js";

export interface PairCoding {
  readonly type: EventType | null;
  readonly modes: readonly string[];
  readonly status: EventStatus | null;
  readonly confidence: number;
  readonly rule: string | null;
}

const NOTHING: PairCoding = { type: null, modes: [], status: null, confidence: 0, rule: null };

/** What the actor's words do to the recipient's in that text; type null where nothing is told. */
export function codePair(given: Layers, actor: Span, recipient: Span, knowledge: EventKnowledge): PairCoding {
  const proposal = proposePair(given, actor, recipient, knowledge);
  const { parsed } = proposal.layers;
  if (!knowledge.judge || parsed.length === 0) return codeByRules(proposal, knowledge);
  const { type, confidence } = judge(knowledge.judge, findFeatures(proposal.question, knowledge.judge.isIgnored));
  const agreed = codeByRules(proposal, knowledge);
  if (familyOf(agreed.type) === familyOf(type)) return { ...agreed, confidence: roundNumber(confidence) };
  return { ...codeAs(type, proposal, knowledge), confidence: roundNumber(confidence) };
}

function codeByRules(proposal: PairProposal, knowledge: EventKnowledge): PairCoding {
  const { candidate, act, ...answer } = proposal.answer;
  if (answer.type === null) return NOTHING;
  const confidence = roundNumber(answer.confidence);
  if (act) return { ...answer, modes: act.modes, status: act.status ?? "actual", confidence };
  if (!candidate) return NOTHING;
  const { status } = resolveCircumstances(candidate, proposal.layers, knowledge.circumstances);
  return { ...answer, modes: candidate.modes, status, confidence };
}

/** The judge's type, with modes and status of the best candidate that has it, where there is one. */
function codeAs(type: EventType, proposal: PairProposal, knowledge: EventKnowledge): PairCoding {
  const candidate = proposal.candidates.find((found) => familyOf(found.type) === familyOf(type));
  if (!candidate) return { type, modes: [], status: "actual", confidence: 0, rule: nameDecision(type) };
  const { status } = resolveCircumstances(candidate, proposal.layers, knowledge.circumstances);
  return { type: candidate.type, modes: candidate.modes, status, confidence: 0, rule: nameDecision(candidate.type) };
}
