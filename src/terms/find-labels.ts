/** Finds words that are marked as a label: a few quoted words, or those after "so-called". */
import { childBy, isUnder, type Parsed, spanOf, tokenAt } from "../language/index.js";
import type { Span } from "../reading/index.js";
import type { Quotation } from "../statements/index.js";

/** A label, before it is known whose it is. */
export interface Label {
  readonly span: Span;
  /** "quoted": between marks; "called": after "so-called". */
  readonly kind: "quoted" | "called";
  readonly first: number;
  readonly last: number;
  /** Token of the label that hangs outside of it. */
  readonly head: number;
  /** Head of a possessor: "Assad’s “war”"; −1 where none. */
  readonly owner: number;
  /** Head of the subject of the clause around; −1 where none. */
  readonly subject: number;
}

/** Longest label, in words. */
const LONGEST = 6;
/** Longest label with a preposition in it: "cooling on the ground". */
const LONGEST_PHRASE = 4;
const CALLED = /^(?:so-called|self-(?:proclaimed|styled|declared|described))$/i;

/** Every label of the text, in text order. */
export function findLabels(parsed: Parsed, quotations: readonly Quotation[]): Label[] {
  const quoted = quotations.map((quotation) => quotedLabel(parsed, quotation));
  const called = calledLabels(parsed);
  const found = [...quoted, ...called].filter((label) => label !== null);
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return found.filter((label, i) => i === 0 || label.span.start >= found[i - 1]!.span.end);
}

function quotedLabel(parsed: Parsed, { inner }: Quotation): Label | null {
  let first = tokenAt(parsed, inner.start);
  let last = Math.min(tokenAt(parsed, inner.end - 1), parsed.length - 1);
  while (first < last && parsed.upos[first] === "PUNCT") first++;
  while (last > first && parsed.upos[last] === "PUNCT") last--;
  if (first > last || parsed.start[first]! < inner.start || !isLabel(parsed, first, last)) return null;
  return labelOf(parsed, first, last, "quoted");
}

/** Whether the words are a noun phrase or an adjective that the sentence uses, not one that it asserts. */
function isLabel(parsed: Parsed, first: number, last: number): boolean {
  const head = headOf(parsed, first, last);
  const length = last - first + 1;
  if (length > LONGEST || !/^(NOUN|PROPN|ADJ)$/.test(parsed.upos[head]!)) return false;
  if (childBy(parsed, head, "cop") >= 0 || parsed.head[head]! < 0) return false;
  if (isTitle(parsed, first, last)) return false;
  for (let token = first; token <= last; token++) {
    if (/^(AUX|PRON|SCONJ|INTJ)$/.test(parsed.upos[token]!)) return false;
    if (parsed.upos[token] === "VERB" && /^(VB|VBD|VBP|VBZ|MD)$/.test(parsed.xpos[token]!)) return false;
    if (parsed.upos[token] === "ADP" && length > LONGEST_PHRASE) return false;
  }
  return true;
}

/** Names and titles are quoted as such and are nobody's label. */
function isTitle(parsed: Parsed, first: number, last: number): boolean {
  for (let token = first; token <= last; token++) {
    if (/^(ADP|DET|CCONJ|PART)$/.test(parsed.upos[token]!)) continue;
    if (!/^\p{Lu}/u.test(parsed.form[token]!)) return false;
  }
  return last > first;
}

/** The token that hangs outside of the words. */
function headOf(parsed: Parsed, first: number, last: number): number {
  for (let token = first; token <= last; token++) {
    const head = parsed.head[token]!;
    if ((head < first || head > last) && parsed.upos[token] !== "PUNCT") return token;
  }
  return last;
}

/** "so-called Islamic State", "self-proclaimed capital". */
function calledLabels(parsed: Parsed): Label[] {
  const labels: Label[] = [];
  for (let token = 0; token < parsed.length; token++) {
    const marker = markerAt(parsed, token);
    const head = marker < 0 ? -1 : nounAfter(parsed, marker);
    if (head > marker) labels.push(labelOf(parsed, marker + 1, head, "called"));
  }
  return labels;
}

/** Last token of the marker that begins at the token, of one token or three; −1 where none does. */
function markerAt(parsed: Parsed, token: number): number {
  if (CALLED.test(parsed.form[token]!)) return token;
  const isSplit = parsed.form[token + 1] === "-" && token + 2 < parsed.length;
  return isSplit && CALLED.test(`${parsed.form[token]}-${parsed.form[token + 2]}`) ? token + 2 : -1;
}

/** The noun that the marker stands before: the last of the nouns that follow it. */
function nounAfter(parsed: Parsed, marker: number): number {
  let last = -1;
  for (let token = marker + 1; token < parsed.length && token <= marker + LONGEST; token++) {
    if (parsed.sentenceOf[token] !== parsed.sentenceOf[marker] || !/^(NOUN|PROPN|ADJ)$/.test(parsed.upos[token]!))
      break;
    if (parsed.upos[token] !== "ADJ") last = token;
  }
  return last;
}

function labelOf(parsed: Parsed, first: number, last: number, kind: Label["kind"]): Label {
  const head = headOf(parsed, first, last);
  const owner = childBy(parsed, head, "nmod:poss");
  const subject = subjectAround(parsed, head);
  return { span: spanOf(parsed, first, last), kind, first, last, head, owner: owner < first ? owner : -1, subject };
}

/** The subject of the clause that a label is used in; none where the label belongs to the subject itself. */
function subjectAround(parsed: Parsed, head: number): number {
  let token = head;
  while (token >= 0 && parsed.upos[token] !== "VERB") token = parsed.head[token]!;
  const subject = token < 0 ? -1 : childBy(parsed, token, "nsubj");
  return subject >= 0 && subject < head && !isUnder(parsed, head, subject) ? subject : -1;
}
