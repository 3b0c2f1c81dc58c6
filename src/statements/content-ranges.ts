/** Where a content begins and ends on tokens, also where the tree hangs a part of it elsewhere. */
import { childBy, childrenBy, hasRelation, type Parsed, subtreeRange } from "../language/index.js";
import type { TokenRange } from "./candidate.js";

/** How far after its cue a clause may begin: "expressed frustration in an interview this year that". */
const REACH = 12;
/** How many phrases are taken in after a content. */
const PHRASES = 12;

/** Prepositions of phrases that belong to the noun before them rather than to the cue: "support for Iraq". */
const NOUN_PREPOSITIONS = /^(of|for|toward|towards|against|between|over|about|into|with|from|as)$/i;

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
  const own = childrenBy(parsed, token, "ccomp", "xcomp").find(
    (child) => child > token && !isInfinitive(parsed, child),
  );
  if (own !== undefined) return subtreeRange(parsed, own);
  return nextClause(parsed, token) ?? thatClause(parsed, token);
}

function isInfinitive(parsed: Parsed, verb: number): boolean {
  return childrenBy(parsed, verb, "mark").some((mark) => parsed.form[mark]!.toLowerCase() === "to");
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
    if (parsed.upos[at] === "VERB") return null;
    if (parsed.form[at] !== "that" || !hasRelation(parsed, at, "mark")) continue;
    const head = parsed.head[at]!;
    if (head < at || childBy(parsed, head, "nsubj", "nsubj:pass", "expl") < at) return null;
    return { first: at, last: subtreeRange(parsed, head).last };
  }
  return null;
}

/** The range with the phrases right after it that go on with it; a clause takes all, a noun phrase only its own. */
export function widen(parsed: Parsed, cue: number, range: TokenRange, isClause: boolean): TokenRange {
  const { last: end } = parsed.sentences[parsed.sentenceOf[cue]!]!;
  let { last } = range;
  for (let i = 0; i < PHRASES && last < end; i++) {
    const next = last + 1;
    const first = isRelativeComma(parsed, next, end) ? next + 1 : next;
    if (first > end || parsed.upos[first] === "PUNCT" || parsed.upos[first] === "CCONJ") break;
    const top = topFrom(parsed, first);
    const fits = isClause ? goesOnClause(parsed, top, cue) : goesOnNoun(parsed, top, first);
    if (!fits) break;
    last = subtreeRange(parsed, top).last;
  }
  return { first: range.first, last: Math.min(last, end) };
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

function goesOnNoun(parsed: Parsed, top: number, first: number): boolean {
  if (hasRelation(parsed, top, "acl", "acl:relcl")) return true;
  const opens = NOUN_PREPOSITIONS.test(parsed.form[first]!) && hasRelation(parsed, first, "case", "mark");
  return opens && hasRelation(parsed, top, "obl", "nmod", "advcl");
}
