/** How many columns of a terminal a string fills. */

const COMBINING = /^[\p{Mn}\p{Me}]$/u;
/** Scripts and signs that fill two columns; where terminals differ, the wider. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Extended_Pictographic}\p{Emoji_Presentation}\u2e80-\u303e\uff01-\uff60\uffe0-\uffe6]$/u;

/** Columns of a printable string: two for an East Asian letter, none for a combining mark. */
export function measureWidth(words: string): number {
  let width = 0;
  for (const letter of words) width += letterWidth(letter);
  return width;
}

/** Columns of one code point. */
export function letterWidth(letter: string): number {
  if (letter < "\u0300") return 1;
  if (COMBINING.test(letter)) return 0;
  return WIDE.test(letter) ? 2 : 1;
}
