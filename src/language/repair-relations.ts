/** Makes the relations of one sentence agree where words around them leave no doubt: passive subjects and agents. */
import type { WordAnalysis } from "./analyse-sentence.js";

/** The same words, with "by" under a passive verb as its agent, and its subject as passive. */
export function repairRelations(words: readonly WordAnalysis[]): readonly WordAnalysis[] {
  const passive = new Set<number>();
  const had = new Set<number>();
  const withBy = new Set<number>();
  for (const { deprel, head, lemma } of words) {
    if (deprel === "aux:pass") passive.add(head);
    if (deprel === "aux" && lemma === "have") had.add(head);
    if (deprel === "case" && lemma === "by") withBy.add(head);
  }
  return words.map((word, i) => {
    const verb = words[word.head - 1];
    if (!verb) return word;
    if (word.deprel === "nsubj" && passive.has(word.head)) return { ...word, deprel: "nsubj:pass" };
    const acted = passive.has(word.head) || (verb.xpos === "VBN" && !had.has(word.head));
    const agent = acted && word.deprel === "obl" && withBy.has(i + 1) && word.xpos !== "CD";
    return agent ? { ...word, deprel: "obl:agent" } : word;
  });
}
