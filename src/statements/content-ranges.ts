/** Where a content begins and ends on tokens, also where the tree hangs a part of it elsewhere. */
import { childBy, childrenBy, hasRelation, type Parsed, subtreeRange } from "../language/index.js";
import type { TokenRange } from "./candidate.js";
import type { PhraseWords } from "./statement-knowledge.js";

/** How far after its cue a clause may begin: "expressed frustration in an interview this year that". */
const REACH = 12;
/** How many phrases are taken in after a content. */
const PHRASES = 12;

/** What is left and right of the cue's clause within the clause that it interrupts. */
export function rangesAround(parsed: Parsed, head: number, clause: TokenRange): TokenRange[] {
  const sentence = parsed.sentences[parsed.sentenceOf[head]!]!;
  const whole = parsed.head[head]! < 0 ? sentence : subtreeRange(parsed, head);
  const last = whole === sentence && parsed.upos[whole.last] === "PUNCT" ? whole.last - 1 : whole.last;
  const ranges: TokenRange[] = [];
  if (whole.first < clause.first) ranges.push({ first: whole.first, last: clause.first - 1 });
  const next = parsed.upos[clause.last + 1] === "PUNCT" ? clause.last + 2 : clause.last + 1;
  const goesOn = ranges.length > 0 && parsed.xpos[next] === "VBG";
  if (clause.last < last && !goesOn) ranges.push({ first: clause.last + 1, last });
  return ranges;
}

/** The clause under the token, or right after it and hung elsewhere; the range from its first word; null where none. */
export function clauseAfter(parsed: Parsed, token: number): TokenRange | null {
  const own = childrenBy(parsed, token, "ccomp", "xcomp").find((child) => child > token && isClause(parsed, child));
  if (own === undefined) return nextClause(parsed, token) ?? thatClause(parsed, token);
  const range = subtreeRange(parsed, own);
  const slip = childrenBy(parsed, own, "conj").find((child) => isSlippedConj(parsed, child));
  return slip === undefined ? range : { first: range.first, last: beforeConj(parsed, slip) };
}

/** Whether the complement is a finite clause, or has a subject of its own. */
function isClause(parsed: Parsed, verb: number): boolean {
  const marks = childrenBy(parsed, verb, "mark").map((mark) => parsed.form[mark]!.toLowerCase());
  if (marks.includes("to")) return false;
  if (childBy(parsed, verb, "nsubj", "nsubj:pass", "expl", "csubj", "aux", "cop") >= 0) return true;
  return hasRelation(parsed, verb, "ccomp") && !/^(VBG|VBN)$/.test(parsed.xpos[verb]!);
}

/**
 * "forecast that it would rebound and praised him": a conjunct that the tree hangs under the content, though its tense
 * is the cue's and not the content's.
 */
export function isSlippedConj(parsed: Parsed, verb: number): boolean {
  const content = parsed.head[verb]!;
  const cue = content < 0 ? -1 : parsed.head[content]!;
  if (cue < 0 || !hasRelation(parsed, verb, "conj") || !hasRelation(parsed, content, "ccomp", "xcomp")) return false;
  const isBare = childBy(parsed, verb, "aux", "aux:pass", "cop", "nsubj", "nsubj:pass", "mark") < 0;
  const isTensed = /^(VBD|VBZ)$/.test(parsed.xpos[verb]!) && parsed.xpos[verb] === parsed.xpos[cue];
  const hasAux = childBy(parsed, content, "aux", "aux:pass") >= 0 || !/^(VBD|VBZ|VBP)$/.test(parsed.xpos[content]!);
  return isBare && isTensed && hasAux && childBy(parsed, content, "cop") < 0;
}

/** The last token before a conjunct and its conjunction. */
function beforeConj(parsed: Parsed, verb: number): number {
  const { first } = subtreeRange(parsed, verb);
  const cc = childBy(parsed, verb, "cc");
  return Math.min(first, cc < 0 ? first : cc) - 1;
}

/** "he hopes parliament can ratify": the clause that begins with the very next word. */
function nextClause(parsed: Parsed, token: number): TokenRange | null {
  const particle = childBy(parsed, token, "compound:prt");
  const next = Math.max(particle, token) + 1;
  if (next >= parsed.length || parsed.sentenceOf[next] !== parsed.sentenceOf[token]) return null;
  if (parsed.upos[next] === "PUNCT" || parsed.upos[next] === "CCONJ") return null;
  const top = topFrom(parsed, next);
  const isClause = childBy(parsed, top, "nsubj", "nsubj:pass", "expl", "csubj") >= next;
  if (!isClause || parsed.head[top]! > next) return null;
  return { first: next, last: subtreeRange(parsed, top).last };
}

/** The highest token above `token` that does not hang left of it. */
function topFrom(parsed: Parsed, token: number): number {
  let top = token;
  while (parsed.head[top]! >= token) top = parsed.head[top]!;
  return top;
}

