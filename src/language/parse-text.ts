/** Plain text to trees. */
import { analyseSentence } from "./analyse-sentence.js";
import { buildParsed, type TokenRow } from "./build-parsed.js";
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
  for (const [i, { head, ...word }] of analyseSentence(model, forms).entries()) {
    rows.push({ ...words[i]!, form: forms[i]!, ...word, head: head === 0 ? -1 : first + head - 1 });
  }
}

/** Whether a paragraph of one sentence is a title: short, with a letter, and without a sign that ends a sentence. */
function isHeading(text: string, words: readonly WordSpan[]): boolean {
  if (words.length > LONGEST_HEADING) return false;
  const forms = words.map(({ start, end }) => text.slice(start, end));
  const last = forms.findLast((form) => !/^["”’'»)\]]+$/.test(form)) ?? "";
  return !/^(?:[.!?…:;,]+|--|—)$/.test(last) && forms.some((form) => /\p{L}/u.test(form));
}
