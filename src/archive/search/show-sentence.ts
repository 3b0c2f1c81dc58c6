/** The sentence of a text that shows best what was searched for. */
import type { Span } from "../../reading/index.js";
import type { Phrase } from "./parse-query.js";
import { type SearchWord, splitSearchWords } from "./split-search-words.js";

/** The first of the sentences that hold the most different phrases; null where none holds any. */
export function findSentence(text: string, phrases: readonly Phrase[]): Span | null {
  const words = splitSearchWords(text);
  let best: Span | null = null;
  let most = 0;
  for (const sentence of splitSentences(words)) {
    const held = phrases.filter((phrase) => !phrase.isExcluded && holds(sentence, phrase)).length;
    if (held <= most) continue;
    most = held;
    best = spanOf(text, sentence);
  }
  return best;
}

function splitSentences(words: readonly SearchWord[]): SearchWord[][] {
  const sentences: SearchWord[][] = [];
  for (const [i, word] of words.entries()) {
    const isNext = i > 0 && word.position === words[i - 1]!.position + 1;
    if (isNext) sentences.at(-1)!.push(word);
    else sentences.push([word]);
  }
  return sentences;
}

function holds(sentence: readonly SearchWord[], { words, isPrefix }: Phrase): boolean {
  const fits = (at: number) =>
    words.every((word, k) => {
      const there = sentence[at + k]?.word;
      return isPrefix && k === words.length - 1 ? there?.startsWith(word) : there === word;
    });
  return sentence.some((_, at) => fits(at));
}

/** From the first word to the sign that ends the sentence, opening marks included. */
function spanOf(text: string, sentence: readonly SearchWord[]): Span {
  const before = /["“‘(«„]*$/u.exec(text.slice(0, sentence[0]!.start))![0].length;
  const end = sentence.at(-1)!.end;
  const after = /^[^\s\p{L}\p{N}]*/u.exec(text.slice(end))![0].length;
  return { start: sentence[0]!.start - before, end: end + after };
}
