/** Chooses cues, and for each its words, its source and its content, by learnt scores; each choice is kept for `explain`. */
import type { TokenRange } from "../candidate.js";
import type { Columns } from "./columns.js";
import { CUE_EVIDENCE } from "./cue-features.js";
import type { CueScope, Side } from "./cue-scope.js";
import { addCueEndFeatures, addCueStartFeatures } from "./cue-span-features.js";
import { addFarFeatures } from "./far-features.js";
import { FeatureList } from "./feature-list.js";
import type { JudgeModel } from "./judge-model.js";
import { addNearFeatures } from "./near-features.js";
import { addNoContentFeatures } from "./no-content-features.js";
import {
  cueEndOptions,
  cueStartOptions,
  farOptions,
  isCueOption,
  nearOptions,
  sourceEndOptions,
  sourceOptions,
  sourceStartOptions,
} from "./options.js";
import { paragraphsOn } from "./quote-edges.js";
import { addNoSourceFeatures, addSourceFeatures } from "./source-features.js";
import { addSourceEndFeatures, addSourceStartFeatures } from "./source-span-features.js";

/** One choice between tokens, −1 for none. */
export interface Choice {
  readonly what: string;
  readonly token: number;
  /** The next best; −2 where nothing else could be chosen. */
  readonly rival: number;
  /** How much better than it, in units of the model's scores. */
  readonly margin: number;
}

/** A statement as judged, on tokens. */
export interface Judged {
  readonly cue: number;
  readonly words: TokenRange;
  readonly sourceToken: number;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
  /** Score of there being a cue, in units. */
  readonly score: number;
  /** What each kind of evidence in `CUE_EVIDENCE` adds to that score. */
  readonly evidence: readonly number[];
  readonly choices: readonly Choice[];
}

/**
 * By how many logits the words alone may fall short of the least score: of the training articles' cues without a rule none
 * that was found fell short by more than 1.2.
 */
const HOPELESS = 1.5;

/** What the judge works with in one text. */
interface Bench {
  readonly c: Columns;
  readonly model: JudgeModel;
  readonly list: FeatureList;
}

/** Every statement whose cue scores at least `least` units, in the order of the cues. */
export function judgeStatements(c: Columns, model: JudgeModel, least: number): Judged[] {
  const bench: Bench = { c, model, list: new FeatureList() };
  const judged: Judged[] = [];
  for (let token = 0; token < c.parsed.length; token++) {
    if (!isCueOption(c, token)) continue;
    const evidence = weighCue(bench, token, least);
    const score = evidence ? evidence.reduce((sum, each) => sum + each, 0) : -Infinity;
    const statement = score < least ? null : judgeStatement(bench, token);
    if (statement) judged.push({ ...statement, score, evidence: evidence! });
  }
  return judged;
}

/** What each kind of evidence adds; null where the words beside the token leave so little hope that no tree is looked at. */
function weighCue({ c, model, list }: Bench, token: number, least: number): number[] | null {
  const evidence: number[] = [];
  for (const [, add] of CUE_EVIDENCE) {
    list.clear();
    add(list, c, token);
    evidence.push(model.score(list));
    if (evidence.length === 1 && evidence[0]! < least - HOPELESS * model.scale && c.frames[token] === 0) return null;
  }
  return evidence;
}

function judgeStatement(bench: Bench, cue: number): Omit<Judged, "score" | "evidence"> | null {
  const { c, list } = bench;
  const first = choose(bench, "cue from", cueStartOptions(c, cue), (at) => addCueStartFeatures(list, c, cue, at));
  const last = choose(bench, "cue to", cueEndOptions(c, cue), (at) => addCueEndFeatures(list, c, cue, at));
  const words = { first: first.token, last: last.token };
  const named = chooseSource(bench, cue);
  const scope: CueScope = { cue, words, sourceToken: named.token, source: named.range };
  const content = judgeContent(bench, scope);
  if (content.ranges.length === 0) return null;
  const choices = [first, last, ...named.choices, ...content.choices];
  return { cue, words, sourceToken: named.token, source: named.range, content: content.ranges, choices };
}

/** The best of the options; the one named first, where two are as good. */
function choose({ model, list }: Bench, what: string, options: readonly number[], add: (at: number) => void): Choice {
  let token = -2;
  let rival = -2;
  let best = -Infinity;
  let second = -Infinity;
  for (const at of options) {
    list.clear();
    add(at);
    const score = model.score(list);
    if (score > best) {
      [rival, second] = [token, best];
      [token, best] = [at, score];
    } else if (score > second) {
      [rival, second] = [at, score];
    }
  }
  return { what, token, rival, margin: rival === -2 ? 0 : best - second };
}

interface NamedSource {
  readonly token: number;
  readonly range: TokenRange | null;
  readonly choices: readonly Choice[];
}

function chooseSource(bench: Bench, cue: number): NamedSource {
  const { c, list } = bench;
  const head = choose(bench, "source", [...sourceOptions(c, cue), -1], (at) => {
    if (at < 0) addNoSourceFeatures(list, c, cue);
    else addSourceFeatures(list, c, cue, at);
  });
  const { token } = head;
  if (token < 0) return { token: -1, range: null, choices: [head] };
  const first = choose(bench, "source from", sourceStartOptions(c, token), (at) =>
    addSourceStartFeatures(list, c, cue, token, at),
  );
  const last = choose(bench, "source to", sourceEndOptions(c, token), (at) =>
    addSourceEndFeatures(list, c, cue, { head: token, first: first.token, last: at }),
  );
  return { token, range: { first: first.token, last: last.token }, choices: [head, first, last] };
}

/** A content on the left of the cue, on the right, or on both sides; where neither is likely, the likelier. */
function judgeContent(bench: Bench, scope: CueScope): { ranges: TokenRange[]; choices: Choice[] } {
  const sides = [chooseNear(bench, scope, "left"), chooseNear(bench, scope, "right")];
  const likelier = sides[0]!.score >= sides[1]!.score ? sides[0]! : sides[1]!;
  const taken = sides.filter(({ score, near }) => near >= 0 && score > 0);
  if (taken.length === 0 && likelier.near >= 0) taken.push(likelier);
  const ranges: TokenRange[] = [];
  const choices: Choice[] = [];
  for (const { side, near, choice } of taken) {
    const far = choose(
      bench,
      side === "left" ? "left from" : "right to",
      farOptions(bench.c, scope, side, near),
      (at) => addFarFeatures(bench.list, bench.c, scope, side, [near, at]),
    );
    const range = { first: Math.min(near, far.token), last: Math.max(near, far.token) };
    ranges.push(range, ...paragraphsOn(bench.c, range.last));
    choices.push(choice, far);
  }
  return { ranges, choices };
}

interface NearEnd {
  readonly side: Side;
  /** −1 where that side has no words. */
  readonly near: number;
  /** How much better than no content on that side. */
  readonly score: number;
  readonly choice: Choice;
}

function chooseNear(bench: Bench, scope: CueScope, side: Side): NearEnd {
  const { c, model, list } = bench;
  list.clear();
  addNoContentFeatures(list, c, scope, side);
  const none = model.score(list);
  let near = -1;
  let best = -Infinity;
  for (const at of nearOptions(c, scope, side)) {
    list.clear();
    addNearFeatures(list, c, scope, side, at);
    const score = model.score(list);
    if (score > best) [near, best] = [at, score];
  }
  const score = near < 0 ? -Infinity : best - none;
  const what = side === "left" ? "left to" : "right from";
  return { side, near, score, choice: { what, token: near, rival: -1, margin: near < 0 ? 0 : score } };
}
