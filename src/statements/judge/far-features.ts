/** What speaks for the content's word that is farthest from its cue, given the nearest. */
import { type Columns, isWord, valueAt, wordFrom, wordUpTo } from "./columns.js";
import type { CueScope, Side } from "./cue-scope.js";
import { distanceClass, type FeatureList } from "./feature-list.js";
import { farQuoteEdge, nearQuoteEdge, openQuotes } from "./quote-edges.js";
import { pathNumber, relOf } from "./tree-numbers.js";
import { TENSED } from "./word-kinds.js";

/** Words in which verbs with tense are counted, up to `MOST_TENSED`. */
const TENSED_REACH = 60;
const MOST_TENSED = 2;

/** What one option is described by. */
interface Far {
  readonly t: number;
  readonly cue: number;
  readonly near: number;
  readonly far: number;
  readonly first: number;
  readonly last: number;
  readonly step: number;
  readonly side: Side;
  /** The highest token whose branch begins with the near end, and whether that branch ends with the far one. */
  readonly nearTop: number;
  readonly covers: number;
  readonly edge: number;
  readonly end: number;
  /** The next word beyond, the highest token whose branch begins there, and where that hangs. */
  readonly out: number;
  readonly outTop: number;
  readonly outAt: number;
  /** The form right beyond, and how the near end's quotation goes on. */
  readonly mark: number;
  readonly quoted: number;
}

export function addFarFeatures(
  list: FeatureList,
  c: Columns,
  scope: CueScope,
  side: Side,
  ends: readonly [near: number, far: number],
): void {
  const option = describe(c, scope.cue, side, ends);
  addShape(list, c, option);
  addBeyond(list, c, option);
  addInside(list, c, option);
}

function describe(c: Columns, cue: number, side: Side, [near, far]: readonly [number, number]): Far {
  const isLeft = side === "left";
  const step = isLeft ? -1 : 1;
  const nearTop = valueAt(isLeft ? c.topEnd : c.topStart, near);
  const out = wordBeyond(c, far, step);
  const outTop = out < 0 ? -1 : valueAt(isLeft ? c.topEnd : c.topStart, out);
  const [first, last] = isLeft ? [far, near] : [near, far];
  return {
    t: isLeft ? 560 : 620,
    cue,
    near,
    far,
    first,
    last,
    step,
    side,
    nearTop,
    covers: nearTop >= 0 && (isLeft ? c.left : c.right)[nearTop] === far ? 1 : 0,
    edge: farQuoteEdge(c, near, far, side),
    end: sentenceEdge(c, cue, far, side),
    out,
    outTop,
    outAt: hangsAt(c, cue, outTop, first, last),
    mark: valueAt(c.form, far + step),
    quoted: nearQuoteEdge(c, near, side),
  };
}

function addShape(list: FeatureList, c: Columns, option: Far): void {
  const { t, cue, far, near, side, covers, edge, end, mark, outAt, quoted, nearTop } = option;
  const proposal = c.proposals.get(cue);
  const isProposed = proposal?.content.some((range) => edgeOf(c, range, side) === far);
  const proposed = proposal ? (isProposed ? 1 : 2) : 0;
  const shape = edge * 16 + end * 4 + covers * 2 + (outAt > 0 ? 1 : 0);
  const length = distanceClass(far - near);
  list.add(t, shape);
  list.add(t + 1, shape, quoted, proposed);
  list.add(t + 2, edge, end, quoted);
  list.add(t + 5, mark, end, quoted);
  list.add(t + 8, proposed, proposal?.frame, end);
  list.add(t + 9, proposed, mark, outAt);
  list.add(t + 13, length, quoted, end);
  list.add(t + 14, length, c.lemma[cue]!);
  list.add(t + 15, length, relOf(c, nearTop), covers);
  list.add(t + 16, edge, mark, end);
  list.add(t + 32, proposed, covers, end);
}

