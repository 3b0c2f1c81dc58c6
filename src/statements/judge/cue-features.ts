/** What speaks for a token being the head of a cue: its words, its branch, the marks around it, the rules. */
import { type Columns, valueAt } from "./columns.js";
import { distanceClass, type FeatureList, wordNumber } from "./feature-list.js";

/** Children, and their prepositions, that are looked at. */
const MOST_CHILDREN = 12;
const MOST_INNER = 4;
/** How far from the token the nearest quotation is looked for, and the nearest cue of the rules. */
const QUOTE_REACH = 30;
const RULE_REACH = 12;

/** The kinds of evidence, in the order in which `explain` shows them. */
export const CUE_EVIDENCE: readonly (readonly [string, (list: FeatureList, c: Columns, token: number) => void])[] = [
  ["words", addWordFeatures],
  ["tree", addTreeFeatures],
  ["marks", addMarkFeatures],
  ["rules", addRuleFeatures],
];

export function addCueFeatures(list: FeatureList, c: Columns, token: number): void {
  for (const [, add] of CUE_EVIDENCE) add(list, c, token);
}

function addWordFeatures(list: FeatureList, c: Columns, token: number): void {
  const lemma = c.lemma[token]!;
  const xpos = c.xpos[token]!;
  list.add(1);
  list.add(2, lemma);
  list.add(3, lemma, xpos);
  list.add(4, c.form[token]!);
  list.add(5, xpos, c.deprel[token]!);
  list.add(6, lemma, c.deprel[token]!);
  for (let step = -3; step <= 3; step++) if (step !== 0) addNeighbour(list, c, token, step);
  list.add(12, valueAt(c.xpos, token - 1), xpos, valueAt(c.xpos, token + 1));
  list.add(13, valueAt(c.xpos, token + 1), valueAt(c.xpos, token + 2), lemma);
  const word = c.parsed.lemma[token]!;
  list.add(14, wordNumber(word.slice(-3)), xpos);
  list.add(14, wordNumber(word.slice(-2)), xpos);
  list.add(15, wordNumber(word.slice(0, 4)), c.upos[token]!);
  list.add(16, c.lexicon[token]!, xpos);
  list.add(17, c.fine[token]!);
  list.add(18, c.fine[token]!, c.deprel[token]!);
  list.add(19, c.coarse[token]!, xpos);
}

function addNeighbour(list: FeatureList, c: Columns, token: number, step: number): void {
  const form = valueAt(c.form, token + step);
  const xpos = valueAt(c.xpos, token + step);
  list.add(7, step, form);
  list.add(8, step, xpos);
  list.add(9, step, xpos, c.xpos[token]!);
  if (step < -2 || step > 2) return;
  list.add(10, step, form, c.lemma[token]!);
  list.add(11, step, xpos, c.lemma[token]!);
  list.add(62, step, valueAt(c.coarse, token + step), c.coarse[token]!);
  list.add(63, step, xpos, c.fine[token]!);
}

function addTreeFeatures(list: FeatureList, c: Columns, token: number): void {
  const { head } = c.parsed;
  const lemma = c.lemma[token]!;
  const xpos = c.xpos[token]!;
  const above = head[token]!;
  const grand = above < 0 ? -1 : head[above]!;
  const rel = c.deprel[token]!;
  list.add(20, valueAt(c.lemma, above), rel);
  list.add(21, valueAt(c.lemma, above), lemma);
  list.add(22, valueAt(c.xpos, above), xpos, rel);
  list.add(23, valueAt(c.deprel, above), rel, xpos);
  list.add(24, valueAt(c.lemma, grand), valueAt(c.deprel, above), rel);
  list.add(40, valueAt(c.coarse, above), rel, c.coarse[token]!);
  const signature = addChildren(list, c, token);
  list.add(36, signature, xpos);
  list.add(37, signature, lemma);
  list.add(38, signature, c.lexicon[token]!);
  list.add(44, signature, c.fine[token]!);
  list.add(39, Math.min(c.depth[token]!, 6), xpos);
}

/** Features of the dependants; gives their relations and sides as one number. */
function addChildren(list: FeatureList, c: Columns, token: number): number {
  const { firstChild, nextSibling } = c.parsed;
  let signature = 0;
  for (let child = firstChild[token]!, n = 0; child >= 0 && n < MOST_CHILDREN; child = nextSibling[child]!, n++) {
    const side = child < token ? 1 : 2;
    addChild(list, c, token, child, side);
    if (c.kind[child]! & 1) signature = Math.imul(signature ^ c.deprel[child]!, 31) + side;
  }
  return signature;
}

