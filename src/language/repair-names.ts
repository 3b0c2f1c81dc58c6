/** Takes a modal that opens a sentence before a past tense for the name it is: "May told parliament", "Will said". */
import type { WordAnalysis } from "./analyse-sentence.js";

/** The same words; a modal there has no verb of its own to help. */
export function repairNames(words: readonly WordAnalysis[], forms: readonly string[]): readonly WordAnalysis[] {
  const [first, second] = words;
  if (!first || !second || first.xpos !== "MD" || !/^\p{Lu}\p{Ll}+$/u.test(forms[0]!)) return words;
  const isPast = /^VB[DNZ]$/.test(second.xpos) && second.upos === "VERB" && second.lemma !== forms[1]!.toLowerCase();
  if (!isPast || words.some(({ deprel, head }) => head === 2 && /^(?:nsubj|csubj|expl)/.test(deprel))) return words;
  const name = { ...first, lemma: forms[0]!, upos: "PROPN", xpos: "NNP", deprel: "nsubj", head: 2 };
  const verb = { ...second, xpos: second.xpos === "VBN" ? "VBD" : second.xpos };
  return [name, verb, ...words.slice(2)];
}
