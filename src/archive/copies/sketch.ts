/** What a text's near-copies are found by: the smallest hashes of its runs of words, after Broder. */
import { splitSearchWords } from "../search/split-search-words.js";

/** Words in a run, and how many hashes stand for a text. */
const RUN = 4;
const HASHES = 16;
/** A shorter text, such as a headline, is a copy only where all its words are the same. */
const SHORT = 24;

export interface Sketch {
  /** Hashes of all runs of words; of a short text, one for all its words. */
  readonly runs: ReadonlySet<number>;
  /** The smallest of them. */
  readonly hashes: readonly number[];
  readonly isShort: boolean;
}

/** The sketch of a text without what outlets put around it; null where it has no words. */
export function makeSketch(text: string): Sketch | null {
  const words = splitSearchWords(stripMarks(text)).map(({ word }) => word);
  if (words.length === 0) return null;
  const isShort = words.length < SHORT;
  const runs = new Set<number>();
  if (isShort) runs.add(hashWords(words, 0, words.length));
  else for (let i = 0; i + RUN <= words.length; i++) runs.add(hashWords(words, i, i + RUN));
  const hashes = [...runs].sort((a, b) => a - b).slice(0, HASHES);
  return { runs, hashes, isShort };
}

/** "UPDATE 2-", "Opinion |", "EXCLUSIVE:" before the first line; " | Outlet" or " - Outlet" after it. */
const BEFORE = /^\s*(?:\p{Lu}[\p{Lu}\p{N} ]{2,20}\s?[-–—:|]\s?|\p{Lu}\p{L}{2,15}\s?\|\s?)(?=\S)/u;
const AFTER = /\s(?:\||[-–—])\s(?:(?:the\s)?\p{Lu}[\p{L}.]*\s?){1,4}$/iu;

/** The text without the marks that make an agency's story look like another one. */
export function stripMarks(text: string): string {
  const end = text.indexOf("\n");
  const [line, rest] = end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end)];
  const bare = line.replace(BEFORE, "").trimEnd().replace(AFTER, "");
  return (bare === "" ? line : bare) + rest;
}

/** FNV-1a over the words, with a sign between two. */
function hashWords(words: readonly string[], from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) {
    const word = words[i]!;
    for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** How much of the smaller text stands in the other one, from 0 to 1. */
export function overlapOf(a: Sketch, b: Sketch): number {
  if (a.isShort !== b.isShort) return 0;
  const [small, large] = a.runs.size <= b.runs.size ? [a.runs, b.runs] : [b.runs, a.runs];
  let shared = 0;
  for (const run of small) if (large.has(run)) shared++;
  return shared / small.size;
}
