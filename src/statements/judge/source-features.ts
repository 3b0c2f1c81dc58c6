/** What speaks for a token being the head of the source of a cue, or for there being none. */
import { type Columns, valueAt } from "./columns.js";
import { distanceClass, type FeatureList } from "./feature-list.js";
import { pathNumber } from "./tree-numbers.js";
import { NOUN, QUOTE, TENSED, WORD } from "./word-kinds.js";

/** Words between a cue and a source that are looked at. */
const BETWEEN = 40;
const MOST_CHILDREN = 8;

export function addNoSourceFeatures(list: FeatureList, c: Columns, cue: number): void {
  const xpos = c.xpos[cue]!;
  const lemma = c.lemma[cue]!;
  const { subject, passive } = findVoice(c, cue);
  list.add(100);
  list.add(101, lemma);
  list.add(102, xpos, c.deprel[cue]!);
  list.add(103, c.frames[cue]!, c.proposals.get(cue)?.source === null ? 1 : 0);
  list.add(104, lemma, xpos);
  list.add(105, subject, passive, xpos);
  list.add(106, subject, passive, lemma);
  list.add(107, subject, c.deprel[cue]!, xpos);
  list.add(108, c.fine[cue]!, xpos);
}

/** What kind of subject the cue has: 1 a plain one, 2 another, 3 an owner, 4 an expletive; and whether it is passive, with "by". */
function findVoice(c: Columns, cue: number): { readonly subject: number; readonly passive: number } {
  const { firstChild, nextSibling, deprel } = c.parsed;
  let subject = 0;
  let passive = 0;
  for (let child = firstChild[cue]!; child >= 0; child = nextSibling[child]!) {
    const rel = deprel[child]!;
    if (rel.startsWith("nsubj")) subject = rel === "nsubj" ? 1 : 2;
    else if (rel === "nmod:poss") subject = 3;
    else if (rel === "expl") subject = 4;
    else if (rel === "aux:pass") passive = 1;
    else if (rel === "obl:agent") passive = 2;
  }
  return { subject, passive };
}

export function addSourceFeatures(list: FeatureList, c: Columns, cue: number, token: number): void {
  const path = pathNumber(c, cue, token);
  const side = token < cue ? 1 : 2;
  addPath(list, c, cue, token, path);
  addDistance(list, c, cue, token, side);
  addWords(list, c, cue, token);
  addCases(list, c, cue, token, path);
}

function addPath(list: FeatureList, c: Columns, cue: number, token: number, path: number): void {
  const proposal = c.proposals.get(cue);
  const proposed = proposedSource(c, cue, token);
  list.add(121, path);
  list.add(122, path, c.lemma[cue]!);
  list.add(123, path, c.xpos[cue]!);
  list.add(124, path, c.xpos[token]!, c.xpos[cue]!);
  list.add(125, path, c.speaker[token]!);
  list.add(131, proposed, proposal?.frame);
  list.add(132, proposed, path);
  list.add(133, proposed, c.xpos[cue]!);
  list.add(140, c.lexicon[cue]!, path);
  list.add(149, path, c.fine[cue]!);
}

/** What the rules propose: 0 nothing, 1 this token, 2 another, 3 that there is none. */
function proposedSource(c: Columns, cue: number, token: number): number {
  const proposal = c.proposals.get(cue);
  if (!proposal) return 0;
  if (proposal.candidate.sourceToken === token) return 1;
  return proposal.source === null ? 3 : 2;
}

function addDistance(list: FeatureList, c: Columns, cue: number, token: number, side: number): void {
  const distance = distanceClass(token - cue);
  const between = betweenNumber(c, cue, token);
  const rel = c.deprel[token]!;
  list.add(127, c.speaker[token]!, distance);
  list.add(128, distance);
  list.add(129, distance, c.xpos[cue]!, c.xpos[token]!);
  list.add(130, distance, c.lemma[cue]!);
  list.add(134, quoteNumber(c, cue, token));
  list.add(135, between, side);
  list.add(136, between, c.lemma[cue]!, side);
  list.add(138, rel, side, c.xpos[cue]!);
  list.add(139, rel, distance);
  list.add(142, valueAt(c.upos, c.parsed.head[token]!), rel, distance);
}

function addWords(list: FeatureList, c: Columns, cue: number, token: number): void {
  const rel = c.deprel[token]!;
  list.add(120, c.xpos[token]!);
  list.add(126, c.lemma[token]!);
  list.add(137, rel, c.speaker[token]!);
  list.add(141, valueAt(c.lemma, c.parsed.head[token]!), rel);
  list.add(146, c.lemma[cue]!, c.speaker[token]!);
  list.add(147, valueAt(c.form, token - 1), c.xpos[token]!);
  list.add(148, valueAt(c.form, token + 1), c.xpos[token]!);
  list.add(150, c.coarse[token]!, rel);
  list.add(151, c.fine[token]!, c.fine[cue]!);
}

/** "according to Tass", "by Russia": the prepositions of the source. */
function addCases(list: FeatureList, c: Columns, cue: number, token: number, path: number): void {
  const { firstChild, nextSibling, deprel } = c.parsed;
  for (let child = firstChild[token]!, n = 0; child >= 0 && n < MOST_CHILDREN; child = nextSibling[child]!, n++) {
    if (deprel[child] !== "case") continue;
    list.add(143, c.lemma[child]!, c.lemma[cue]!);
    list.add(144, c.lemma[child]!, path);
    list.add(145, c.lemma[child]!, c.xpos[cue]!);
  }
}

/** Whether cue and source stand in quotations, and in the same. */
function quoteNumber({ scene: { quotationAt } }: Columns, cue: number, token: number): number {
  const [own, other] = [quotationAt[cue]!, quotationAt[token]!];
  return (own >= 0 ? 1 : 0) + (own === other ? 0 : 2) + (other >= 0 ? 4 : 0);
}

/** Nouns, verbs and marks between two tokens as one number. */
function betweenNumber(c: Columns, one: number, other: number): number {
  const from = Math.min(one, other) + 1;
  const to = Math.min(Math.max(one, other), from + BETWEEN);
  let nouns = 0;
  let verbs = 0;
  let marks = 0;
  for (let at = from; at < to; at++) {
    const kind = c.kind[at]!;
    if (kind & NOUN) nouns++;
    else if (kind & TENSED) verbs++;
    else if (kind & QUOTE) marks |= 2;
    else if (!(kind & WORD)) marks |= 1;
  }
  return Math.min(nouns, 3) + 4 * Math.min(verbs, 2) + 12 * marks;
}
