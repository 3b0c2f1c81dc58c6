/** Builds a `Parsed` from rows of tokens: the one place where its derived columns are made. */
import type { Parsed, Sentence } from "./parsed.js";

/** One token as a row; `head` is a token number of the whole text, −1 for a root. */
export interface TokenRow {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

export function buildParsed(text: string, rows: readonly TokenRow[], sentences: readonly Sentence[]): Parsed {
  const head = fill(new Int32Array(rows.length), rows, "head");
  return {
    text,
    length: rows.length,
    start: fill(new Uint32Array(rows.length), rows, "start"),
    end: fill(new Uint32Array(rows.length), rows, "end"),
    form: rows.map((row) => row.form),
    lemma: rows.map((row) => row.lemma),
    upos: rows.map((row) => row.upos),
    xpos: rows.map((row) => row.xpos),
    head,
    deprel: rows.map((row) => row.deprel),
    sentenceOf: sentenceColumn(rows.length, sentences),
    sentences,
    ...linkChildren(head),
  };
}

/** A plain loop: `from` with a function takes many times as long. */
function fill<Column extends Int32Array | Uint32Array>(
  column: Column,
  rows: readonly TokenRow[],
  name: "head" | "start" | "end",
): Column {
  for (let i = 0; i < rows.length; i++) column[i] = rows[i]![name];
  return column;
}

function sentenceColumn(length: number, sentences: readonly Sentence[]): Uint32Array {
  const column = new Uint32Array(length);
  for (const [i, sentence] of sentences.entries()) column.fill(i, sentence.first, sentence.last + 1);
  return column;
}

/** Child lists in text order: filled from the back, each child put before those already there. */
function linkChildren(head: Int32Array): Pick<Parsed, "firstChild" | "nextSibling"> {
  const firstChild = new Int32Array(head.length).fill(-1);
  const nextSibling = new Int32Array(head.length).fill(-1);
  for (let token = head.length - 1; token >= 0; token--) {
    const parent = head[token]!;
    if (parent < 0) continue;
    nextSibling[token] = firstChild[parent]!;
    firstChild[parent] = token;
  }
  return { firstChild, nextSibling };
}
