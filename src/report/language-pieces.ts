/** Scores a text for languages in Latin letters by the pieces of its words. */
import { cellOf, type Table } from "../assets/index.js";

/** For each piece the languages that have it, as pairs of a language's number and the piece's score there. */
export interface LanguagePieces {
  readonly languages: readonly string[];
  readonly scores: ReadonlyMap<string, readonly number[]>;
}

/** Pieces overlap by a letter: four bytes long, three apart, the last one up to the word's end. */
const [LENGTH, STRIDE] = [4, 3];
const MOST_BYTES = 70;

export function readPieces(table: Table): LanguagePieces {
  const scores = new Map<string, number[]>();
  for (const [number, row] of table.rows.entries()) {
    for (const entry of cellOf(table, row, "pieces").split(" ")) {
      const at = entry.lastIndexOf("=");
      const piece = entry.slice(0, at);
      const pairs = scores.get(piece);
      if (pairs) pairs.push(number, Number(entry.slice(at + 1)));
      else scores.set(piece, [number, Number(entry.slice(at + 1))]);
    }
  }
  return { languages: table.rows.map((row) => cellOf(table, row, "language")), scores };
}

/** How much more English than any other language a text is: 1 for as much, 0 where it has nothing of English. */
export function englishShare(text: string, pieces: LanguagePieces): number {
  const sums = new Array<number>(pieces.languages.length).fill(0);
  for (const piece of findPieces(text)) {
    const pairs = pieces.scores.get(piece) ?? [];
    for (let i = 0; i < pairs.length; i += 2) sums[pairs[i]!]! += pairs[i + 1]!;
  }
  const at = pieces.languages.indexOf("en");
  const best = Math.max(...sums.filter((_, i) => i !== at));
  if (best === 0) return sums[at]! > 0 ? 2 : 1;
  return sums[at]! / best;
}

/** Each piece once, in bytes of UTF-8 written as letters of their number, "_" for a word's ends. */
function findPieces(text: string): Set<string> {
  const found = new Set<string>();
  const encoder = new TextEncoder();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}']+/gu)) {
    const bytes = String.fromCharCode(...encoder.encode(word).subarray(0, MOST_BYTES));
    let at = 0;
    for (; at + LENGTH < bytes.length; at += STRIDE) found.add((at === 0 ? "_" : "") + bytes.slice(at, at + LENGTH));
    found.add(`${at === 0 ? "_" : ""}${bytes.slice(bytes.length === 3 ? 0 : -LENGTH)}_`);
  }
  return found;
}
