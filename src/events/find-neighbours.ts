/** Codes acts that no rule knows: a verb between two states' parties, when its neighbours among known verbs agree. */
import { resolveParty } from "../entities/index.js";
import { childrenBy, hasRelation, type Parsed } from "../language/index.js";
import { askOf } from "./ask-judge.js";
import type { Findings } from "./collect-candidates.js";
import type { EventKnowledge } from "./event-knowledge.js";
import type { EventCandidate, Layers, Side } from "./event-layer.js";
import { findModality, findNegation } from "./find-modality.js";
import { findSlot } from "./find-slot.js";
import { nameDecision } from "./judge/index.js";

/** A verdict less sure than that is none. */
const LEAST = 0.6;

/** Acts of verbs outside the rules, in text order. */
export function findNeighbours(findings: Findings, layers: Layers, knowledge: EventKnowledge): EventCandidate[] {
  const { judge } = knowledge;
  if (!judge) return [];
  const known = new Set(findings.acts.flatMap((act) => [act.token, act.clause]));
  const cues = new Set(layers.statements.anchors.map((anchor) => anchor.cue));
  const found: EventCandidate[] = [];
  for (let token = 0; token < layers.parsed.length; token++) {
    if (known.has(token) || cues.has(token) || !isTold(layers.parsed, token)) continue;
    if (knowledge.classesOf(layers.parsed.lemma[token]!).has("contest")) continue;
    const candidate = codeVerb(token, layers, knowledge);
    if (candidate && !findings.isPlayed(token)) found.push(candidate);
  }
  return found;
}

/** A verb of a clause that tells what was done, without "not", "may", "to". */
function isTold(parsed: Parsed, token: number): boolean {
  if (parsed.upos[token] !== "VERB" || !["VBD", "VBZ", "VBN", "VBP"].includes(parsed.xpos[token]!)) return false;
  if (!hasRelation(parsed, token, "root", "conj", "ccomp", "parataxis", "acl:relcl")) return false;
  if (childrenBy(parsed, token, "aux").some((aux) => parsed.xpos[aux] === "MD")) return false;
  return findNegation(parsed, token) < 0 && findModality(parsed, token, false).kind === "none";
}

function codeVerb(token: number, layers: Layers, knowledge: EventKnowledge): EventCandidate | null {
  const actors = sidesAt(layers, findSlot(layers.parsed, token, "subj"));
  const recipients = sidesAt(layers, findSlot(layers.parsed, token, "obj"));
  if (actors.length !== 1 || recipients.length !== 1) return null;
  if (!areForeign(layers, actors[0]!, recipients[0]!)) return null;
  const { type, confidence } = askOf(token, [actors[0]!, recipients[0]!], layers, knowledge.judge!);
  if (confidence < LEAST) return null;
  const { floor, share } = knowledge.confidence.neighbour;
  return {
    trigger: token,
    first: token,
    last: token,
    clause: token,
    type,
    modes: [],
    actors,
    recipients,
    status: null,
    statusToken: -1,
    about: -1,
    promised: -1,
    rule: nameDecision(type),
    confidence: floor + share * confidence,
    opinion: "",
    weighed: [],
  };
}

function sidesAt(layers: Layers, tokens: readonly number[]): Side[] {
  return tokens.flatMap((token) => {
    const party = resolveParty(layers.parsed, layers.entities, token);
    return party.indirect ? [] : party.entities.map((entity, i) => ({ entity, span: party.spans[i]! }));
  });
}

/** Whether the parties belong to two countries. */
function areForeign(layers: Layers, actor: Side, recipient: Side): boolean {
  const countryOf = (side: Side) => layers.entities.entities.find((entity) => entity.id === side.entity)?.country;
  const [own, other] = [countryOf(actor), countryOf(recipient)];
  return Boolean(own) && Boolean(other) && own !== other;
}
