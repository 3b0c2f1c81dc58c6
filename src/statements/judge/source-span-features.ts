/** What speaks for the words of a source beginning or ending with a token, given its head: title, apposition, relative clause. */
import { type Columns, isWord, valueAt } from "./columns.js";
import { distanceClass, type FeatureList } from "./feature-list.js";
import { branchUnder, relOf } from "./tree-numbers.js";

/** What the end is judged after where the cue stands before the source. */
const NO_REACH = 20;

/** The first word of the source phrase of `head`. */
export function addSourceStartFeatures(list: FeatureList, c: Columns, cue: number, head: number, first: number): void {
  const distance = distanceClass(first - head);
  const top = c.topStart[first]!;
  const branch = branchUnder(c, head, first);
  const out = branchUnder(c, head, first - 1);
  const rel = relOf(c, branch);
  const relOut = relOf(c, out);
  const before = valueAt(c.form, first - 1);
  const beforeXpos = valueAt(c.xpos, first - 1);
  const isProposed = c.proposals.get(cue)?.source?.first === first ? 1 : 0;
  list.add(200, distance);
  list.add(201, distance, c.xpos[head]!);
  list.add(202, first === c.left[head] ? 1 : 0, isProposed, mentionEdge(c, head, first, "first"));
  list.add(203, c.xpos[first]!, before);
  list.add(204, c.xpos[first]!, beforeXpos, c.xpos[head]!);
  list.add(205, c.form[first]!);
  list.add(206, before, valueAt(c.deprel, first - 1));
  list.add(207, rel, relOut);
  list.add(208, rel, valueAt(c.xpos, branch), relOut);
  list.add(209, relOf(c, top), top === head ? 1 : 0);
  list.add(210, rel, valueAt(c.left, branch) === first ? 1 : 0, c.xpos[head]!);
  list.add(211, c.lemma[head]!, distance);
  list.add(212, c.form[first]!, before);
  list.add(213, 0, cue < first ? 1 : 0, rel);
  list.add(214, valueAt(c.xpos, first - 2), beforeXpos, c.xpos[first]!);
  list.add(215, valueAt(c.xpos, out), relOut, c.deprel[head]!);
}

/** A source's head, its first word, and the last one that is weighed. */
export interface SourceEnd {
  readonly head: number;
  readonly first: number;
  readonly last: number;
}

/** The last word of the source phrase. */
export function addSourceEndFeatures(list: FeatureList, c: Columns, cue: number, end: SourceEnd): void {
  const { head, last } = end;
  const branch = branchUnder(c, head, last);
  const word = wordAfter(c, last);
  const out = branchUnder(c, head, word);
  addEndWords(list, c, cue, end);
  const rel = relOf(c, branch);
  const relOut = relOf(c, out);
  const mark = valueAt(c.form, last + 1);
  const reach = reachOf(cue, end);
  list.add(236, rel, relOut, mark);
  list.add(237, relOut, valueAt(c.xpos, out), mark);
  list.add(238, relOut, valueAt(c.lemma, out));
  list.add(239, rel, valueAt(c.right, branch) === last ? 1 : 0, c.xpos[head]!);
  list.add(240, c.lemma[head]!, relOut);
  list.add(242, reach, rel, relOut);
  list.add(246, valueAt(c.lemma, word), relOut);
  list.add(247, rel, valueAt(c.xpos, branch), reach);
  list.add(249, c.speaker[head]!, relOut, mark);
}

function addEndWords(list: FeatureList, c: Columns, cue: number, end: SourceEnd): void {
  const { head, first, last } = end;
  const distance = distanceClass(last - head);
  const next = last + 1;
  const mark = valueAt(c.form, next);
  const reach = reachOf(cue, end);
  const top = c.topEnd[last]!;
  const isProposed = c.proposals.get(cue)?.source?.last === last ? 1 : 0;
  list.add(230, distance);
  list.add(231, distance, c.xpos[head]!);
  list.add(232, last === c.right[head] ? 1 : 0, isProposed, mentionEdge(c, head, last, "last"));
  list.add(233, mark, c.xpos[last]!);
  list.add(234, mark, valueAt(c.xpos, next + 1));
  list.add(235, reach, mark);
  list.add(241, reach, c.xpos[last]!);
  list.add(243, c.lemma[last]!);
  list.add(244, c.xpos[last]!, valueAt(c.xpos, next), c.xpos[head]!);
  list.add(245, distanceClass(last - first), reach);
  list.add(248, relOf(c, top), top === head ? 1 : 0);
  list.add(250, c.lemma[cue]!, reach);
}

/** How far before the cue the source would end, as a class; −1 beyond it. */
function reachOf(cue: number, { head, last }: SourceEnd): number {
  if (cue <= head) return NO_REACH;
  return last < cue ? distanceClass(cue - last) : -1;
}

function wordAfter(c: Columns, token: number): number {
  let word = token + 1;
  while (word < c.parsed.length && word < token + 4 && !isWord(c, word)) word++;
  return word;
}

/** 1 where the mention of that head begins (ends) with the token, 2 where it does not, 0 where there is none. */
function mentionEdge(c: Columns, head: number, token: number, edge: "first" | "last"): number {
  const { mentions, mentionAt } = c.scene.entities;
  const mention = mentions[mentionAt[head]!];
  if (!mention) return 0;
  return mention[edge] === token ? 1 : 2;
}
