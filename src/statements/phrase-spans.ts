/** The words of a source, a cue or a content, given the tokens at their heart. */
import { children, childrenBy, hasRelation, type Parsed, relation, spanOf, subtreeRange } from "../language/index.js";
import type { Span } from "../reading/index.js";
import type { TokenRange } from "./candidate.js";
import type { Quotation } from "./find-quotations.js";

/** Verbs that only shade the cue under them: "continued to warn" is one cue. */
const SHADING: ReadonlySet<string> = new Set(["continue", "begin", "start", "appear", "seem", "go", "keep", "like"]);

/** The noun phrase around a source's head: title and apposition, but no relative clause: "Lavrov, the minister". */
export function sourceRange(parsed: Parsed, head: number): TokenRange {
  const range = subtreeRange(parsed, head, (child) => !belongsToName(parsed, child));
  return dropEdges(parsed, { first: nameBefore(parsed, range.first, head), last: range.last }, head);
}

/** First token of a title that the tree makes a second subject: "CIA Director | John Brennan". */
function nameBefore(parsed: Parsed, first: number, head: number): number {
  const verb = parsed.head[head]!;
  if (first === 0 || verb < head || relation(parsed, head) !== "nsubj") return first;
  const other = childrenBy(parsed, verb, "nsubj").find((child) => child < first && child === first - 1);
  return other === undefined ? first : Math.min(first, subtreeRange(parsed, other).first);
}

const NAME_PARTS: readonly string[] = [
  "det",
  "amod",
  "compound",
  "flat",
  "nummod",
  "fixed",
  "conj",
  "cc",
  "nmod",
  "case",
];

function belongsToName(parsed: Parsed, child: number): boolean {
  if (hasRelation(parsed, child, "punct", "appos")) return true;
  if (relation(parsed, child) === "case") return !hasRelation(parsed, parsed.head[child]!, "obl", "nsubj", "obj");
  if (relation(parsed, child) === "conj") return ["NOUN", "PROPN", "PRON", "ADJ", "NUM"].includes(parsed.upos[child]!);
  return NAME_PARTS.includes(relation(parsed, child)) || parsed.form[child] === "not";
}

/** The range without punctuation at its ends, and without a possessive mark. */
function dropEdges(parsed: Parsed, range: TokenRange, head: number): TokenRange {
  let { first, last } = range;
  while (first < head && (parsed.upos[first] === "PUNCT" || parsed.upos[first] === "CCONJ")) first++;
  while (last > head && (parsed.upos[last] === "PUNCT" || parsed.xpos[last] === "POS")) last--;
  return { first, last };
}

/** The verb group: "has repeatedly said", "did not say", "continues to warn", "pointed out". */
export function cueSpan(parsed: Parsed, verb: number): Span {
  let first = verb;
  for (const child of children(parsed, verb).reverse()) {
    if (child < first && child >= first - 1 && hasRelation(parsed, child, "aux", "cop", "advmod", "mark")) {
      if (relation(parsed, child) !== "mark" || shadingHead(parsed, verb) >= 0) first = child;
    }
  }
  const shading = shadingHead(parsed, verb);
  if (shading >= 0 && verb - shading <= 3) return { start: cueSpan(parsed, shading).start, end: parsed.end[verb]! };
  const particle = childrenBy(parsed, verb, "compound:prt").find((child) => child > verb && child <= verb + 2) ?? verb;
  return spanOf(parsed, first, particle);
}

/** The verb that only shades this one, −1 where there is none. */
function shadingHead(parsed: Parsed, verb: number): number {
  const head = parsed.head[verb]!;
  return head >= 0 && relation(parsed, verb) === "xcomp" && SHADING.has(parsed.lemma[head]!) ? head : -1;
}

/** The words from `first` to `last` without commas, dashes and a pair of quotation marks around them; null where none are left. */
export function contentSpan(parsed: Parsed, range: TokenRange, quotations: readonly Quotation[]): Span | null {
  let { first, last } = range;
  while (first <= last && isEdge(parsed, first)) first++;
  while (last >= first && isEdge(parsed, last)) last--;
  if (first > last) return null;
  return withoutMarks(parsed.text, spanOf(parsed, first, last), quotations);
}

function isEdge(parsed: Parsed, token: number): boolean {
  return /^[,.;:–—-]+$/.test(parsed.form[token]!);
}

/** Takes the marks away where one quotation is the whole span, or where its mark stands alone at one end. */
function withoutMarks(text: string, span: Span, quotations: readonly Quotation[]): Span | null {
  let inner = span;
  for (let i = firstOverlap(quotations, span); i < quotations.length && quotations[i]!.outer.start < span.end; i++) {
    inner = withoutMarksOf(inner, quotations[i]!);
  }
  let { start, end } = inner;
  while (start < end && /[\s,]/.test(text[start]!)) start++;
  while (end > start && /[\s,]/.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : null;
}

function withoutMarksOf(span: Span, { inner, outer }: Quotation): Span {
  if (outer.start <= span.start && outer.end >= span.end) {
    return { start: Math.max(span.start, inner.start), end: Math.min(span.end, inner.end) };
  }
  return span;
}

/** Number of the first quotation that ends after the span's start. */
export function firstOverlap(quotations: readonly Quotation[], span: Span): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.outer.end <= span.start) low = middle + 1;
    else high = middle;
  }
  return low;
}