function addChild(list: FeatureList, c: Columns, token: number, child: number, side: number): void {
  const { firstChild, nextSibling, deprel } = c.parsed;
  const rel = c.deprel[child]!;
  const lemma = c.lemma[token]!;
  const lexicon = c.lexicon[token]!;
  const xpos = c.xpos[token]!;
  list.add(25, rel, side, xpos);
  list.add(26, rel, side, lemma);
  list.add(27, rel, c.lemma[child]!, lemma);
  list.add(28, rel, c.lemma[child]!);
  list.add(29, rel, c.speaker[child]!, lexicon);
  list.add(30, rel, c.speaker[child]!, xpos);
  list.add(31, rel, c.xpos[child]!, lemma);
  list.add(32, rel, c.xpos[child]!, lexicon);
  list.add(41, rel, side, c.fine[token]!);
  list.add(42, rel, c.fine[child]!, c.fine[token]!);
  list.add(43, rel, c.coarse[child]!, lemma);
  for (let inner = firstChild[child]!, n = 0; inner >= 0 && n < MOST_INNER; inner = nextSibling[inner]!, n++) {
    if (deprel[inner] !== "case" && deprel[inner] !== "mark") continue;
    list.add(33, rel, c.lemma[inner]!, lemma);
    list.add(34, rel, c.lemma[inner]!, lexicon);
    list.add(35, rel, c.lemma[inner]!, xpos);
    list.add(45, rel, c.lemma[inner]!, c.fine[token]!);
  }
}

function addMarkFeatures(list: FeatureList, c: Columns, token: number): void {
  const { quotationAt } = c.scene;
  const { first, last, heading } = c.parsed.sentences[c.parsed.sentenceOf[token]!]!;
  const lemma = c.lemma[token]!;
  const xpos = c.xpos[token]!;
  const inside = quotationAt[token]! >= 0 ? 1 : 0;
  const before = nearestQuotation(c, token, -1, first);
  const after = nearestQuotation(c, token, 1, last);
  const edges = (quotationAt[first]! >= 0 ? 2 : 0) + (quotationAt[last]! >= 0 ? 1 : 0);
  list.add(50, inside, xpos);
  list.add(51, inside, lemma);
  list.add(52, heading ? 1 : 0, xpos);
  list.add(53, before, after, inside);
  list.add(54, before, after, lemma);
  list.add(55, before, xpos, inside);
  list.add(56, after, xpos, inside);
  list.add(57, edges, xpos, inside);
  list.add(58, edges, c.lexicon[token]!, inside);
  list.add(59, distanceClass(token - first), distanceClass(last - token), xpos);
  list.add(60, distanceClass(last - token), lemma);
  list.add(60, distanceClass(first - token), lemma);
  list.add(61, before, after, c.lexicon[token]!);
  list.add(64, before, after, c.fine[token]!);
}

/** Words to the nearest other quotation on that side within the sentence, as a class; 0 where there is none. */
function nearestQuotation(c: Columns, token: number, step: number, edge: number): number {
  const { quotations, quotationAt } = c.scene;
  if (quotations.length === 0) return 0;
  const own = quotationAt[token]!;
  for (let at = token + step, n = 1; n < QUOTE_REACH && (step < 0 ? at >= edge : at <= edge); at += step, n++) {
    const there = quotationAt[at]!;
    if (there >= 0 && there !== own) return distanceClass(n);
  }
  return 0;
}

function addRuleFeatures(list: FeatureList, c: Columns, token: number): void {
  const frames = c.frames[token]!;
  const xpos = c.xpos[token]!;
  const proposal = c.proposals.get(token);
  const near = nearRules(c, token);
  const isProposed = frames === 0 ? 0 : 1;
  list.add(70, frames);
  list.add(71, frames, c.lemma[token]!);
  list.add(72, frames, xpos);
  list.add(73, frames, c.lexicon[token]!);
  list.add(74, near, isProposed, xpos);
  list.add(75, near, isProposed, c.lexicon[token]!);
  if (proposal && proposal.source === null) list.add(76, proposal.frame);
  list.add(77, c.proposed[token]!, xpos);
  list.add(78, c.proposed[token]!, frames);
}

/** Whether the rules see a cue shortly before the token in its sentence (1), after it (2). */
function nearRules(c: Columns, token: number): number {
  const { first, last } = c.parsed.sentences[c.parsed.sentenceOf[token]!]!;
  let near = 0;
  for (let at = Math.min(last, token + RULE_REACH); at >= Math.max(first, token - RULE_REACH); at--) {
    if (at !== token && c.frames[at] !== 0) near |= at < token ? 1 : 2;
  }
  return near;
}
