/** Tells whether a text is English; other languages are not told apart. */

const POSSESSIVE = /\p{L}['’]s\b/giu;
const LATIN_WORD = /\p{Script=Latin}+/gu;
const LETTER = /\p{L}/gu;

/** How much of a long text is looked at, UTF-16 code units. */
const SAMPLE = 20_000;

/**
 * BCP 47 tag: "en", or "und" where it cannot be told. `english` are the function words that English prose cannot do
 * without and that its neighbours do not have ("in" and "was" are Dutch too). A text counts as English when its letters are Latin and at
 * least one word in twenty is an English function word, or it is a headline of few words with none to miss. Of PolNeAR's
 * sentences of more than twenty words two in a thousand have fewer; German, Dutch and Romance prose has next to none.
 */
export function findLanguage(text: string, english: ReadonlySet<string>): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  const words = sample.match(LATIN_WORD) ?? [];
  if (words.length === 0) return "und";
  const latinLetters = words.reduce((sum, word) => sum + word.length, 0);
  if (latinLetters < 0.8 * letters) return "und";
  const known =
    words.filter((word) => english.has(word.toLowerCase())).length + (sample.match(POSSESSIVE)?.length ?? 0);
  const isAscii = words.every((word) => /^[\x00-\x7f]+$/.test(word));
  if (words.length <= 20 && (known > 0 || isAscii)) return "en";
  return known / words.length >= 1 / 20 ? "en" : "und";
}
