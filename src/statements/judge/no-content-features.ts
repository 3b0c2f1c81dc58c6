/** What speaks for a cue having no content on one side. */
import { type Columns, valueAt } from "./columns.js";
import { type CueScope, holds, type Side, sourceSide } from "./cue-scope.js";
import { distanceClass, type FeatureList } from "./feature-list.js";
import { quotesAround } from "./quote-edges.js";

const PARTS = /^(ccomp|xcomp|obj|obl|advcl|parataxis|nsubj|acl|nmod)/;

export function addNoContentFeatures(list: FeatureList, c: Columns, scope: CueScope, side: Side): void {
  const t = side === "left" ? 400 : 420;
  const { cue, words, source } = scope;
  const lemma = c.lemma[cue]!;
  const xpos = c.xpos[cue]!;
  const rel = c.deprel[cue]!;
  const { first, last } = c.parsed.sentences[c.parsed.sentenceOf[cue]!]!;
  const start = source ? Math.min(words.first, source.first) : Math.min(words.first, cue);
  const end = source ? Math.max(words.last, source.last) : Math.max(words.last, cue);
  const named = sourceSide(scope);
  const quotes = quotesAround(c, start, end);
  const before = valueAt(c.form, start - 1);
  const after = valueAt(c.form, end + 1);
  list.add(t);
  list.add(t + 1, lemma);
  list.add(t + 2, xpos, rel);
  list.add(t + 3, proposedSides(c, cue), c.proposals.get(cue)?.frame);
  list.add(t + 4, distanceClass(start - first), distanceClass(last - end), named);
  list.add(t + 5, named, lemma);
  list.add(t + 6, named, xpos, rel);
  list.add(t + 7, quotes, named);
  list.add(t + 8, quotes, lemma);
  list.add(t + 9, before, after);
  list.add(t + 10, after, lemma);
  list.add(t + 11, before, named, xpos);
  const children = addParts(list, c, scope, t);
  list.add(t + 14, children, named);
  list.add(t + 15, children, xpos, rel);
  list.add(t + 16, children, c.fine[cue]!);
}

/** Features of the branches under the cue that are neither its own words nor its source's; all of them as one number. */
function addParts(list: FeatureList, c: Columns, { cue, words, source }: CueScope, t: number): number {
  const { firstChild, nextSibling, deprel } = c.parsed;
  let parts = 0;
  for (let child = firstChild[cue]!; child >= 0; child = nextSibling[child]!) {
    if (holds(words, child) || holds(source, child) || !PARTS.test(deprel[child]!)) continue;
    const side = child < cue ? 1 : 2;
    list.add(t + 12, c.deprel[child]!, side);
    list.add(t + 13, c.deprel[child]!, side, c.lemma[cue]!);
    parts = Math.imul(parts ^ c.deprel[child]!, 31) + side;
  }
  return parts;
}

/** Which sides of the cue the rules propose a content on: 0 no rule, 1 left, 2 right, 3 both. */
function proposedSides(c: Columns, cue: number): number {
  let sides = 0;
  for (const range of c.proposals.get(cue)?.content ?? []) sides |= range.first < cue ? 1 : 2;
  return sides;
}
