/** Tells whether a text is English; other languages are not told apart. */

/** Words that English prose and headlines cannot do without, and its neighbours do not have. */
const ENGLISH = /\b(?:the|of|and|to|with|for|from|that|says?|said|after|over|by)\b/giu;
const LATIN_WORD = /\p{Script=Latin}+/gu;
const LETTER = /\p{L}/gu;

/** How much of a long text is looked at, UTF-16 code units. */
const SAMPLE = 20_000;

/**
 * BCP 47 tag: "en", or "und" where it cannot be told. A text counts as English when its letters are Latin and at
 * least one word in twelve is an English function word, or it is a headline of few words with none to miss.
 */
export function findLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  const words = sample.match(LATIN_WORD) ?? [];
  if (words.length === 0) return "und";
  const latinLetters = words.reduce((sum, word) => sum + word.length, 0);
  if (latinLetters < 0.8 * letters) return "und";
  const known = sample.match(ENGLISH)?.length ?? 0;
  const isAscii = words.every((word) => /^[\x00-\x7f]+$/.test(word));
  if (words.length <= 20 && (known > 0 || isAscii)) return "en";
  return known / words.length >= 1 / 12 ? "en" : "und";
}
