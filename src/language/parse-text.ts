/** Plain text to trees. */
import { analyseSentence, type WordAnalysis } from "./analyse-sentence.js";
import { buildParsed, type TokenRow } from "./build-parsed.js";
import { datelineLength } from "./find-dateline.js";
import type { LanguageModel } from "./language-model.js";
import { LONGEST } from "./network.js";
import type { Parsed, Sentence } from "./parsed.js";
import { splitParagraphs } from "./split-paragraphs.js";
import { splitSentences } from "./split-sentences.js";
import { splitWords, type WordSpan } from "./split-words.js";

/** Longest heading, in words. */
const LONGEST_HEADING = 25;

/** Tokens, sentences and trees of any text, a broken or empty one too; takes time in proportion to its length. */
export function parseText(model: LanguageModel, text: string): Parsed {
  const rows: TokenRow[] = [];
  const sentences: Sentence[] = [];
  for (const [paragraph, range] of splitParagraphs(text).entries()) {
    const words = splitWords(text, range.start, range.end, model.rules);
    const ranges = splitSentences(text, words, model.rules, LONGEST);
    const heading = ranges.length === 1 && isHeading(text, words);
    for (const { first, last } of ranges) {
      const [start, end] = [words[first]!.start, words[last]!.end];
      sentences.push({ first: rows.length, last: rows.length + last - first, start, end, paragraph, heading });
      addRows(model, text, words.slice(first, last + 1), rows);
    }
  }
  return buildParsed(text, rows, sentences);
}

function addRows(model: LanguageModel, text: string, words: readonly WordSpan[], rows: TokenRow[]): void {
  const forms = words.map(({ start, end }) => text.slice(start, end));
  const first = rows.length;
  const dateline = datelineLength(text, words);
  const opening = dateline > 0 ? analyseSentence(model, forms.slice(0, dateline)) : [];
  const analysis = hangBefore(opening, analyseSentence(model, forms.slice(dateline)));
  for (let i = 0; i < forms.length; i++) {
    const { start, end } = words[i]!;
    const { lemma, upos, xpos, head: place, deprel } = analysis[i]!;
    const head = place === 0 ? -1 : first + place - 1;
    rows.push({ start, end, form: forms[i]!, lemma, upos, xpos, head, deprel });
  }
}

/** One analysis of both parts of a sentence, in which the opening hangs from the root of the rest. */
function hangBefore(opening: readonly WordAnalysis[], rest: readonly WordAnalysis[]): readonly WordAnalysis[] {
  if (opening.length === 0) return rest;
  const shift = opening.length;
  const root = shift + 1 + rest.findIndex(({ head }) => head === 0);
  return [
    ...opening.map((word) => (word.head > 0 ? word : { ...word, head: root, deprel: "dep" })),
    ...rest.map((word) => (word.head > 0 ? { ...word, head: word.head + shift } : word)),
  ];
}

/** Whether a paragraph of one sentence is a title: short, with a letter, and without a sign that ends a sentence. */
function isHeading(text: string, words: readonly WordSpan[]): boolean {
  if (words.length > LONGEST_HEADING) return false;
  const forms = words.map(({ start, end }) => text.slice(start, end));
  const last = forms.findLast((form) => !/^["”’'»)\]]+$/.test(form)) ?? "";
  return !/^(?:[.!?…:;,]+|--|—)$/.test(last) && forms.some((form) => /\p{L}/u.test(form));
}
