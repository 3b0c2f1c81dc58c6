/** Finds the names of a table in a text: longest first, at word edges, whatever way the words were tokenised. */
import type { Parsed } from "../language/index.js";

/** Entries of a table by the names they go by. */
export interface NameIndex<Entry> {
  /** Candidates by their first run of letters and digits, longest name first. */
  readonly byFirstWord: ReadonlyMap<string, readonly NameCandidate<Entry>[]>;
  readonly byName: ReadonlyMap<string, Entry>;
}

interface NameCandidate<Entry> {
  readonly name: string;
  readonly entry: Entry;
}

/** One name in the text, on tokens: "South Korean" is tokens 3 to 4. */
export interface NameHit<Entry> {
  readonly first: number;
  readonly last: number;
  readonly entry: Entry;
}

const FIRST_WORD = /[\p{L}\p{N}]+/uy;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
/** A name shorter than this counts only in its own case: "US" is no "us", but "RUSSIA" is Russia. */
const SHORTEST_CAPITALISED = 4;

/** Indexes names; where two entries share one, the earlier keeps it. */
export function indexNames<Entry>(named: Iterable<readonly [string, Entry]>): NameIndex<Entry> {
  const byName = new Map<string, Entry>();
  for (const [name, entry] of named) {
    const plain = foldName(name);
    if (!byName.has(plain)) byName.set(plain, entry);
    const loud = plain.toUpperCase();
    if (loud.length >= SHORTEST_CAPITALISED && !byName.has(loud)) byName.set(loud, entry);
  }
  const byFirstWord = new Map<string, NameCandidate<Entry>[]>();
  for (const [name, entry] of byName) {
    const word = firstWord(name, 0);
    const list = byFirstWord.get(word);
    if (list) list.push({ name, entry });
    else byFirstWord.set(word, [{ name, entry }]);
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.name.length - a.name.length);
  return { byFirstWord, byName };
}

/** The entry that goes by exactly this name, null where there is none. */
export function entryNamed<Entry>(index: NameIndex<Entry>, name: string): Entry | null {
  return index.byName.get(foldName(name)) ?? null;
}

/** Names in text order, none inside another: "South Sudan" is no Sudan. */
export function findNames<Entry>(parsed: Parsed, index: NameIndex<Entry>): NameHit<Entry>[] {
  const hits: NameHit<Entry>[] = [];
  for (let token = 0; token < parsed.length; ) {
    const hit = nameAt(parsed, index, token);
    if (hit) hits.push(hit);
    token = hit ? hit.last + 1 : token + 1;
  }
  return hits;
}

/** The longest name that begins at this offset of a bare text and ends at a word's edge, null where none does. */
export function nameIn<Entry>(
  text: string,
  index: NameIndex<Entry>,
  start: number,
): { readonly end: number; readonly entry: Entry } | null {
  for (const { name, entry } of index.byFirstWord.get(firstWord(text, start)) ?? []) {
    const end = matchEnd(text, start, name);
    if (end >= 0) return { end, entry };
  }
  return null;
}

/** The longest name that begins with this token, null where none does. */
export function nameAt<Entry>(parsed: Parsed, index: NameIndex<Entry>, token: number): NameHit<Entry> | null {
  const start = parsed.start[token]!;
  for (const { name, entry } of index.byFirstWord.get(firstWord(parsed.text, start)) ?? []) {
    const end = matchEnd(parsed.text, start, name);
    if (end < 0) continue;
    const last = lastTokenTo(parsed, token, end);
    if (last >= 0) return { first: token, last, entry };
  }
  return null;
}

/** One form for all: straight apostrophes and hyphens, single blanks. */
export function foldName(name: string): string {
  return name
    .replace(/[’ʼ‘`]/g, "'")
    .replace(/[‐‑–]/g, "-")
    .replace(/\s+/g, " ");
}

function firstWord(text: string, at: number): string {
  FIRST_WORD.lastIndex = at;
  const word = FIRST_WORD.exec(text)?.[0] ?? "";
  const next = text.charCodeAt(at + word.length);
  return next >= FIRST_HIDDEN && word !== "" ? (plainWord(text, at) ?? word) : word;
}

/** The soft hyphen, the first of the signs that hide in words. */
const FIRST_HIDDEN = 0xad;
const HIDING_WORD = /[\p{L}\p{N}\p{M}\p{Cf}]{1,200}/uy;

/** "Israel" of a word with a zero-width blank or a mark of its own in it, null where the word hides nothing. */
function plainWord(text: string, at: number): string | null {
  HIDING_WORD.lastIndex = at;
  const whole = HIDING_WORD.exec(text)?.[0] ?? "";
  const plain = whole.replace(/\p{Cf}/gu, "").normalize("NFC");
  return plain === whole ? null : (/^[\p{L}\p{N}]+/u.exec(plain)?.[0] ?? null);
}

/** Where the name ends that begins at `start`, −1 where other words stand there. */
function matchEnd(text: string, start: number, name: string): number {
  let at = start;
  for (let i = 0; i < name.length; i++) {
    let next = name[i] === " " ? skipBlanks(text, at) : at + Number(isLetter(text[at], name[i]!));
    if (next === at) next = skipHidden(text, at, name[i]!);
    if (next === at) return -1;
    at = next;
  }
  return WORD_CHARACTER.test(text[at] ?? "") ? -1 : at;
}

const HIDDEN = /\p{Cf}/u;
const MARK = /\p{M}/u;

/** Past the letter behind signs that are not seen, as a soft hyphen, or that is written with marks of its own ("o" and a circumflex). */
function skipHidden(text: string, start: number, wanted: string): number {
  let at = start;
  while (at - start < MAX_BLANKS && HIDDEN.test(text[at] ?? "")) at++;
  if (at > start && isLetter(text[at], wanted)) return at + 1;
  if (!MARK.test(text[at + 1] ?? "")) return start;
  return text.slice(at, at + 2).normalize("NFC") === wanted ? at + 2 : start;
}

/** Whether the letter is that of the folded name; only what is no plain letter needs folding. */
function isLetter(letter: string | undefined, wanted: string): boolean {
  if (letter === wanted) return true;
  return letter !== undefined && (letter > "~" || letter === "`") && foldName(letter) === wanted;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && at - start < MAX_BLANKS && /\s/.test(text[at]!)) at++;
  return at;
}

/** More blanks than this part two words for good. */
const MAX_BLANKS = 40;

/** The token of the same sentence that ends at this offset; a full stop after "U.S" may lie in the token. */
function lastTokenTo(parsed: Parsed, token: number, end: number): number {
  const sentence = parsed.sentenceOf[token]!;
  for (let at = token; at < parsed.length && parsed.sentenceOf[at] === sentence; at++) {
    const gap = parsed.end[at]! - end;
    if (gap === 0 || (gap === 1 && parsed.text[end] === ".")) return at;
    if (gap > 0) return -1;
  }
  return -1;
}
