/** Cuts a text into the words that it is found by: in small letters, without accents and possessive endings. */

export interface SearchWord {
  readonly word: string;
  /** Counted from 0; one more than the number is left out where a sentence ends, so that no phrase runs over it. */
  readonly position: number;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Between two words: the end of a sentence or paragraph. */
const BREAK = /[.!?…]["'”’»)\]]*\s|\n\s*\n/u;
const MARKS = /\p{M}+/gu;
const PLAIN = /^[\x00-\x7f]*$/;

/** The words of a text in order. */
export function splitSearchWords(text: string): SearchWord[] {
  const words: SearchWord[] = [];
  let position = -1;
  let end = 0;
  for (const found of text.matchAll(WORD)) {
    const [whole] = found;
    const start = found.index;
    const gap = text.slice(end, start);
    if (isEnding(whole, gap)) continue;
    position += words.length > 0 && BREAK.test(gap) ? 2 : 1;
    end = start + whole.length;
    words.push({ word: foldSearchWord(whole), position, start, end });
  }
  return words;
}

/** The "s" of "Russia's". */
function isEnding(word: string, gap: string): boolean {
  return (word === "s" || word === "S") && (gap === "'" || gap === "’");
}

/** "Erdoğan" as "erdogan". */
export function foldSearchWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.normalize("NFKD").replace(MARKS, "").toLowerCase().replaceAll("ı", "i");
}
