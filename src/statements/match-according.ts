/** Finds statements that a phrase ascribes: "according to Tass", "in the words of the minister", "in Moscow's view". */
import { children, type Parsed, subtreeRange, tokenAt } from "../language/index.js";
import type { Candidate, Scene, TokenRange } from "./candidate.js";
import { contentSpan, sourceRange } from "./phrase-spans.js";

/** The phrase's tokens, the head of the source within it, and the cue's own tokens. */
interface Ascription {
  readonly range: TokenRange;
  readonly source: number;
  readonly cue: TokenRange;
}

/** "According to X, …", "…, according to X"; empty where no such phrase begins at the token. */
export function matchAccording(scene: Scene, token: number): Candidate[] {
  const { parsed, quotations } = scene;
  const found = findAscription(parsed, token);
  if (!found) return [];
  const words = sourceRange(parsed, found.source);
  const ranges = contentAround(scene, found.range);
  const content = ranges.map((range) => contentSpan(parsed, range, quotations)).filter((span) => span !== null);
  if (content.length === 0) return [];
  return [
    {
      act: "says",
      frame: "according",
      cue: { start: parsed.start[found.cue.first]!, end: parsed.end[found.cue.last]! },
      cueToken: found.cue.first,
      source: { start: parsed.start[Math.max(words.first, found.cue.last + 1)]!, end: parsed.end[words.last]! },
      sourceToken: found.source,
      content,
      addressees: [],
    },
  ];
}

/** Whether a phrase begins at the token that ascribes what stands before it, up to the sentence's end. */
export function isClosingAscription(parsed: Parsed, token: number): boolean {
  const found = findAscription(parsed, token);
  if (!found) return false;
  const { last } = parsed.sentences[parsed.sentenceOf[token]!]!;
  return found.range.last >= (parsed.upos[last] === "PUNCT" ? last - 1 : last);
}

const OPENINGS: readonly RegExp[] = [/^according to$/, /^in the (?:words|view|opinion|eyes) of$/];

function findAscription(parsed: Parsed, token: number): Ascription | null {
  if (!/^(?:according|in)$/i.test(parsed.form[token]!)) return null;
  for (const [opening, length] of [
    [OPENINGS[0]!, 2],
    [OPENINGS[1]!, 4],
  ] as const) {
    const last = token + length - 1;
    if (last + 1 >= parsed.length || parsed.sentenceOf[last + 1] !== parsed.sentenceOf[token]) continue;
    const words = parsed.form
      .slice(token, last + 1)
      .join(" ")
      .toLowerCase();
    if (!opening.test(words)) continue;
    const source = headAfter(parsed, token, last);
    if (source < 0) return null;
    const name = sourceRange(parsed, source);
    const end = Math.max(name.last, lastOfClause(parsed, source));
    return { range: { first: token, last: end }, source, cue: { first: token, last } };
  }
  return null;
}

/** The noun phrase's head after the opening: the topmost token that follows it and hangs with it. */
function headAfter(parsed: Parsed, opening: number, last: number): number {
  let token = last + 1;
  for (let i = 0; i < 12 && token > last; i++) {
    const head = parsed.head[token]!;
    const isNominal = /^(NOUN|PROPN|PRON|ADJ|NUM|SYM|X)$/.test(parsed.upos[token]!);
    if (head <= last || (isNominal && !isInside(parsed, token))) return isNominal || head <= last ? token : -1;
    token = head;
  }
  return opening < last ? last + 1 : -1;
}

const INSIDE: ReadonlySet<string> = new Set(["compound", "amod", "flat", "det", "nummod", "nmod:poss", "case"]);

function isInside(parsed: Parsed, token: number): boolean {
  return INSIDE.has(parsed.deprel[token]!);
}

/** Last token of what the source's relative clauses and phrases take up. */
function lastOfClause(parsed: Parsed, source: number): number {
  const more = children(parsed, source).filter((child) => /^(acl|nmod|appos)/.test(parsed.deprel[child]!));
  return Math.max(source, ...more.map((child) => subtreeRange(parsed, child).last));
}

/** The rest of the sentence; back to the opening mark where it ends a quotation of several sentences. */
function contentAround(scene: Scene, phrase: TokenRange): TokenRange[] {
  const { parsed } = scene;
  const sentence = parsed.sentences[parsed.sentenceOf[phrase.first]!]!;
  const first = openingOf(scene, sentence.first, phrase.first);
  const last = parsed.upos[sentence.last] === "PUNCT" ? sentence.last - 1 : sentence.last;
  const left = { first, last: phrase.first - 1 };
  const right = { first: phrase.last + 1, last };
  const clause = enclosingClause(parsed, phrase, sentence);
  const isParenthesis = parsed.form[clause - 1] === "(";
  const ranges: TokenRange[] = [];
  if (hasWords(parsed, left)) ranges.push({ first: Math.max(first, clause), last: left.last });
  if (hasWords(parsed, right) && !isParenthesis) ranges.push(right);
  return ranges;
}

/** Where the clause begins that the phrase belongs to: after a semicolon or within a parenthesis; else the text's start. */
function enclosingClause(parsed: Parsed, phrase: TokenRange, sentence: TokenRange): number {
  for (let token = phrase.first - 1; token >= sentence.first; token--) {
    if (parsed.form[token] === ")") return 0;
    if (/^[;(]$/.test(parsed.form[token]!)) return token + 1;
  }
  return 0;
}

/** First token of the quotation that the sentence ends and the phrase follows; the sentence's own first elsewhere. */
function openingOf({ parsed, quotations, quotationAt }: Scene, token: number, phrase: number): number {
  const quotation = quotationAt[phrase] === quotationAt[token] ? undefined : quotations[quotationAt[token]!];
  return quotation ? Math.min(token, tokenAt(parsed, quotation.outer.start)) : token;
}

function hasWords(parsed: Parsed, range: TokenRange): boolean {
  for (let token = range.first; token <= range.last; token++) {
    if (parsed.upos[token] !== "PUNCT" && parsed.upos[token] !== "CCONJ") return true;
  }
  return false;
}
