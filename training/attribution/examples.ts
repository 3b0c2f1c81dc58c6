/** Examples of each decision, drawn from the annotators' attributions. */
import { type Parsed, tokenAt } from "../../src/language/index.js";
import type { Span } from "../../src/reading/index.js";
import type { TokenRange } from "../../src/statements/candidate.js";
import { type Columns, isWord } from "../../src/statements/judge/columns.js";
import { addCueFeatures } from "../../src/statements/judge/cue-features.js";
import type { CueScope, Side } from "../../src/statements/judge/cue-scope.js";
import * as cueSpan from "../../src/statements/judge/cue-span-features.js";
import { addFarFeatures } from "../../src/statements/judge/far-features.js";
import { FeatureList } from "../../src/statements/judge/feature-list.js";
import { addNearFeatures } from "../../src/statements/judge/near-features.js";
import { addNoContentFeatures } from "../../src/statements/judge/no-content-features.js";
import * as options from "../../src/statements/judge/options.js";
import { addNoSourceFeatures, addSourceFeatures } from "../../src/statements/judge/source-features.js";
import { addSourceEndFeatures, addSourceStartFeatures } from "../../src/statements/judge/source-span-features.js";
import { COLON } from "../../src/statements/judge/word-kinds.js";
import type { Attribution } from "./corpus.js";
import { Groups } from "./groups.js";

export const KINDS = [
  "cue",
  "cueStart",
  "cueEnd",
  "source",
  "sourceStart",
  "sourceEnd",
  "leftNear",
  "leftFar",
  "rightNear",
  "rightFar",
] as const;
export type Kind = (typeof KINDS)[number];
export type Examples = Record<Kind, Groups>;

/** An attribution on tokens. */
export interface GoldCue extends CueScope {
  readonly content: readonly TokenRange[];
}

export function newExamples(): Examples {
  return Object.fromEntries(KINDS.map((kind) => [kind, new Groups()])) as Examples;
}

export function readGold(c: Columns, attributions: readonly Attribution[]): GoldCue[] {
  const found: GoldCue[] = [];
  for (const { cue, source: named, content: said } of attributions) {
    const words = cue[0] && (rangeOf(c, cue[0]) ?? colonAt(c, cue[0]));
    if (!words) continue;
    const range = named[0] ? rangeOf(c, named[0]) : null;
    found.push({
      cue: headIn(c.parsed, c.depth, words),
      words,
      source: range,
      sourceToken: range ? headIn(c.parsed, c.depth, range) : -1,
      content: said.map((span) => rangeOf(c, span)).filter((each) => each !== null),
    });
  }
  return found;
}

function colonAt(c: Columns, span: Span): TokenRange | null {
  const at = tokenAt(c.parsed, span.start);
  return at < c.parsed.length && c.kind[at]! & COLON ? { first: at, last: at } : null;
}

function rangeOf(c: Columns, span: Span): TokenRange | null {
  let first = tokenAt(c.parsed, span.start);
  let last = Math.min(tokenAt(c.parsed, span.end - 1), c.parsed.length - 1);
  while (first <= last && !isWord(c, first)) first++;
  while (last >= first && !isWord(c, last)) last--;
  return first <= last ? { first, last } : null;
}

/** The token of the range whose head lies outside it, the highest of them. */
function headIn(parsed: Parsed, depth: Int32Array, range: TokenRange): number {
  let best = -1;
  for (let at = range.first; at <= range.last; at++) {
    const head = parsed.head[at]!;
    if (head >= range.first && head <= range.last) continue;
    if (best < 0 || depth[at]! < depth[best]!) best = at;
  }
  return best;
}

const list = new FeatureList();

/** All examples of one annotator's work on one article. Words within a content are no examples of a cue or of none. */
export function addExamples(examples: Examples, c: Columns, gold: readonly GoldCue[]): void {
  addCues(examples.cue, c, gold);
  for (const each of gold) {
    const { cue, words } = each;
    const { cueStart, cueEnd } = examples;
    addGroup(cueStart, options.cueStartOptions(c, cue), words.first, (at) =>
      cueSpan.addCueStartFeatures(list, c, cue, at),
    );
    addGroup(cueEnd, options.cueEndOptions(c, cue), words.last, (at) => cueSpan.addCueEndFeatures(list, c, cue, at));
    addSource(examples, c, each);
    addSide(
      examples,
      c,
      each,
      "left",
      each.content.findLast((range) => range.last < cue),
    );
    addSide(
      examples,
      c,
      each,
      "right",
      each.content.find((range) => range.first > cue),
    );
  }
}

function addCues(groups: Groups, c: Columns, gold: readonly GoldCue[]): void {
  const within = new Uint8Array(c.parsed.length);
  for (const each of gold) for (const range of each.content) within.fill(1, range.first, range.last + 1);
  const cues = new Set(gold.map(({ cue }) => cue));
  for (let token = 0; token < c.parsed.length; token++) {
    const isCue = cues.has(token);
    if (!options.isCueOption(c, token) || (within[token] && !isCue)) continue;
    groups.open(isCue ? 1 : 0);
    list.clear();
    addCueFeatures(list, c, token);
    groups.option(list);
  }
}

/** One group, unless the right answer is no option or the only one. */
function addGroup(groups: Groups, choices: readonly number[], right: number, add: (at: number) => void): void {
  const label = choices.indexOf(right);
  if (label < 0 || choices.length === 1) return;
  groups.open(label);
  for (const at of choices) {
    list.clear();
    add(at);
    groups.option(list);
  }
}

function addSource(examples: Examples, c: Columns, gold: GoldCue): void {
  const { cue, sourceToken } = gold;
  addGroup(examples.source, [...options.sourceOptions(c, cue), -1], sourceToken, (at) => {
    if (at < 0) addNoSourceFeatures(list, c, cue);
    else addSourceFeatures(list, c, cue, at);
  });
  if (!gold.source) return;
  const { first, last } = gold.source;
  addGroup(examples.sourceStart, options.sourceStartOptions(c, sourceToken), first, (at) =>
    addSourceStartFeatures(list, c, cue, sourceToken, at),
  );
  addGroup(examples.sourceEnd, options.sourceEndOptions(c, sourceToken), last, (at) =>
    addSourceEndFeatures(list, c, cue, { head: sourceToken, first, last: at }),
  );
}

function addSide(examples: Examples, c: Columns, gold: GoldCue, side: Side, range?: TokenRange): void {
  const [near, far] = range ? (side === "left" ? [range.last, range.first] : [range.first, range.last]) : [-1, -1];
  const choices = options.nearOptions(c, gold, side);
  const isFar = side === "right" && near >= 0 && c.parsed.sentenceOf[near] !== c.parsed.sentenceOf[gold.cue];
  const right = choices.includes(near) || !isFar ? near : -1;
  addGroup(examples[`${side}Near`], [...choices, -1], right, (at) => {
    if (at < 0) addNoContentFeatures(list, c, gold, side);
    else addNearFeatures(list, c, gold, side, at);
  });
  if (right < 0) return;
  addGroup(examples[`${side}Far`], options.farOptions(c, gold, side, near), far, (at) =>
    addFarFeatures(list, c, gold, side, [near, at]),
  );
}
