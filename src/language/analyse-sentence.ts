/** Tags, lemmas and the tree of one sentence, as strings and numbers within the sentence. */
import type { LanguageModel } from "./language-model.js";
import { LONGEST } from "./network.js";
import { repairNames } from "./repair-names.js";
import { repairRelations } from "./repair-relations.js";

/** One word's analysis; `head` counts from 1 within the sentence, 0 for the root. */
export interface WordAnalysis {
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

/** Whether a form holds neither letter nor digit, as far as a look at its beginning tells. */
const isSign = (form: string) => !/[\p{L}\p{N}]/u.test(form.slice(0, 64));

/** A stretch of signs alone needs no network: all but the first hang from the first. */
function analyseSigns(findLemma: LanguageModel["findLemma"], forms: readonly string[]): WordAnalysis[] {
  return forms.map((form, i) => {
    const { upos, xpos } = tagsOfSign(form);
    const [head, deprel] = i === 0 ? [0, "root"] : [1, "punct"];
    return { lemma: findLemma(form, upos, xpos), upos, xpos, head, deprel };
  });
}

function tagsOfSign(form: string): { upos: string; xpos: string } {
  const first = form.slice(0, 2);
  if (/^\p{Sc}/u.test(first)) return { upos: "SYM", xpos: "$" };
  if (/^(?:\.\.|…|[-*=#_~|<>+]{2})/.test(first)) return { upos: "PUNCT", xpos: "NFP" };
  if (/^[+<=>|~^]|^[\p{S}\p{M}]/u.test(first)) return { upos: "SYM", xpos: "SYM" };
  if (/^["“”'‘’«»]/.test(first)) return { upos: "PUNCT", xpos: /^[“‘«]/.test(first) ? "``" : "''" };
  if (/^\p{Ps}/u.test(first)) return { upos: "PUNCT", xpos: "-LRB-" };
  if (/^\p{Pe}/u.test(first)) return { upos: "PUNCT", xpos: "-RRB-" };
  if (/^[.!?]/.test(first)) return { upos: "PUNCT", xpos: "." };
  return { upos: "PUNCT", xpos: first[0] === "," ? "," : /^\p{Pd}/u.test(first) ? "HYPH" : ":" };
}

/** Analyses a sentence of any length; one too long for the network is read in pieces that hang from the first's root. */
export function analyseSentence(model: LanguageModel, forms: readonly string[]): readonly WordAnalysis[] {
  if (forms.length === 0) return [];
  if (forms.length <= LONGEST) return analysePiece(model, forms);
  const words: WordAnalysis[] = [];
  let root = 0;
  for (let from = 0; from < forms.length; from += LONGEST) {
    const piece = analysePiece(model, forms.slice(from, from + LONGEST));
    for (const word of piece) {
      if (word.head > 0) words.push({ ...word, head: word.head + from });
      else words.push(root === 0 ? word : { ...word, head: root, deprel: "parataxis" });
    }
    if (from === 0) root = 1 + words.findIndex((word) => word.head === 0);
  }
  return words;
}

function analysePiece(
  { network, labels, findLemma }: LanguageModel,
  forms: readonly string[],
): readonly WordAnalysis[] {
  if (forms.length > 1 && forms.every(isSign)) return analyseSigns(findLemma, forms);
  const found = network.analyse(forms);
  const shouted = !forms.some((form) => /\p{Ll}/u.test(form.slice(0, 64)));
  const words = forms.map((form, i) => {
    const tagged = { upos: labels.upos[found.upos[i]!]!, xpos: labels.xpos[found.xpos[i]!]! };
    const { upos, xpos } = form === "US" && tagged.xpos.startsWith("PRP") && !shouted ? NAME : tagged;
    const head = found.heads[i]!;
    const deprel = head === 0 ? "root" : labels.deprels[found.deprels[i]!]!;
    return { lemma: findLemma(form, upos, xpos), upos, xpos, head, deprel };
  });
  return repairRelations(repairNames(words, forms));
}

/** "US" among small letters is the country, never "we". */
const NAME = { upos: "PROPN", xpos: "NNP" } as const;
