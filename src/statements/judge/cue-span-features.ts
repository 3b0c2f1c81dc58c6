/** What speaks for a cue's words beginning or ending with a token: "has also said", "wrote in a statement". */
import { type Columns, valueAt } from "./columns.js";
import { distanceClass, type FeatureList } from "./feature-list.js";
import { branchUnder, relOf } from "./tree-numbers.js";

export function addCueStartFeatures(list: FeatureList, c: Columns, cue: number, first: number): void {
  const distance = distanceClass(first - cue);
  const rel = relOf(c, branchUnder(c, cue, first));
  const relOut = relOf(c, branchUnder(c, cue, first - 1));
  const lemma = c.lemma[cue]!;
  const form = c.form[first]!;
  const xpos = c.xpos[first]!;
  const before = valueAt(c.form, first - 1);
  list.add(300, distance);
  list.add(301, distance, c.xpos[cue]!);
  list.add(302, distance, lemma);
  list.add(303, form, distance);
  list.add(304, form, lemma);
  list.add(305, before, xpos);
  list.add(306, before, form);
  list.add(307, rel, relOut, c.xpos[cue]!);
  list.add(308, xpos, valueAt(c.xpos, first - 1), c.xpos[cue]!);
  list.add(309, form, valueAt(c.form, first + 1));
  list.add(310, rel, form, relOut);
  list.add(311, xpos, valueAt(c.xpos, first + 1), distance);
  list.add(312, before, c.xpos[cue]!, distance);
  list.add(313, lemma, before, distance);
  list.add(314, c.lexicon[cue]!, rel, relOut);
  list.add(315, form, relOut);
  list.add(316, c.deprel[cue]!, distance, xpos);
  list.add(317, c.fine[cue]!, distance, xpos);
}

export function addCueEndFeatures(list: FeatureList, c: Columns, cue: number, last: number): void {
  addEndWords(list, c, cue, last);
  addEndBranches(list, c, cue, last);
}

function addEndWords(list: FeatureList, c: Columns, cue: number, last: number): void {
  const distance = distanceClass(last - cue);
  const next = last + 1;
  const lemma = c.lemma[cue]!;
  const form = c.form[last]!;
  const xpos = c.xpos[last]!;
  const after = valueAt(c.form, next);
  list.add(330, distance);
  list.add(331, distance, c.xpos[cue]!);
  list.add(332, distance, lemma);
  list.add(333, form, distance);
  list.add(334, form, lemma);
  list.add(335, after, xpos);
  list.add(336, after, lemma, distance);
  list.add(339, xpos, valueAt(c.xpos, next), valueAt(c.xpos, next + 1));
  list.add(340, form, after);
  list.add(341, valueAt(c.form, last - 1), form, distance);
  list.add(347, xpos, distance, c.xpos[cue]!);
  list.add(351, valueAt(c.xpos, next), lemma, distance);
  list.add(355, c.fine[last]!, after);
  list.add(356, c.fine[last]!, c.deprel[last]!, distance);
}

function addEndBranches(list: FeatureList, c: Columns, cue: number, last: number): void {
  const { quotationAt } = c.scene;
  const next = last + 1;
  const lemma = c.lemma[cue]!;
  const after = valueAt(c.form, next);
  const top = c.topEnd[last]!;
  const branch = branchUnder(c, cue, last);
  const out = branchUnder(c, cue, next);
  const rel = relOf(c, branch);
  const relOut = relOf(c, out);
  const word = valueAt(c.lemma, branch);
  list.add(337, rel, relOut, c.xpos[cue]!);
  list.add(338, rel, relOut, lemma);
  list.add(342, rel, word, lemma);
  list.add(343, rel, word, c.form[last]!);
  list.add(344, relOut, valueAt(c.lemma, out), lemma);
  list.add(345, relOut, valueAt(c.xpos, out), after);
  list.add(346, relOf(c, top), top === cue ? 1 : 0, c.xpos[cue]!);
  list.add(348, quotationAt[next] !== quotationAt[last] ? 1 : 0, distanceClass(last - cue), rel);
  list.add(349, relOut, valueAt(c.speaker, out), lemma);
  list.add(350, c.lexicon[cue]!, rel, relOut);
  list.add(352, relOut, after, lemma);
  list.add(353, rel, valueAt(c.fine, branch), c.fine[cue]!);
  list.add(354, rel, relOut, c.fine[cue]!);
}
