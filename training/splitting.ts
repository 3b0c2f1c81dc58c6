/**
 * Learns where sentences end: `npx tsx training/splitting.ts [DATA]` writes the weights of `src/language/break-model.ts`.
 * Logistic regression on the features of gap-features.ts: once with FTRL-proximal, whose L1 penalty picks few features,
 * then again on these alone. DATA is the folder with ud/ and polnear/, `../shared/data` if left out.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseTable } from "../src/assets/index.js";
import { packBreakModel, placeOf, readBreakModel } from "../src/language/break-model.js";
import { FEATURE_COUNT, Gaps, MARGIN } from "../src/language/gap-features.js";
import { leastScore, splitSentences } from "../src/language/split-sentences.js";
import { readSplittingRules, type SplittingRules } from "../src/language/splitting-rules.js";
import { type Examples, learnWeights } from "./learn-weights.js";
import {
  ENDS,
  labelTreebank,
  type Paragraph,
  readNews,
  readTreebank,
  type Treebank,
  UNSURE,
} from "./splitting-texts.js";

const root = join(import.meta.dirname, "..");
const data = process.argv[2] ?? join(root, "../shared/data");
const out = join(root, "models/splitting-2026-11-27/splitting.bin");
/** Longest sentence, in words, as in the shipped code. */
const LONGEST = 150;
/** A feature counts if it is seen this often. */
const FEWEST_GAPS = 3;
/** One in so many articles of news is learnt from. */
const NEWS_STEP = 8;
/** The L1 penalty that picks features, and a weight of 1 as a whole number. */
const PENALTY = 0.05;
const SCALE = 32;

const tables = ["abbreviations", "language-fused", "language-prefixes", "language-starters", "language-units"].map(
  (name) => [name, parseTable(name, readFileSync(join(root, "data", `${name}.tsv`), "utf8"))] as const,
);
const rules = readSplittingRules({ tables: new Map(tables), splitting: packBreakModel([]) });

function collectExamples(paragraphs: readonly Paragraph[]): Examples {
  const keysOfGaps: number[] = [];
  const labels: number[] = [];
  for (const { described, labels: known } of paragraphs) {
    const gaps = new Gaps(described);
    let begin = 0;
    for (let at = 0; at + 1 < described.length; at++) {
      if (known[at] !== UNSURE && Number.isFinite(leastScore(described, at + MARGIN))) {
        for (const key of gaps.look(at, begin)) keysOfGaps.push(key);
        labels.push(known[at]!);
      }
      if (known[at] === ENDS) begin = at + 1;
    }
  }
  return { ...numberFeatures(keysOfGaps), labels: Uint8Array.from(labels), width: FEATURE_COUNT };
}

/** Numbers from 0 for keys that are seen often enough, −1 for the others. */
function numberFeatures(keysOfGaps: readonly number[]): Pick<Examples, "features" | "keys"> {
  const counts = new Map<number, number>();
  for (const key of keysOfGaps) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = [...counts].filter(([, count]) => count >= FEWEST_GAPS).map(([key]) => key);
  const numbers = new Map(keys.map((key, number) => [key, number]));
  return { features: Int32Array.from(keysOfGaps, (key) => numbers.get(key) ?? -1), keys };
}

/** Picks the features that matter most; of those with one place, the first alone. */
function pickFeatures({ keys }: Examples, weights: Float64Array): ReadonlySet<number> {
  const order = keys.map((_, feature) => feature).filter((feature) => weights[feature] !== 0);
  order.sort((a, b) => Math.abs(weights[b]!) - Math.abs(weights[a]!) || a - b);
  const owners = new Map<number, number>();
  for (const feature of order) {
    const place = placeOf(keys[feature]!);
    if (!owners.has(place)) owners.set(place, feature);
  }
  return new Set(owners.values());
}

/** F1 of sentences on raw text. */
function scoreSentences({ text, sentences }: Treebank, learnt: SplittingRules): string {
  const found = labelTreebank({ text, sentences }, learnt).flatMap(({ words }) =>
    splitSentences(text, words, learnt, LONGEST).map(({ first, last }) => `${words[first]!.start},${words[last]!.end}`),
  );
  const gold = new Set(sentences.map(String));
  const right = found.filter((span) => gold.has(span)).length;
  return ((200 * right) / (gold.size + found.length)).toFixed(2);
}

function main(): void {
  const treebanks = ["ewt", "gum"].map((name) => readTreebank(join(data, `ud/en_${name}-train.conllu`)));
  const news = readNews(join(data, "polnear/train/text"), NEWS_STEP, rules);
  const examples = collectExamples([...treebanks.flatMap((treebank) => labelTreebank(treebank, rules)), ...news]);
  console.log(`${examples.labels.length} gaps, ${examples.keys.length} features`);
  const picked = pickFeatures(
    examples,
    learnWeights(examples, () => true, PENALTY),
  );
  const weights = learnWeights(examples, (feature) => picked.has(feature), 0);
  const whole = examples.keys.map((key, i) => [key, Math.round(weights[i]! * SCALE)] as const);
  const kept = whole.filter(([, weight]) => weight !== 0);
  const bytes = packBreakModel(kept);
  writeFileSync(out, bytes);
  const learnt = { ...rules, breaks: readBreakModel(bytes) };
  const greatest = kept.reduce((most, [, weight]) => Math.max(most, Math.abs(weight)), 0);
  console.log(`${kept.length} weights up to ${greatest}, ${bytes.length} bytes`);
  for (const part of ["ewt-dev", "gum-dev"]) {
    console.log(`${part}: sentences F1 ${scoreSentences(readTreebank(join(data, `ud/en_${part}.conllu`)), learnt)}`);
  }
}

main();
