/** Takes the source at a headline's end out of its clause: "-official", ": source", "- EU monitors". */
import type { Sentence } from "../../language/index.js";
import { attach, type Draft, lowerLemma, rootOf } from "./draft.js";

/** Most tokens that a source may have, its sign counted. */
const LONGEST_TAIL = 4;
const DASHES = [":", "--", "–", "—"];

/** Mends the clause before the source and gives its last token; the sentence's last where there is no source. */
export function cutTail(draft: Draft, sentence: Sentence): number {
  const cut = findTail(draft, sentence);
  if (cut < 0) return sentence.last;
  const root = rootOf(draft, sentence.first, sentence.last);
  const lost: number[] = [];
  for (let token = sentence.first; token < cut; token++) if (draft.head[token]! >= cut) lost.push(token);
  const heir = lost.pop();
  if (heir !== undefined) {
    placeHeir(draft, heir, cut);
    for (const token of lost) attach(draft, token, heir, draft.deprel[token]!);
  }
  const main = root < cut ? root : rootOf(draft, sentence.first, cut - 1);
  for (let token = cut; token <= sentence.last; token++) {
    if (draft.head[token]! < cut) attach(draft, token, main, "parataxis");
  }
  return cut - 1;
}

/** The last word that hung from the source takes the source's place in the clause, or joins the noun right after it. */
function placeHeir(draft: Draft, heir: number, cut: number): void {
  let top = draft.head[heir]!;
  while (draft.head[top]! >= cut) top = draft.head[top]!;
  const isBeforeNoun = heir < cut - 1 && draft.upos[heir + 1] === "NOUN" && draft.head[heir + 1] !== heir;
  if (isBeforeNoun) attach(draft, heir, heir + 1, "amod");
  else attach(draft, heir, draft.head[top]!, draft.deprel[top]!);
}

function findTail(draft: Draft, sentence: Sentence): number {
  const { parsed } = draft;
  const from = Math.max(sentence.first + 3, sentence.last - LONGEST_TAIL);
  for (let token = from; token < sentence.last; token++) {
    const form = parsed.form[token]!;
    if (DASHES.includes(form)) return token;
    if (form !== "-") continue;
    const isSpaced = parsed.start[token]! > parsed.end[token - 1]!;
    if (isSpaced || namesSource(draft, token + 1, sentence.last)) return token;
  }
  return -1;
}

/** "-official", "-Kabul", "-Pakistan's Zardari": who says so, not the second half of a compound. */
function namesSource(draft: Draft, first: number, last: number): boolean {
  const { form } = draft.parsed;
  if (draft.words.classesOf(lowerLemma(draft, last)).has("source")) return true;
  const isName = /^\p{Lu}/u.test(form[last]!) && /^\p{Lu}/u.test(form[first]!);
  return isName && (/^\p{Ll}/u.test(form[first - 2]!) || form[first + 1] === "'s");
}
