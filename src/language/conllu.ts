/** CoNLL-U in and out. */
import type { LanguageModel } from "./language-model.js";
import type { Parsed } from "./parsed.js";

/** The same CoNLL-U with UPOS, XPOS, LEMMA, HEAD and DEPREL filled in; throws InputError `conllu-malformed`. */
export function annotateConllu(_model: LanguageModel, conllu: string): string {
  return conllu;
}

/** A parsed text as CoNLL-U, with `start_char` and `end_char` in MISC. */
export function formatConllu(_parsed: Parsed): string {
  return "";
}
