/** Reads "Iran-US talks", "Canada-EU trade deal" as a noun with the names before it, whatever the tree says. */
import type { Sentence } from "../../language/index.js";
import { attach, type Draft, isNominal, lowerLemma } from "./draft.js";

/** Words that may stand between the names and their noun: "nuclear", "trade". */
const BETWEEN = ["NOUN", "ADJ", "PROPN"];
/** Most words from the last name to the noun. */
const LONGEST = 4;

/** Hangs names that are joined by hyphens from the noun which they open, and makes a noun of "talks" that passed for a verb. */
export function namePairs(draft: Draft, sentence: Sentence, end: number): void {
  for (let token = sentence.first; token < end; token++) {
    const last = endOfChain(draft, token, end);
    if (last === token) continue;
    const noun = findNoun(draft, last + 1, end);
    if (noun >= 0) hang(draft, sentence, token, last, noun);
    token = last;
  }
}

/** Last name of "Iran-US", "U.S.-Pakistan-Afghanistan" that begins at the token; the token itself where none follows. */
function endOfChain(draft: Draft, first: number, end: number): number {
  let at = first;
  while (at + 2 <= end && isName(draft, at) && isHyphen(draft, at + 1) && isName(draft, at + 2)) at += 2;
  return at;
}

function isName(draft: Draft, token: number): boolean {
  return /^\p{Lu}/u.test(draft.parsed.form[token]!) && ["PROPN", "ADJ", "NOUN"].includes(draft.upos[token]!);
}

/** A hyphen without a space on either side. */
function isHyphen(draft: Draft, token: number): boolean {
  const { form, start, end } = draft.parsed;
  const isSign = form[token] === "-" || form[token] === "–";
  return isSign && start[token] === end[token - 1] && end[token] === start[token + 1];
}

/** The noun that the names open: the last of the small words after them, else a word for talks. */
function findNoun(draft: Draft, from: number, end: number): number {
  let noun = -1;
  for (let token = from; token <= end && token < from + LONGEST; token++) {
    if (!/^\p{Ll}/u.test(draft.parsed.form[token]!)) break;
    if (isMeeting(draft, token)) return token;
    if (!BETWEEN.includes(draft.upos[token]!)) break;
    if (draft.upos[token] === "NOUN") noun = token;
  }
  return noun;
}

function isMeeting(draft: Draft, token: number): boolean {
  return draft.words.classesOf(lowerLemma(draft, token)).has("talks");
}

function hang(draft: Draft, sentence: Sentence, first: number, last: number, noun: number): void {
  const wasVerb = !isNominal(draft, noun);
  if (wasVerb) {
    draft.upos[noun] = "NOUN";
    draft.xpos[noun] = "NNS";
    loosenComplements(draft, sentence, noun);
  }
  const top = topOf(draft, first, noun);
  if (top >= 0) attach(draft, noun, draft.head[top]!, draft.deprel[top]!);
  for (let token = first; token < noun; token++) {
    const isInside = draft.head[token]! >= first && draft.head[token]! < noun && token > last;
    if (!isInside) attach(draft, token, noun, draft.upos[token] === "PUNCT" ? "punct" : "compound");
  }
}

/** What hung from the verb hangs from the noun: "talks to resume" has a clause of the noun's. */
function loosenComplements(draft: Draft, sentence: Sentence, noun: number): void {
  for (let token = noun + 1; token <= sentence.last; token++) {
    if (draft.head[token] !== noun) continue;
    if (draft.deprel[token] === "xcomp") draft.deprel[token] = "acl";
    if (draft.deprel[token] === "obl") draft.deprel[token] = "nmod";
  }
}

/** The word before the noun over which the noun stands, by which names and noun hang from the rest; −1 where the noun heads all. */
function topOf(draft: Draft, first: number, noun: number): number {
  const head = draft.head[noun]!;
  if (head < first || head >= noun) return isOver(draft, first, noun) ? first : -1;
  let top = head;
  while (draft.head[top]! >= first && draft.head[top]! <= noun) top = draft.head[top]!;
  return top;
}

/** Whether the first name is an object or subject beside the noun, which hangs loosely from the same word. */
function isOver(draft: Draft, first: number, noun: number): boolean {
  return draft.deprel[noun] === "parataxis" && draft.head[first] === draft.head[noun] && draft.head[first]! >= 0;
}
