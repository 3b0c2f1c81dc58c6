/** What a telling speaks of, beside who does what to whom: the words by which two tellings of one act resemble each other. */

/** Half-open, in UTF-16 code units of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter words are mostly those of grammar; a name or a number may be shorter. */
const LEAST_LETTERS = 6;
const LEAST_OF_NAME = 3;
/** Letters that tell a word from others: "sanctions" and "sanctioned" are one. */
const STEM = 5;
const CAPITAL = /^\p{Lu}/u;
const DIGIT = /^\p{N}/u;

/**
 * Stems of the words of `text` outside of `known`, which are the sides, the day and the trigger: names with a capital,
 * numbers as they stand, other words with a small letter.
 */
export function topicsOf(text: string, known: readonly Stretch[]): readonly string[] {
  const topics = new Set<string>();
  for (const found of text.matchAll(WORD)) {
    const [word] = found;
    const start = found.index;
    if (known.some((stretch) => start < stretch.end && start + word.length > stretch.start)) continue;
    const topic = stemOf(word, start > 0);
    if (topic !== null) topics.add(topic);
  }
  return [...topics].sort();
}

function stemOf(word: string, isWithin: boolean): string | null {
  if (DIGIT.test(word)) return word;
  if (isWithin && CAPITAL.test(word)) return word.length < LEAST_OF_NAME ? null : word.slice(0, STEM);
  return word.length < LEAST_LETTERS ? null : word.slice(0, STEM).toLowerCase();
}

/** Two words in common, or one name: by chance alone two tellings of one pair of sides seldom share as much. */
export function shareTopics(some: readonly string[], others: ReadonlySet<string>): boolean {
  const shared = some.filter((topic) => others.has(topic));
  return shared.length >= 2 || shared.some((topic) => CAPITAL.test(topic));
}
