/** How often a statement is right, by the score of its cue: means of equal parts, made to rise. */
import type { TokenRange } from "../../src/statements/candidate.js";
import type { Judged } from "../../src/statements/judge/judge.js";
import { outermost } from "./evaluate.js";
import type { GoldCue } from "./examples.js";

const PARTS = 12;

interface Tried {
  readonly gold: readonly (readonly GoldCue[])[];
  readonly judged: readonly Judged[];
}

/** Right is a statement whose cue, source and content each meet those of one attribution. */
export function calibrate(tried: readonly Tried[], threshold: number): [number, number][] {
  const pairs: { score: number; right: number }[] = [];
  for (const { gold, judged } of tried) {
    const found = outermost(judged.filter(({ score }) => score >= threshold));
    for (const each of found) {
      for (const own of gold) pairs.push({ score: each.score, right: own.some((other) => agree(each, other)) ? 1 : 0 });
    }
  }
  pairs.sort((a, b) => a.score - b.score);
  const size = pairs.length / PARTS;
  const blocks = Array.from({ length: PARTS }, (_, i) => {
    const part = pairs.slice(Math.round(i * size), Math.round((i + 1) * size));
    const mean = (of: "score" | "right") => part.reduce((sum, pair) => sum + pair[of], 0) / Math.max(1, part.length);
    return { score: mean("score"), right: mean("right"), count: 1 };
  });
  return makeRise(blocks).map(({ score, right }) => [Math.round(score), Math.round(right * 1000) / 1000]);
}

interface Block {
  score: number;
  right: number;
  count: number;
}

/** Neighbours that fall are joined until all rise. */
function makeRise(blocks: readonly Block[]): Block[] {
  const done: Block[] = [];
  for (const block of blocks) {
    let last = { ...block };
    for (let before = done.at(-1); before && before.right >= last.right; before = done.at(-1)) {
      done.pop();
      const count = before.count + last.count;
      const mean = (of: "score" | "right") => (before[of] * before.count + last[of] * last.count) / count;
      last = { score: mean("score"), right: mean("right"), count };
    }
    done.push(last);
  }
  return done;
}

function agree(judged: Judged, gold: GoldCue): boolean {
  const isSource = judged.source && gold.source ? meet(judged.source, gold.source) : judged.source === gold.source;
  return meet(judged.words, gold.words) && isSource && judged.content.some((a) => gold.content.some((b) => meet(a, b)));
}

const meet = (a: TokenRange, b: TokenRange) => a.first <= b.last && b.first <= a.last;
