/** Lets the judge weigh what the rules have found: how sure an event is, by rule and judge together. */

import { roundNumber } from "../reading/index.js";
import { findOpinion, type Opinion } from "./ask-judge.js";
import type { Findings } from "./collect-candidates.js";
import type { EventKnowledge } from "./event-knowledge.js";
import type { EventCandidate, Layers } from "./event-layer.js";
import { findNeighbours } from "./find-neighbours.js";

/** A lead beyond that makes no event surer or less sure. */
const WIDEST = 0.7;
/** No event is surer, and none that a rule has found less sure. */
const [LEAST, MOST] = [0.2, 0.97];

/** The candidates with the confidence that rule and judge together give them, and those of the judge alone. */
export function weighCandidates(findings: Findings, layers: Layers, knowledge: EventKnowledge): EventCandidate[] {
  if (!knowledge.judge) return [...findings.candidates];
  const weighed = findings.candidates.map((candidate) => weigh(candidate, findings, layers, knowledge));
  const found = [...weighed, ...findNeighbours(findings, layers, knowledge)];
  return found.sort((a, b) => a.trigger - b.trigger);
}

function weigh(
  candidate: EventCandidate,
  findings: Findings,
  layers: Layers,
  knowledge: EventKnowledge,
): EventCandidate {
  const { sentenceOf, sentences } = layers.parsed;
  const sentence = sentenceOf[candidate.trigger]!;
  const beside = findings.candidates.filter((other) => sentenceOf[other.trigger] === sentence);
  const acts = findings.acts.filter((act) => sentenceOf[act.token] === sentence);
  const opinion = findOpinion(candidate, beside, acts, layers, knowledge.judge!);
  const { lead } = opinion;
  const scale = knowledge.confidence[sentences[sentence]!.heading ? "heading" : "body"];
  const confidence = candidate.confidence + scale.lead * Math.max(-WIDEST, Math.min(WIDEST, lead));
  return { ...candidate, confidence: Math.max(LEAST, Math.min(MOST, confidence)), opinion: tellOpinion(opinion) };
}

/** What `explain` says of the judge: "agrees, 0.42 before AID; for it speak p=help, k=to". */
function tellOpinion({ lead, rival, because }: Opinion): string {
  const distance = Math.abs(roundNumber(lead));
  const told = lead >= 0 ? `agrees, ${distance} before ${rival}` : `holds ${rival} for likelier by ${distance}`;
  return because.length > 0 ? `${told}; for the rule's type speak ${because.join(", ")}` : told;
}
