/** Lets the judge weigh what the rules have found: how sure an event is, by rule and judge together. */

import { roundNumber } from "../reading/index.js";
import { findOpinion, type Opinion } from "./ask-judge.js";
import type { Findings } from "./collect-candidates.js";
import type { EventKnowledge } from "./event-knowledge.js";
import type { EventCandidate, Layers } from "./event-layer.js";
import { findNeighbours } from "./find-neighbours.js";
import { groupBy } from "./group-by.js";
import { proposeInHeadings } from "./propose-in-headings.js";

/** A lead beyond that makes no event surer or less sure. */
const WIDEST = 0.7;
/** No event is surer, and none that a rule has found less sure. */
const [LEAST, MOST] = [0.2, 0.97];

/** The candidates with the confidence that rule and judge together give them, and those of the judge alone. */
export function weighCandidates(findings: Findings, layers: Layers, knowledge: EventKnowledge): EventCandidate[] {
  if (!knowledge.judge) return [...findings.candidates];
  const { sentenceOf } = layers.parsed;
  const beside = groupBy(findings.candidates, ({ trigger }) => sentenceOf[trigger]!);
  const acts = groupBy(findings.acts, ({ token }) => sentenceOf[token]!);
  const weighed = findings.candidates.map((candidate) => {
    const sentence = sentenceOf[candidate.trigger]!;
    const around = { beside: beside.get(sentence) ?? [], acts: acts.get(sentence) ?? [] };
    return weigh(candidate, around, layers, knowledge);
  });
  const found = [...weighed, ...findNeighbours(findings, layers, knowledge)];
  const whole = proposeInHeadings({ ...findings, candidates: found }, layers, knowledge);
  return whole.sort((a, b) => a.trigger - b.trigger);
}

/** The candidates and acts of a candidate's sentence. */
type Around = Pick<Findings, "acts"> & { readonly beside: readonly EventCandidate[] };

function weigh(candidate: EventCandidate, around: Around, layers: Layers, knowledge: EventKnowledge): EventCandidate {
  const { sentenceOf, sentences } = layers.parsed;
  const opinion = findOpinion(candidate, around.beside, around.acts, layers, knowledge.judge!);
  const { lead } = opinion;
  const scale = knowledge.confidence[sentences[sentenceOf[candidate.trigger]!]!.heading ? "heading" : "body"];
  const confidence = candidate.confidence + scale.lead * Math.max(-WIDEST, Math.min(WIDEST, lead));
  return { ...candidate, confidence: Math.max(LEAST, Math.min(MOST, confidence)), opinion: tellOpinion(opinion) };
}

/** What `explain` says of the judge: "agrees, 0.42 before AID; for it speak p=help, k=to". */
function tellOpinion({ lead, rival, because }: Opinion): string {
  const distance = Math.abs(roundNumber(lead));
  const told = lead >= 0 ? `agrees, ${distance} before ${rival}` : `holds ${rival} for likelier by ${distance}`;
  return because.length > 0 ? `${told}; for the rule's type speak ${because.join(", ")}` : told;
}
