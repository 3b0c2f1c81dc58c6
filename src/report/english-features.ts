/** What tells English from other languages in Latin letters: the words of a text and the pieces they are made of. */

/** Bits of a feature's number. */
export const FEATURE_BITS = 17;
/** A longer word counts by its beginning: the rest of it tells no more. */
const MOST_LETTERS = 24;
/** Lengths of pieces, the signs for a word's ends counted. */
const [SHORTEST, LONGEST] = [2, 4];
/** Starting points of the hash: capitalised words, names for the most part, have features of their own. */
const SEEDS = { small: 0x811c9dc5, capital: 0x2f0b4c47 } as const;

const WORD = /[\p{L}\p{M}]+(?:['’ʼ‘][\p{L}\p{M}]+)*/gu;
const APOSTROPHE = /['’ʼ‘]/g;

/** The features of each word of a text, one list a word, each its own number below 2 ** FEATURE_BITS. */
export function* describeEnglish(text: string): Generator<readonly number[]> {
  const isLoud = text === text.toUpperCase();
  for (const [word] of text.matchAll(WORD)) {
    const small = word.toLowerCase();
    yield describeWord(
      small.replace(APOSTROPHE, "'"),
      isLoud || word.startsWith(small[0]!) ? SEEDS.small : SEEDS.capital,
    );
  }
}

function describeWord(word: string, seed: number): number[] {
  const marked = `_${word.slice(0, MOST_LETTERS)}_`;
  const found: number[] = [hashPiece(marked, 0, marked.length, seed ^ 0x5bd1e995)];
  for (let from = 0; from + SHORTEST <= marked.length; from++) {
    for (let length = SHORTEST; length <= LONGEST && from + length <= marked.length; length++) {
      found.push(hashPiece(marked, from, from + length, seed));
    }
  }
  return found;
}

/** FNV-1a over UTF-16 code units, its upper bits mixed into the lower. */
function hashPiece(text: string, from: number, to: number, seed: number): number {
  let hash = seed;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) >>> (32 - FEATURE_BITS);
}
