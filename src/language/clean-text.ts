/** Takes signs that nobody sees out of a text before it is parsed, and puts the tokens back where they stand in it. */
import type { Parsed } from "./parsed.js";

/** A text to parse, with the offsets of its letters in the one that was given. */
export interface CleanText {
  readonly text: string;
  /** Where each code unit begins and ends in the given text; null where the two texts are the same. */
  readonly at: { readonly start: Uint32Array; readonly end: Uint32Array } | null;
}

const HIDDEN_OR_MARKED = /\p{Cf}|\P{M}\p{M}{1,8}/gu;
const ANY = /[\p{Cf}\p{M}]/u;

/** The text without controls of direction, zero-width signs and soft hyphens, each letter one with its marks. */
export function cleanText(given: string): CleanText {
  if (!ANY.test(given)) return { text: given, at: null };
  const parts: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const push = (words: string, from: number, length: number) => {
    parts.push(words);
    for (let i = 0; i < words.length; i++) {
      const isWhole = words.length !== length;
      start.push(isWhole ? from : from + i);
      end.push(isWhole ? from + length : from + i + 1);
    }
  };
  let done = 0;
  for (const { 0: match, index } of given.matchAll(HIDDEN_OR_MARKED)) {
    push(given.slice(done, index), done, index - done);
    if (!/^\p{Cf}/u.test(match)) push(match.normalize("NFC"), index, match.length);
    done = index + match.length;
  }
  push(given.slice(done), done, given.length - done);
  return { text: parts.join(""), at: { start: Uint32Array.from(start), end: Uint32Array.from(end) } };
}

/** The same trees on the given text. */
export function placeBack(parsed: Parsed, given: string, { at }: CleanText): Parsed {
  if (!at) return parsed;
  const from = (offset: number) => at.start[offset] ?? given.length;
  const to = (offset: number) => (offset === 0 ? 0 : (at.end[offset - 1] ?? given.length));
  return {
    ...parsed,
    text: given,
    start: parsed.start.map(from),
    end: parsed.end.map(to),
    sentences: parsed.sentences.map((sentence) => ({
      ...sentence,
      start: from(sentence.start),
      end: to(sentence.end),
    })),
  };
}
