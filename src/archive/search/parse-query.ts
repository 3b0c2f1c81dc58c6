/** What is searched for: words, "phrases in quotation marks", pref* and -words that must not stand there. */
import { splitSearchWords } from "./split-search-words.js";

/** Words that must follow one another; a single word is a phrase of one. */
export interface Phrase {
  readonly words: readonly string[];
  /** Whether the last word is the beginning of one. */
  readonly isPrefix: boolean;
  /** Whether a report that has it is left out. */
  readonly isExcluded: boolean;
}

const PART = /(-?)(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))(\*?)/gu;

/** The phrases that all must hold; none where the query has no word. */
export function parseQuery(query: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const [, minus, quoted, bare, star] of query.matchAll(PART)) {
    const text = (quoted ?? bare)!;
    const words = splitSearchWords(text).map(({ word }) => word);
    if (words.length === 0) continue;
    const isPrefix = star === "*" || (quoted === undefined && text.endsWith("*"));
    phrases.push({ words, isPrefix, isExcluded: minus === "-" });
  }
  return phrases;
}