function addBeyond(list: FeatureList, c: Columns, option: Far): void {
  const { t, cue, far, near, step, covers, outAt, out, outTop, mark, nearTop } = option;
  const rel = relOf(c, outTop);
  const form = valueAt(c.form, out);
  list.add(t + 6, mark, outAt, rel);
  list.add(t + 7, rel, outAt, valueAt(c.xpos, outTop));
  list.add(t + 10, form, mark);
  list.add(t + 11, form, outAt, rel);
  list.add(t + 12, c.xpos[far]!, mark, valueAt(c.xpos, far + 2 * step));
  list.add(t + 17, c.form[far]!, mark);
  list.add(t + 18, outAt, covers, mark);
  list.add(t + 21, c.lemma[cue]!, outAt, rel);
  list.add(t + 22, c.form[near]!, rel, outAt);
  list.add(t + 33, relOf(c, nearTop), rel, mark);
  list.add(t + 36, valueAt(c.fine, out), mark, outAt);
  if (out < 0) return;
  list.add(t + 31, c.lemma[out]!, c.xpos[out]!, mark);
  list.add(t + 34, c.frames[out] === 0 ? 0 : 1, mark, c.xpos[out]!);
  if (outTop >= 0) list.add(t + 35, c.frames[outTop] === 0 ? 0 : 1, mark, outAt);
}

function addInside(list: FeatureList, c: Columns, option: Far): void {
  const { t, cue, near, far, first, last, side, covers, edge, end, mark, outAt, quoted, nearTop } = option;
  const lemma = c.lemma[cue]!;
  const rel = relOf(c, nearTop);
  const top = valueAt(side === "left" ? c.topStart : c.topEnd, far);
  const tensed = countTensed(c, first, last);
  const open = openQuotes(c, first, last);
  list.add(t + 3, covers, rel, end);
  list.add(t + 4, covers, rel, lemma);
  list.add(t + 19, c.lexicon[cue]!, covers, outAt);
  list.add(t + 20, c.xpos[cue]!, covers, rel);
  list.add(t + 23, c.xpos[near]!, covers, end);
  list.add(t + 24, top < 0 ? 0 : pathNumber(c, cue, top), covers);
  list.add(t + 25, relOf(c, top), valueAt(c.xpos, top), end);
  list.add(t + 26, tensed, end, outAt);
  list.add(t + 27, tensed, lemma, covers);
  list.add(t + 28, mark, lemma, end);
  list.add(t + 29, open, edge, end);
  list.add(t + 30, open, mark, quoted);
  list.add(t + 37, c.fine[cue]!, covers, rel);
}

function edgeOf(c: Columns, range: { readonly first: number; readonly last: number }, side: Side): number {
  return side === "left" ? wordFrom(c, range.first) : wordUpTo(c, range.last);
}

/** Where a branch hangs: 0 nowhere, 1 in the content, 2 on the cue, 3 beside it, 4 elsewhere. */
function hangsAt({ parsed }: Columns, cue: number, top: number, first: number, last: number): number {
  const head = top < 0 ? -1 : parsed.head[top]!;
  if (head < 0) return 0;
  if (head >= first && head <= last) return 1;
  if (head === cue) return 2;
  return head === parsed.head[cue] ? 3 : 4;
}

function countTensed(c: Columns, first: number, last: number): number {
  let count = 0;
  const end = Math.min(last, first + TENSED_REACH - 1);
  for (let at = first; at <= end && count < MOST_TENSED; at++) if (c.kind[at]! & TENSED) count++;
  return count;
}

/** 0 within the cue's sentence, 1 at its edge, 2 beyond at a sentence's edge, 3 beyond elsewhere. */
function sentenceEdge(c: Columns, cue: number, far: number, side: Side): number {
  const { parsed } = c;
  const own = parsed.sentenceOf[far]!;
  const { first, last } = parsed.sentences[own]!;
  const isEdge = (side === "left" ? wordFrom(c, first) : wordUpTo(c, last)) === far;
  if (own === parsed.sentenceOf[cue]) return isEdge ? 1 : 0;
  return isEdge ? 2 : 3;
}

/** The next word beyond within the sentence, −1 where there is none. */
function wordBeyond(c: Columns, token: number, step: number): number {
  const { first, last } = c.parsed.sentences[c.parsed.sentenceOf[token]!]!;
  for (let at = token + step; at >= first && at <= last; at += step) if (isWord(c, at)) return at;
  return -1;
}
