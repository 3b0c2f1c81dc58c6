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

/**
 * The candidates with what the judge adds to headlines of two countries between which they tell nothing: the side that an
 * act lacks, else an act that no rule has found.
 */
export function proposeInHeadings(findings: Findings, layers: Layers, knowledge: EventKnowledge): EventCandidate[] {
  const { judge } = knowledge;
  if (!judge) return [...findings.candidates];
  const completed = new Map<EventCandidate, EventCandidate>();
  const proposed: EventCandidate[] = [];
  const view = viewHeadings(layers);
  for (const asked of askInHeadings(findings, layers)) {
    const verdict = judgeHeading(judge, findFeatures(asked.question, judge.isIgnored));
    const [act, whole] = verdict.told < judge.heading.completes ? [] : completeAct(asked, view);
    const trigger = findTrigger(layers, asked.sentence, asked.pair);
    const isTaken = trigger < 0 || asked.beside.some((candidate) => candidate.trigger === trigger);
    if (act && whole) completed.set(act, whole);
    else if (!isTaken && verdict.told >= judge.heading.proposes) {
      proposed.push(makeProposal(asked.pair, trigger, verdict, knowledge));
    }
  }
  return [...findings.candidates.map((candidate) => completed.get(candidate) ?? candidate), ...proposed];
}

/** How much of its confidence an act keeps of which the judge has found one side. */
const KEPT = 0.8;

/** An act of one of the two countries that names nobody on its other side, and the same with the other country there. */
function completeAct({ pair, beside }: HeadingQuestion, { entityOf }: HeadingView): EventCandidate[] {
  const countryOf = (side: Side) => entityOf.get(side.entity)?.country;
  for (const act of beside) {
    const [one] = [...act.actors, ...act.recipients];
    const other = [pair.first, pair.second].find(({ country }) => one && country !== countryOf(one));
    const isOne = [pair.first, pair.second].some(({ country }) => one && country === countryOf(one));
    if (!isOne || !other || (act.actors.length > 0 && act.recipients.length > 0)) continue;
    const empty = act.recipients.length === 0 ? "recipients" : "actors";
    return [act, { ...act, [empty]: [sideOf(other)], confidence: act.confidence * KEPT }];
  }
  return [];
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
