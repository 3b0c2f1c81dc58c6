/** Tells whether a text is English; other languages are not told apart. */
import { englishShare } from "./language-pieces.js";
import type { ReportKnowledge } from "./report-knowledge.js";

const POSSESSIVE = /\p{L}['’]s\b/giu;
const LATIN_WORD = /\p{Script=Latin}+/gu;
const LETTER = /\p{L}/gu;

/** How much of a long text is looked at, UTF-16 code units. */
const SAMPLE = 20_000;
/** How much of it is looked at piece by piece. */
const PIECES_SAMPLE = 2000;
/** Function words that English prose has at least, of all its words. */
const LEAST_KNOWN = 1 / 20;
/** A word of fewer letters tells too little. */
const LEAST_LETTERS = 4;
/** A headline of so many words may do without any. */
const HEADLINE_WORDS = 20;

/**
 * Shares of English, against the language that the pieces of the words fit best, from which on a text counts as
 * English: less where it has English function words, more where it has none and is a headline, most where a text of
 * some length has next to none. Fitted on headlines of 2007 to 2012, of
 * which it loses one in a hundred and thirty (strings of names and abbreviations), and on fifty of our own in thirty other
 * languages, of which it takes none.
 */
const LEAST_SHARE = { told: 0.3, known: 0.6, headline: 0.78, bare: 1.15 };

/**
 * BCP 47 tag: "en", or "und" where it cannot be told. The knowledge's function words are those that English prose
 * cannot do without and that its neighbours do not have ("in" and "was" are Dutch too); of PolNeAR's sentences of more
 * than twenty words two in a thousand have fewer than one in twenty. A text in other letters than Latin is not English.
 */
export function findLanguage(text: string, { english, acts, pieces }: ReportKnowledge): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  const words = sample.match(LATIN_WORD) ?? [];
  if (words.length === 0) return "und";
  const latinLetters = words.reduce((sum, word) => sum + word.length, 0);
  if (latinLetters < 0.8 * letters) return "und";
  const known =
    words.filter((word) => english.has(word.toLowerCase())).length + (sample.match(POSSESSIVE)?.length ?? 0);
  const isKnown = known / words.length >= LEAST_KNOWN;
  const isHeadline = words.length <= HEADLINE_WORDS;
  const isTold = isHeadline && words.some((word) => isAct(word.toLowerCase(), acts));
  const least = LEAST_SHARE[isTold ? "told" : isKnown ? "known" : isHeadline ? "headline" : "bare"];
  if (englishShare(sample.slice(0, PIECES_SAMPLE), pieces) >= least) return "en";
  return isTold && englishShare(dropNames(words), pieces) >= least ? "en" : "und";
}

/** Names are of no language: a headline without its capitalised words, where something of length is left of it. */
function dropNames(words: readonly string[]): string {
  const small = words.filter((word) => word === word.toLowerCase());
  return (small.some((word) => word.length >= LEAST_LETTERS) ? small : words).join(" ");
}

/** Whether a word is one for an act of news, inflected by rule or not at all. */
function isAct(word: string, acts: ReadonlySet<string>): boolean {
  const bases = [
    word,
    word.replace(/e?s$/, ""),
    word.replace(/s$/, ""),
    word.replace(/e?d$/, ""),
    word.replace(/d$/, ""),
    word.replace(/ing$/, ""),
    word.replace(/ing$/, "e"),
  ];
  return bases.some((base) => acts.has(base) || (/(.)\1$/.test(base) && acts.has(base.slice(0, -1))));
}
