/** The tense around an expression of time: whether "Thursday" is the last or the next one. */
import { childBy, childrenBy, type Parsed } from "../language/index.js";
import type { Tense } from "./time-anchor.js";

/** Verbs, nouns and adjectives whose infinitive or object is yet to come: "expected to", "plan to", "due to". */
const AHEAD =
  /^(?:expect|schedule|plan|due|set|slate|hope|intend|prepare|aim|promise|pledge|vow|want|agree|propose|offer|likely|ready|decide|threaten|seek|invite|urge|call|ask|warn)$/;
const MODAL = /^(?:will|'ll|’ll|wo|shall|may|might|could|would|should|can|must)$/;
/** More steps up the tree tell nothing of this expression. */
const MAX_STEPS = 8;

/** The tense that the words from `first` to `last` stand in. */
export function findTense(parsed: Parsed, first: number, head: number): Tense {
  const before = parsed.form[first - 1]?.toLowerCase() ?? "";
  const isSameSentence = parsed.sentenceOf[first - 1] === parsed.sentenceOf[first];
  if (isSameSentence && /^(?:by|until|till)$/.test(before)) return isPluperfect(parsed, head) ? "past" : "future";
  if (isSameSentence && (before === "since" || isBehindPast(parsed, first))) return "past";
  let isInfinitive = false;
  let token = head;
  for (let step = 0; step < MAX_STEPS && token >= 0; step++) {
    const tense = tenseOf(parsed, token, isInfinitive);
    if (tense) return tense;
    if (isToInfinitive(parsed, token)) isInfinitive = true;
    token = parsed.head[token]!;
  }
  return isInfinitive ? "future" : "open";
}

/** "said Tuesday it would", "announced on Friday that": it is of the verb right before it, wherever the tree hangs it. */
function isBehindPast(parsed: Parsed, first: number): boolean {
  const verb = parsed.form[first - 1]!.toLowerCase() === "on" ? first - 2 : first - 1;
  return parsed.xpos[verb] === "VBD" && parsed.sentenceOf[verb] === parsed.sentenceOf[first];
}

/** "By Friday forty had been found": the nearest verb above tells what was over by then. */
function isPluperfect(parsed: Parsed, time: number): boolean {
  let verb = parsed.head[time]!;
  for (let step = 0; step < MAX_STEPS && verb >= 0 && parsed.upos[verb] !== "VERB"; step++) verb = parsed.head[verb]!;
  return verb >= 0 && childrenBy(parsed, verb, "aux").some((aux) => parsed.form[aux]!.toLowerCase() === "had");
}

/** The tense that this one word decides, null where its governor does. */
function tenseOf(parsed: Parsed, token: number, isUnderInfinitive: boolean): Tense | null {
  if (isUnderInfinitive && AHEAD.test(parsed.lemma[token]!.toLowerCase())) return "future";
  if (isPlanned(parsed, token)) return "future";
  const aux = auxiliaryTense(parsed, token);
  if (aux) return aux;
  const tag = parsed.xpos[token]!;
  if (parsed.upos[token] !== "VERB" && parsed.upos[token] !== "AUX") return null;
  if (tag === "VBD") return "past";
  if ((tag === "VBZ" || tag === "VBP") && !isUnderInfinitive) return presentTense(parsed, token);
  if (tag === "VBZ" || tag === "VBP") return "future";
  return null;
}

const PLANNED = /^(?:expect|schedule|plan|set|slate|due)$/;

/** "he is expected on Thursday", "were to be escorted out". */
function isPlanned(parsed: Parsed, token: number): boolean {
  const be = childBy(parsed, token, "aux:pass", "cop");
  if (PLANNED.test(parsed.lemma[token]!.toLowerCase()))
    return be >= 0 && /^(?:is|are|'s|was|were)$/.test(parsed.form[be]!);
  const mark = childBy(parsed, token, "mark", "aux");
  return be >= 0 && mark > be && parsed.form[mark] === "to" && /^(?:is|are|was|were)$/.test(parsed.form[be]!);
}

/** A headline's present tells what has happened, a sentence's what is to come. */
function presentTense(parsed: Parsed, token: number): Tense {
  if (/^(?:say|tell|report|show|be|have)$/.test(parsed.lemma[token]!)) return "open";
  return parsed.sentences[parsed.sentenceOf[token]!]!.heading ? "open" : "future";
}

/** "will meet" is to come, "would have met", "was", "has" are past. */
function auxiliaryTense(parsed: Parsed, token: number): Tense | null {
  let tense: Tense | null = null;
  for (let child = parsed.firstChild[token]!; child >= 0; child = parsed.nextSibling[child]!) {
    const role = parsed.deprel[child]!;
    if (!role.startsWith("aux") && role !== "cop") continue;
    const form = parsed.form[child]!.toLowerCase();
    if (form === "have" && tense === "future" && parsed.lemma[child] === "have") return "past";
    if (MODAL.test(form)) tense = "future";
    else if (/^(?:was|were|had|did|has|have|been)$/.test(form)) tense ??= "past";
  }
  return tense;
}

function isToInfinitive(parsed: Parsed, token: number): boolean {
  const mark = childBy(parsed, token, "mark", "aux");
  return parsed.xpos[token] === "VB" && mark >= 0 && parsed.form[mark]!.toLowerCase() === "to";
}
