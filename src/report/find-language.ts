/** Tells whether a text is English; other languages are not told apart. */
import type { ReportKnowledge } from "./report-knowledge.js";

const LATIN_LETTER = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;

/** How much of a long text is looked at for its letters, UTF-16 code units, and how much for its words. */
const [LETTERS_SAMPLE, WORDS_SAMPLE] = [20_000, 2000];
/** Latin letters that an English text has at least, of all. */
const LEAST_LATIN = 0.8;

/** BCP 47 tag: "en", or "und" where it is another language, or none. */
export function findLanguage(text: string, { english }: ReportKnowledge): string {
  const sample = text.slice(0, LETTERS_SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  const latin = sample.match(LATIN_LETTER)?.length ?? 0;
  if (latin === 0 || latin < LEAST_LATIN * letters) return "und";
  return english.score(firstWords(text)) >= 0 ? "en" : "und";
}

/** The text's first words; what is longer than most texts' beginning is cut behind a word. */
function firstWords(text: string): string {
  const begun = text.trimStart();
  if (begun.length <= WORDS_SAMPLE) return begun;
  return /^.*(?=\s)/s.exec(begun.slice(0, WORDS_SAMPLE))?.[0] ?? begun.slice(0, WORDS_SAMPLE);
}
