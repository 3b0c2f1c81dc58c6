/** Makes a verb of the word that a headline's tree holds for a noun: "Clinton to visit", "Ethiopia cuts ties". */
import type { Sentence } from "../../language/index.js";
import { attach, type Draft, isNominal, lowerLemma, rootOf } from "./draft.js";

const BEFORE_OBJECT = ["PROPN", "NUM", "DET", "ADJ", "NOUN", "SYM"];

/** "Clinton to visit India": the infinitive is the sentence, the noun before it its subject. */
export function raiseInfinitive(draft: Draft, sentence: Sentence, end: number): void {
  const root = rootOf(draft, sentence.first, sentence.last);
  if (root < 0 || !isNominal(draft, root)) return;
  for (let token = root + 2; token <= end; token++) {
    const hangsFrom = draft.head[token] === root && draft.deprel[token] === "acl" && draft.upos[token] === "VERB";
    if (!hangsFrom || draft.parsed.lemma[token - 1] !== "to") continue;
    attach(draft, token, -1, "root");
    attach(draft, root, token, "nsubj");
    for (let other = token + 1; other <= end; other++) {
      if (draft.head[other] === root) attach(draft, other, token, "obl");
    }
    return;
  }
}

/** "Ethiopia froze aid to Eritrea": a past tense taken for an adjective in a sentence that has no other verb. */
export function raisePast(draft: Draft, sentence: Sentence): void {
  if (hasVerb(draft, sentence)) return;
  for (let token = sentence.first + 1; token < sentence.last; token++) {
    const isPast =
      /[^e]ed$/.test(draft.parsed.form[token]!) || draft.xpos[token] === "VBD" || draft.xpos[token] === "VBN";
    if (!isPast || draft.deprel[token] !== "amod" || draft.upos[token - 1] !== "PROPN") continue;
    if (draft.head[token]! > token && draft.words.isVerb(lowerLemma(draft, token))) {
      makeRoot(draft, sentence, token, sentence.last);
      return;
    }
  }
}

/** "Ethiopia cuts ties with Qatar", "Thousands march in Rome": a heading whose tree has no verb gets one. */
export function raiseVerb(draft: Draft, sentence: Sentence, end: number): void {
  if (hasVerb(draft, sentence)) return;
  for (let token = sentence.first + 1; token < end; token++) {
    if (!mayBeVerb(draft, token)) continue;
    makeRoot(draft, sentence, token, end);
    return;
  }
}

function makeRoot(draft: Draft, sentence: Sentence, verb: number, end: number): void {
  draft.upos[verb] = "VERB";
  draft.xpos[verb] = "VBZ";
  attach(draft, verb, -1, "root");
  gatherSubject(draft, sentence, verb);
  gatherComplements(draft, sentence, verb, end);
}

/** "US brigade ordered to Kabul": headlines tell what is done in the present tense, so a bare past form is a passive. */
export function markPassives(draft: Draft, sentence: Sentence, end: number): void {
  for (let token = sentence.first; token <= end; token++) {
    if (draft.xpos[token] !== "VBD" || draft.upos[token] !== "VERB") continue;
    const complements = ["obj", "ccomp", "xcomp", "aux", "iobj", "compound:prt"];
    let isBare = true;
    for (let child = sentence.first; child <= sentence.last; child++) {
      if (draft.head[child] === token && complements.includes(draft.deprel[child]!)) isBare = false;
    }
    if (isBare) draft.xpos[token] = "VBN";
  }
}

function hasVerb(draft: Draft, sentence: Sentence): boolean {
  const root = rootOf(draft, sentence.first, sentence.last);
  if (root < 0 || draft.upos[root] === "VERB" || draft.upos[root] === "AUX") return true;
  for (let token = sentence.first; token <= sentence.last; token++) {
    if (draft.deprel[token] === "cop" || draft.xpos[token] === "MD") return true;
    if (draft.xpos[token] === "VBD" && draft.deprel[token] !== "amod") return true;
  }
  return false;
}

/** A lower-case word that can be a verb, agrees with the noun before it and has something after it. */
function mayBeVerb(draft: Draft, token: number): boolean {
  const form = draft.parsed.form[token]!;
  const lemma = lowerLemma(draft, token);
  if (!isNominal(draft, token - 1) || !["NOUN", "ADJ", "VERB"].includes(draft.upos[token]!)) return false;
  if (!/^\p{Ll}/u.test(form) || !draft.words.isVerb(lemma)) return false;
  const isPlural = draft.xpos[token - 1] === "NNS" || draft.xpos[token - 1] === "NNPS";
  const isThird = form.endsWith("s") && form !== lemma;
  if (isPlural === isThird) return false;
  const next = draft.upos[token + 1]!;
  return isPlural ? next !== "PUNCT" || /["“]/.test(draft.parsed.form[token + 1]!) : BEFORE_OBJECT.includes(next);
}

function gatherSubject(draft: Draft, sentence: Sentence, verb: number): void {
  const subject = verb - 1;
  for (let token = sentence.first; token < subject; token++) {
    const head = draft.head[token]!;
    if (head >= sentence.first && head < verb) continue;
    attach(draft, token, subject, draft.deprel[token] === "root" ? "compound" : draft.deprel[token]!);
  }
  attach(draft, subject, verb, "nsubj");
}

function gatherComplements(draft: Draft, sentence: Sentence, verb: number, end: number): void {
  let hasObject = false;
  for (let token = verb + 1; token <= sentence.last; token++) {
    if (draft.head[token]! > verb) continue;
    const isObject = !hasObject && token <= end && mayBeObject(draft, verb, token);
    attach(draft, token, verb, isObject ? "obj" : token > end ? "parataxis" : plainRelation(draft, token));
    if (isObject) hasObject = true;
  }
}

function mayBeObject(draft: Draft, verb: number, token: number): boolean {
  if (!isNominal(draft, token) && draft.upos[token] !== "NUM") return false;
  for (let child = verb + 1; child < token; child++) {
    if (draft.head[child] === token && draft.deprel[child] === "case") return false;
  }
  return true;
}

function plainRelation(draft: Draft, token: number): string {
  if (draft.upos[token] === "PUNCT") return "punct";
  return draft.upos[token] === "ADV" ? "advmod" : "obl";
}