/** "complaints from his counterpart that …": a clause with "that" and a subject of its own, no stop between. */
export function thatClause(parsed: Parsed, token: number): TokenRange | null {
  for (let at = token + 1; at < parsed.length && at <= token + REACH; at++) {
    if (parsed.sentenceOf[at] !== parsed.sentenceOf[token] || parsed.upos[at] === "PUNCT") return null;
    if (/^(VERB|AUX|CCONJ)$/.test(parsed.upos[at]!)) return null;
    if (parsed.form[at] !== "that" || !hasRelation(parsed, at, "mark")) continue;
    const head = parsed.head[at]!;
    if (head < at || childBy(parsed, head, "nsubj", "nsubj:pass", "expl") < at) return null;
    return { first: at, last: subtreeRange(parsed, head).last };
  }
  return null;
}

/**
 * The range with the phrases right after it that go on with it. A clause takes all; a noun phrase, for which the venues
 * of speech are given ("in an interview"), only those that may be its own.
 */
export function widen(parsed: Parsed, cue: number, range: TokenRange, words: PhraseWords | null): TokenRange {
  const { last: end } = parsed.sentences[parsed.sentenceOf[cue]!]!;
  let { last } = range;
  for (let i = 0; i < PHRASES && last < end; i++) {
    const next = last + 1;
    const first = isRelativeComma(parsed, next, end) ? next + 1 : next;
    if (first > end || parsed.upos[first] === "PUNCT") break;
    if (parsed.upos[first] === "CCONJ" && (words || !isSecondClause(parsed, first, range.first))) break;
    const top = topFrom(parsed, first);
    const fits = words ? goesOnNoun(parsed, top, first, words) : goesOnClause(parsed, top, cue);
    if (!fits) break;
    last = subtreeRange(parsed, top).last;
  }
  return { first: range.first, last: Math.min(last, end) };
}

/** "to disarm and continue talks", "that it agreed and that it will come": the conjunct of an infinitive or a that-clause. */
function isSecondClause(parsed: Parsed, conjunction: number, first: number): boolean {
  const conjunct = parsed.head[conjunction]!;
  if (conjunct < conjunction) return false;
  const next = parsed.form[conjunction + 1]?.toLowerCase();
  if (next === "that" && parsed.form[first]!.toLowerCase() === "that") return true;
  const isInfinitive = parsed.form[first]!.toLowerCase() === "to" && parsed.xpos[conjunct] === "VB";
  return isInfinitive && childBy(parsed, conjunct, "nsubj", "aux") < 0;
}

/** The noun phrase's range without a phrase of where or when it was said: "those worries on Sunday". */
export function withoutVenue(parsed: Parsed, range: TokenRange, venues: ReadonlySet<string>): TokenRange {
  for (let token = range.first + 2; token <= range.last; token++) {
    if (!venues.has(parsed.lemma[token]!.toLowerCase()) || !hasRelation(parsed, token, "nmod", "obl")) continue;
    const prep = childrenBy(parsed, token, "case").find((child) => /^(in|on|at|during)$/i.test(parsed.form[child]!));
    const isOuter =
      parsed.head[token]! < range.first || !hasRelation(parsed, parsed.head[token]!, "nmod", "obl", "acl");
    if (prep !== undefined && prep > range.first && isOuter) return { first: range.first, last: prep - 1 };
  }
  return range;
}

/** ", where he is expected": a comma before a relative clause. */
function isRelativeComma(parsed: Parsed, token: number, end: number): boolean {
  return token < end && parsed.form[token] === "," && /^(where|which|who|whose|whom)$/i.test(parsed.form[token + 1]!);
}

function goesOnClause(parsed: Parsed, top: number, cue: number): boolean {
  if (parsed.head[top]! < 0 || top === cue) return false;
  return hasRelation(
    parsed,
    top,
    "obl",
    "advcl",
    "acl",
    "nmod",
    "ccomp",
    "xcomp",
    "obj",
    "advmod",
    "conj",
    "parataxis",
  );
}

function goesOnNoun(parsed: Parsed, top: number, first: number, words: PhraseWords): boolean {
  if (hasRelation(parsed, top, "acl", "acl:relcl")) return true;
  if (parsed.form[first] === "to" && parsed.xpos[first] === "TO") return hasRelation(parsed, top, "advcl", "xcomp");
  let prep = first;
  while (prep < top && /^(ADV|PART)$/.test(parsed.upos[prep]!)) prep++;
  const opens = words.prepositions.has(parsed.form[prep]!.toLowerCase()) && hasRelation(parsed, prep, "case", "mark");
  return (
    opens && hasRelation(parsed, top, "obl", "nmod", "advcl") && !words.venues.has(parsed.lemma[top]!.toLowerCase())
  );
}

/** Prepositions and markers of a phrase: "about", "as". */
export function casesOf(parsed: Parsed, token: number): string[] {
  return childrenBy(parsed, token, "case", "mark").map((child) => parsed.form[child]!.toLowerCase());
}

/** The object after the verb, −1 where none. */
export function objectOf(parsed: Parsed, verb: number): number {
  return childrenBy(parsed, verb, "obj").find((child) => child > verb) ?? -1;
}
