/** Events of headlines that no rule tells: the judge alone says what stands between the two countries that are named. */
import type { Findings } from "./collect-candidates.js";
import type { EventKnowledge } from "./event-knowledge.js";
import type { EventCandidate, Layers, Side } from "./event-layer.js";
import { groupBy } from "./group-by.js";
import {
  findFeatures,
  findPath,
  type HeadingVerdict,
  judgeHeading,
  nameDecision,
  type Question,
} from "./judge/index.js";
import { askOfHeading, findHeadingPair, type HeadingPair, type HeadingView, viewHeadings } from "./pair-heading.js";

/** One event at most for each headline of two countries whose rules pair no two. */
export function proposeInHeadings(findings: Findings, layers: Layers, knowledge: EventKnowledge): EventCandidate[] {
  const { judge } = knowledge;
  if (!judge) return [];
  return askInHeadings(findings, layers).flatMap(({ sentence, pair, question, beside }) => {
    const verdict = judgeHeading(judge, findFeatures(question, judge.isIgnored));
    if (!verdict) return [];
    const trigger = findTrigger(layers, sentence, pair);
    const isTaken = beside.some((candidate) => candidate.trigger === trigger);
    return trigger < 0 || isTaken ? [] : [makeProposal(pair, trigger, verdict, knowledge)];
  });
}

/** What the judge is asked of a headline. */
export interface HeadingQuestion {
  readonly sentence: number;
  readonly pair: HeadingPair;
  readonly question: Question;
  readonly beside: readonly EventCandidate[];
}

/** The question for every headline that names two countries of which the rules tell nothing. */
export function askInHeadings(findings: Findings, layers: Layers): HeadingQuestion[] {
  const { sentences, sentenceOf } = layers.parsed;
  const view = viewHeadings(layers);
  const candidates = groupBy(findings.candidates, ({ trigger }) => sentenceOf[trigger]!);
  const acts = groupBy(findings.acts, ({ token }) => sentenceOf[token]!);
  return sentences.flatMap(({ heading, first }, sentence) => {
    const beside = candidates.get(sentence) ?? [];
    if (!heading || beside.some((candidate) => pairsCountries(candidate, view))) return [];
    const pair = findHeadingPair(view, sentence);
    if (!pair || findings.isPlayed(first)) return [];
    return [{ sentence, pair, beside, question: askOfHeading(pair, acts.get(sentence) ?? [], beside, view) }];
  });
}

/** Whether a candidate's sides belong to two countries. */
function pairsCountries({ actors, recipients }: EventCandidate, { entityOf }: HeadingView): boolean {
  const countryOf = (side: Side) => entityOf.get(side.entity)?.country;
  return new Set([...actors, ...recipients].map(countryOf).filter(Boolean)).size > 1;
}

function makeProposal(
  { first, second }: HeadingPair,
  trigger: number,
  { type, reversed, confidence }: HeadingVerdict,
  knowledge: EventKnowledge,
): EventCandidate {
  const [actor, recipient] = reversed ? [second, first] : [first, second];
  const { floor, share } = knowledge.confidence.proposal;
  return {
    ...NO_CIRCUMSTANCE,
    trigger,
    first: trigger,
    last: trigger,
    clause: trigger,
    type,
    actors: [sideOf(actor)],
    recipients: [sideOf(recipient)],
    rule: nameDecision(type),
    confidence: floor + share * confidence,
  };
}

const NO_CIRCUMSTANCE = {
  modes: [],
  status: null,
  statusToken: -1,
  about: -1,
  promised: -1,
  opinion: "",
  weighed: [],
} as const;

function sideOf({ entity, span }: HeadingPair["first"]): Side {
  return { entity, span };
}

/** The word that tells the act: where the ways from both meet, else the sentence's own word; −1 where that is a name. */
function findTrigger({ parsed }: Layers, sentence: number, pair: HeadingPair): number {
  const { top, up, down } = findPath({ parsed, actor: pair.first.range, recipient: pair.second.range, trigger: -1 });
  let root = parsed.sentences[sentence]!.first;
  while (parsed.head[root]! >= 0) root = parsed.head[root]!;
  const words = [top, ...up.slice(1).reverse(), ...down.slice(1).reverse(), root];
  return words.find((token) => token >= 0 && ["VERB", "NOUN", "ADJ"].includes(parsed.upos[token] ?? "")) ?? -1;
}
