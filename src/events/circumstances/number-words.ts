/** Numbers as news writes them: "43", "1,200", "2.6 billion", "tens of thousands", and the words that bound them. */
import { type Assets, cellOf, type Table, tableFault, tableOf } from "../../assets/index.js";
import { numberOf } from "./codebook.js";

/** A "part" is a fraction of the scale that follows it: "half a million", "two and a half billion". */
export type NumberRole = "unit" | "part" | "scale" | "plural";
const ROLES: readonly NumberRole[] = ["unit", "part", "scale", "plural"];
export type Bound = "low" | "high" | "both";

export interface NumberWords {
  readonly words: ReadonlyMap<string, { readonly role: NumberRole; readonly value: number }>;
  /** Phrases before a number ("at least") and after it ("or more"), the longer first. */
  readonly before: readonly BoundPhrase[];
  readonly after: readonly BoundPhrase[];
}

export interface BoundPhrase {
  readonly words: readonly string[];
  readonly bound: Bound;
}

/** What a run of words amounts to; `isOpen` for "dozens", which is that and more. */
export interface NumberRead {
  readonly value: number;
  readonly isOpen: boolean;
}

/** Largest number taken for a quantity; what is longer is a code or a telephone number. */
const TOO_LARGE = 1e15;

export function createNumberWords(assets: Pick<Assets, "tables">): NumberWords {
  const table = tableOf(assets, "events/number-words");
  const words = new Map<string, { role: NumberRole; value: number }>();
  for (const row of table.rows) {
    const role = ROLES.find((known) => known === cellOf(table, row, "role"));
    if (!role) throw tableFault(table, row, `no role "${cellOf(table, row, "role")}"`);
    words.set(cellOf(table, row, "word"), { role, value: numberOf(table, row, "value") });
  }
  const bounds = tableOf(assets, "events/number-bounds");
  return { words, before: readBounds(bounds, "before"), after: readBounds(bounds, "after") };
}

function readBounds(table: Table, where: string): BoundPhrase[] {
  const phrases: BoundPhrase[] = [];
  for (const row of table.rows) {
    if (cellOf(table, row, "where") !== where) continue;
    const bound = cellOf(table, row, "bound");
    if (bound !== "low" && bound !== "high" && bound !== "both") throw tableFault(table, row, `no bound "${bound}"`);
    phrases.push({ words: cellOf(table, row, "words").split(" "), bound });
  }
  return phrases.sort((a, b) => b.words.length - a.words.length);
}

/** Whether the word is a fraction that a scale may follow: "half", "quarter". */
export function isPart(word: string | undefined, { words }: NumberWords): boolean {
  return word !== undefined && words.get(word)?.role === "part";
}

/** Whether a word may stand in a number. */
export function isNumberWord(word: string, { words }: NumberWords): boolean {
  return words.has(word) || /^\d/.test(word);
}

/**
 * The number that the words make together, null where they make none. "dozens" counts as two dozen and more, as the
 * plural of a round number is at least twice that number; "tens of thousands" as twenty thousand and more.
 */
export function readNumber(run: readonly string[], { words }: NumberWords): NumberRead | null {
  const sum: Sum = { total: 0, current: null, isOpen: false, isParted: false };
  for (const word of run.flatMap((part) => (/\d/.test(part) ? [part] : part.split("-")))) {
    if (!LINKS.has(word) && !addWord(sum, word, words)) return null;
  }
  const { total, current, isOpen, isParted } = sum;
  if (current === null || isParted || total + current > TOO_LARGE) return null;
  return { value: Math.round((total + current) * 1000) / 1000, isOpen };
}

/** Words within a number that add nothing: "two hundred and five", "tens of thousands". */
const LINKS: ReadonlySet<string> = new Set(["", "-", "a", "and", "of"]);

/** A number while it is read: what is complete, and what a "hundred" or "million" may still multiply. */
interface Sum {
  total: number;
  current: number | null;
  isOpen: boolean;
  /** A fraction still waits for its scale: "half" alone is no number. */
  isParted: boolean;
}

/** Adds a word; false where it is no part of the number. */
function addWord(sum: Sum, word: string, words: NumberWords["words"]): boolean {
  const digits = readDigits(word);
  if (digits !== null) {
    if (sum.current !== null) return false;
    sum.current = digits;
    return true;
  }
  const entry = words.get(word);
  if (entry === undefined) return false;
  const { role, value } = entry;
  sum.isParted = role === "part";
  if (role === "unit" || role === "part") sum.current = (sum.current ?? 0) + value;
  else if (role === "plural") {
    sum.current = sum.current === null ? 2 * value : sum.current * value;
    sum.isOpen = true;
  } else if (value < 1000) sum.current = (sum.current ?? 1) * value;
  else {
    sum.total += (sum.current ?? 1) * value;
    sum.current = 0;
  }
  return true;
}

/** "1,200" and "2.6", also "40bn" split by the caller; null for dates, scores and codes. */
function readDigits(word: string): number | null {
  if (!/^\d+(?:\.\d+)?$/.test(word) && !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(word)) return null;
  return Number(word.replace(/,/g, ""));
}
