/** What speaks for the content's word that is nearest to its cue: its last on the left, its first on the right. */
import { type Columns, isWord, valueAt, wordFrom, wordUpTo } from "./columns.js";
import { type CueScope, holds, type Side, sourceSide } from "./cue-scope.js";
import { distanceClass, type FeatureList } from "./feature-list.js";
import { nearQuoteEdge } from "./quote-edges.js";
import { branchUnder, pathNumber, relOf } from "./tree-numbers.js";
import { COLON, COMMA, LINK, NOUN, QUOTE, THAT, VERB, WORD } from "./word-kinds.js";

/** Words between a cue and its content that are looked at. */
const PASSED = 40;
const MOST_GAP = 30;
const MOST_MARKS = 6;

/** What one option is described by. */
interface Near {
  readonly t: number;
  readonly near: number;
  readonly cue: number;
  readonly lemma: number;
  readonly xpos: number;
  readonly side: Side;
  readonly step: number;
  /** Whether it lies beyond the cue's sentence, and at the edge of a quotation. */
  readonly place: number;
  /** Words between it and the cue, and whether the source is among them. */
  readonly gap: number;
  /** The form next to it towards the cue. */
  readonly toward: number;
  /** The highest token whose branch begins, or ends, with it. */
  readonly top: number;
  readonly topPath: number;
}

export function addNearFeatures(list: FeatureList, c: Columns, scope: CueScope, side: Side, near: number): void {
  const { cue } = scope;
  const step = side === "left" ? 1 : -1;
  const top = side === "left" ? c.topEnd[near]! : c.topStart[near]!;
  const option: Near = {
    t: side === "left" ? 440 : 500,
    near,
    cue,
    lemma: c.lemma[cue]!,
    xpos: c.xpos[cue]!,
    side,
    step,
    place: beyond(c, cue, near) * 4 + nearQuoteEdge(c, near, side),
    gap: gapOf(c, scope, near),
    toward: valueAt(c.form, near + step),
    top,
    topPath: top < 0 ? 0 : pathNumber(c, cue, top),
  };
  addWords(list, c, option);
  addPlace(list, c, option, scope);
  addBranches(list, c, option);
}

function addWords(list: FeatureList, c: Columns, { t, near, lemma, xpos, step, place, gap, toward, cue }: Near): void {
  const at = c.form[near]!;
  list.add(t + 3, toward, at);
  list.add(t + 4, toward, c.xpos[near]!, place);
  list.add(t + 5, toward, lemma, place);
  list.add(t + 6, at, lemma);
  list.add(t + 7, at, valueAt(c.xpos, near + 1));
  list.add(t + 14, c.xpos[near]!, valueAt(c.xpos, near + step), valueAt(c.xpos, near + 2 * step));
  list.add(t + 16, place, toward, gap);
  list.add(t + 23, at, xpos, gap);
  list.add(t + 24, c.xpos[near]!, lemma, gap);
  list.add(t + 28, c.deprel[near]!, toward, gap);
  list.add(t + 33, c.fine[cue]!, gap, place);
  list.add(t + 34, c.fine[near]!, gap);
  if (near + 1 < c.parsed.length) list.add(t + 29, at, c.form[near + 1]!, toward);
}

function addPlace(list: FeatureList, c: Columns, option: Near, scope: CueScope): void {
  const { t, cue, near, side, lemma, xpos, place, gap } = option;
  const proposal = c.proposals.get(cue);
  const isProposed = proposal?.content.some((range) => edgeOf(c, range, side) === near);
  const proposed = proposal ? (isProposed ? 1 : 2) : 0;
  const passes = passed(c, scope, near, side);
  list.add(t, place, gap);
  list.add(t + 1, gap, lemma);
  list.add(t + 2, gap, xpos, place);
  list.add(t + 12, proposed, proposal?.frame, place);
  list.add(t + 13, proposed, gap, xpos);
  list.add(t + 15, place, sourceSide(scope), lemma);
  list.add(t + 18, c.lexicon[cue]!, gap);
  list.add(t + 25, passes, place);
  list.add(t + 26, passes, xpos, c.deprel[cue]!);
  list.add(t + 27, passes, lemma);
}

function edgeOf(c: Columns, range: { readonly first: number; readonly last: number }, side: Side): number {
  return side === "left" ? wordUpTo(c, range.last) : wordFrom(c, range.first);
}

function addBranches(list: FeatureList, c: Columns, option: Near): void {
  const { t, cue, near, side, step, lemma, xpos, place, gap, toward, top, topPath } = option;
  const branch = branchUnder(c, cue, near);
  const out = branchUnder(c, cue, near + step);
  list.add(t + 8, topPath, place);
  list.add(t + 9, topPath, lemma);
  list.add(t + 10, topPath, xpos, c.deprel[cue]!);
  list.add(t + 11, relOf(c, top), valueAt(c.xpos, top), gap);
  list.add(t + 17, c.lexicon[cue]!, topPath);
  list.add(t + 19, relOf(c, branch), relOf(c, out), gap);
  list.add(t + 20, relOf(c, branch), relOf(c, out), lemma);
  list.add(t + 21, relOf(c, branch), valueAt(c.xpos, branch), toward);
  list.add(t + 22, relOf(c, branch), valueAt(c.lemma, branch), lemma);
  list.add(t + 32, c.fine[cue]!, topPath);
  if (side === "right" && top >= 0) addMarks(list, c, t + 30, top, lemma);
}

function addMarks(list: FeatureList, c: Columns, t: number, top: number, lemma: number): void {
  const { firstChild, nextSibling, deprel } = c.parsed;
  for (let child = firstChild[top]!, n = 0; child >= 0 && n < MOST_MARKS; child = nextSibling[child]!, n++) {
    if (deprel[child] !== "mark" && deprel[child] !== "case") continue;
    list.add(t, c.lemma[child]!, c.deprel[top]!);
    list.add(t + 1, c.lemma[child]!, lemma);
  }
}

/** 0 within the cue's sentence, 1 beyond it in its paragraph, 2 in another. */
function beyond({ parsed }: Columns, cue: number, near: number): number {
  const [own, other] = [parsed.sentenceOf[cue]!, parsed.sentenceOf[near]!];
  if (own === other) return 0;
  return parsed.sentences[own]!.paragraph === parsed.sentences[other]!.paragraph ? 1 : 2;
}

/** Words between the content and the cue's words, as a class, and whether the source lies between. */
function gapOf(c: Columns, { words, source }: CueScope, near: number): number {
  const from = Math.min(near, words.last) + 1;
  const to = Math.max(near, words.first);
  let gap = 0;
  let passes = 0;
  for (let at = from; at < to && gap < MOST_GAP; at++) {
    if (holds(source, at)) passes = 1;
    else if (isWord(c, at)) gap++;
  }
  return distanceClass(gap) * 2 + passes;
}

/** What kinds of words are passed over between the content and the cue: bits of their kinds, 1 for the source. */
function passed(c: Columns, { words, source }: CueScope, near: number, side: Side): number {
  const from = side === "left" ? near + 1 : words.last + 1;
  const to = Math.min(side === "left" ? words.first : near, from + PASSED);
  let kinds = 0;
  for (let at = from; at < to; at++) {
    const kind = c.kind[at]!;
    if (holds(source, at)) kinds |= 1;
    else kinds |= (kind & (VERB | NOUN | COMMA | COLON | QUOTE | THAT | LINK)) | (kind & WORD ? 0 : 1024);
  }
  return kinds;
}
