/** Joins names that a headline parts by a comma alone: "Sudan, South Sudan agree", "to visit India, Thailand". */
import type { Sentence } from "../../language/index.js";
import { attach, type Draft, isNominal, relationOf } from "./draft.js";

const INSIDE_NAME = ["compound", "amod", "flat", "nmod"];
const LOOSE = ["nsubj", "vocative", "dep", "discourse"];

export function joinList(draft: Draft, sentence: Sentence, end: number): void {
  for (let comma = sentence.first + 1; comma < end; comma++) {
    if (draft.parsed.form[comma] !== "," || draft.upos[comma - 1] !== "PROPN") continue;
    const next = findName(draft, comma + 1, end);
    if (next >= 0) joinNames(draft, findTop(draft, comma - 1, sentence.first, comma), findTop(draft, next, comma, end));
  }
}

function joinNames(draft: Draft, left: number, right: number): void {
  const link = relationOf(draft, right);
  if (link === "nsubj" && draft.head[left] === right && draft.head[right] !== left) {
    attach(draft, left, draft.head[right]!, draft.deprel[right]!);
    attach(draft, right, left, "conj");
    return;
  }
  if (link === "appos" && draft.head[right] === left) attach(draft, right, left, "conj");
  if (link !== "nsubj" || !LOOSE.includes(relationOf(draft, left)) || draft.head[left] !== draft.head[right]) return;
  attach(draft, left, draft.head[right]!, draft.deprel[right]!);
  attach(draft, right, left, "conj");
}

/** The topmost noun above `token` within the range. */
function findTop(draft: Draft, token: number, first: number, last: number): number {
  let at = token;
  while (INSIDE_NAME.includes(relationOf(draft, at))) {
    const head = draft.head[at]!;
    if (head < first || head > last || !isNominal(draft, head)) break;
    at = head;
  }
  return at;
}

/** The name that follows the comma, adjectives before it passed over. */
function findName(draft: Draft, first: number, end: number): number {
  for (let token = first; token <= end && token < first + 3; token++) {
    if (draft.upos[token] === "PROPN") return token;
    if (draft.upos[token] !== "ADJ") return -1;
  }
  return -1;
}
