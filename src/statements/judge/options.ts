/** What each decision of the judge chooses from: tokens at a bounded distance, so that a text is judged in linear time. */
import { type Columns, isWord, wordFrom, wordUpTo } from "./columns.js";
import { coordinateClause } from "./coordinate-clause.js";
import { type CueScope, holds, type Side } from "./cue-scope.js";
import { quoteWord } from "./quote-edges.js";
import { COLON, CUE } from "./word-kinds.js";

const CUE_BEFORE = 8;
const CUE_AFTER = 10;
const SOURCE_REACH = 60;
const PHRASE_BEFORE = 20;
const PHRASE_AFTER = 40;
const NEAR_REACH = 60;
const FAR_REACH = 90;
/** Words beyond which a sentence's edge is not looked for. */
const SENTENCE_REACH = 400;
/** Sentences beyond the near end's that a content may reach to without marks. */
const MORE_SENTENCES = 4;

/** Verbs, common nouns, adjectives and colons, and whatever a rule takes for a cue. */
export function isCueOption(c: Columns, token: number): boolean {
  return (c.kind[token]! & (CUE | COLON)) !== 0 || c.frames[token] !== 0;
}

/** The token and the words beside it on one side, within its sentence. */
function wordsBeside(c: Columns, token: number, step: -1 | 1, reach: number): number[] {
  const { first, last } = c.parsed.sentences[c.parsed.sentenceOf[token]!]!;
  const options = [token];
  for (let at = token + step, n = 0; at >= first && at <= last && n < reach; at += step, n++) {
    if (isWord(c, at)) options.push(at);
  }
  return options;
}

export function cueStartOptions(c: Columns, cue: number): number[] {
  return wordsBeside(c, cue, -1, CUE_BEFORE);
}

export function cueEndOptions(c: Columns, cue: number): number[] {
  return wordsBeside(c, cue, 1, CUE_AFTER);
}

/** Words of the cue's sentence that may name somebody. */
export function sourceOptions(c: Columns, cue: number): number[] {
  const { first, last } = c.parsed.sentences[c.parsed.sentenceOf[cue]!]!;
  const options: number[] = [];
  for (let at = Math.max(first, cue - SOURCE_REACH); at <= Math.min(last, cue + SOURCE_REACH); at++) {
    if (at !== cue && isNominal(c, at)) options.push(at);
  }
  return options;
}

function isNominal(c: Columns, token: number): boolean {
  return /^(NOUN|PROPN|PRON|NUM|DET|ADJ|X)$/.test(c.parsed.upos[token]!) && isWord(c, token);
}

export function sourceStartOptions(c: Columns, head: number): number[] {
  return wordsBeside(c, head, -1, PHRASE_BEFORE);
}

export function sourceEndOptions(c: Columns, head: number): number[] {
  return wordsBeside(c, head, 1, PHRASE_AFTER);
}

/** Words on that side of the cue's words, in its sentence; and the edge of the sentence beside it. */
export function nearOptions(c: Columns, scope: CueScope, side: Side): number[] {
  const { parsed } = c;
  const sentence = parsed.sentenceOf[scope.cue]!;
  const { first, last } = parsed.sentences[sentence]!;
  const options: number[] = [];
  const step = side === "left" ? -1 : 1;
  const from = side === "left" ? scope.words.first - 1 : scope.words.last + 1;
  for (let at = from, n = 0; at >= first && at <= last && n < NEAR_REACH; at += step, n++) {
    if (isWord(c, at) && !holds(scope.source, at)) options.push(at);
  }
  const next = parsed.sentences[sentence + step];
  if (next) options.push(side === "left" ? wordUpTo(c, next.last) : wordFrom(c, next.first));
  return options;
}

/**
 * Words from the near end on, and the edges beyond of its sentence, its quotation and the sentences of its paragraph. A
 * content after its cue ends before a clause coordinate with the cue's.
 */
export function farOptions(c: Columns, scope: CueScope, side: Side, near: number): number[] {
  const options = wordsBeside(c, near, side === "left" ? -1 : 1, FAR_REACH).filter(
    (at) => isSameSide(scope, near, at) && !holds(scope.source, at),
  );
  for (const at of edgesBeyond(c, side, near)) {
    const isBeyond = side === "left" ? at < near : at > near;
    if (isBeyond && isSameSide(scope, near, at) && !options.includes(at)) options.push(at);
  }
  if (side === "left") return options;
  const limit = coordinateClause(c, scope.cue, near);
  return options.filter((at) => at < limit);
}

function isSameSide({ cue }: CueScope, near: number, far: number): boolean {
  return near < cue === far < cue;
}

function edgesBeyond(c: Columns, side: Side, near: number): number[] {
  const { sentences, sentenceOf } = c.parsed;
  const own = sentenceOf[near]!;
  const { paragraph } = sentences[own]!;
  const step = side === "left" ? -1 : 1;
  const edges: number[] = [];
  for (let n = 0; n <= MORE_SENTENCES; n++) {
    const sentence = sentences[own + n * step];
    if (sentence?.paragraph !== paragraph) break;
    const edge = side === "left" ? wordFrom(c, sentence.first) : wordUpTo(c, sentence.last);
    if (Math.abs(edge - near) <= SENTENCE_REACH) edges.push(edge);
    if (n > 0) continue;
    const quotation = c.scene.quotationAt[near]!;
    if (quotation >= 0) edges.push(quoteWord(c, quotation, side));
  }
  return edges;
}
