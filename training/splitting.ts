/**
 * Learns where sentences end: `npx tsx training/splitting.ts [DATA]` writes the weights of `src/language/break-model.ts`.
 * Logistic regression on the features of gap-features.ts: once with FTRL-proximal, whose L1 penalty picks few features,
 * then again on these alone. DATA is the folder with ud/ and polnear/, `../shared/data` if left out.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseTable } from "../src/assets/index.js";
import { type BreakModel, formatValue, readBreakModel, UNKNOWN } from "../src/language/break-model.js";
import { vocabularyKey } from "../src/language/describe-words.js";
import { FEATURES, Gaps, MARGIN, VALUES } from "../src/language/gap-features.js";
import { leastScore, splitSentences } from "../src/language/split-sentences.js";
import { splitWords } from "../src/language/split-words.js";
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
const out = join(root, "models/splitting-2026-11-27/language-breaks.tsv");
const COLUMNS = ["feature", "first", "second", "weight"];
/** Longest sentence, in words, as in the shipped code. */
const LONGEST = 150;
/** A word is in the vocabulary if the treebanks have it this often; a feature counts if it is seen this often. */
const [FEWEST_WORDS, FEWEST_GAPS] = [5, 3];
/** One in so many articles of news is learnt from. */
const NEWS_STEP = 8;
/** Features that are kept, the L1 penalty that picks them, and a weight of 1 as a whole number. */
const KEPT = 9500;
const PENALTY = 2;
const SCALE = 64;

const tables = ["abbreviations", "language-fused", "language-prefixes", "language-starters", "language-units"].map(
  (name) => [name, parseTable(name, readFileSync(join(root, "data", `${name}.tsv`), "utf8"))] as const,
);
const empty = { name: "language-breaks", columns: COLUMNS, rows: [] };
const rules = readSplittingRules(new Map([...tables, [empty.name, empty]]));

function vocabularyOf(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { start, end } of splitWords(text, 0, text.length, rules)) {
      const key = vocabularyKey(text.slice(start, end));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const often = [...counts].filter(([word, count]) => count >= FEWEST_WORDS && !/\s/.test(word));
  often.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [UNKNOWN, ...often.slice(0, VALUES - 1).map(([word]) => word)];
}

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
  return { ...numberFeatures(keysOfGaps), labels: Uint8Array.from(labels), width: FEATURES.length };
}

/** Numbers from 0 for keys that are seen often enough, −1 for the others. */
function numberFeatures(keysOfGaps: readonly number[]): Pick<Examples, "features" | "keys"> {
  const counts = new Map<number, number>();
  for (const key of keysOfGaps) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = [...counts].filter(([, count]) => count >= FEWEST_GAPS).map(([key]) => key);
  const numbers = new Map(keys.map((key, number) => [key, number]));
  return { features: Int32Array.from(keysOfGaps, (key) => numbers.get(key) ?? -1), keys };
}

/** The rows of the table, by feature, then by values. */
function formatRows({ keys }: Examples, weights: Float64Array, words: readonly string[]): string[] {
  const rows: string[] = [];
  for (const [i, key] of keys.entries()) {
    const weight = Math.round(weights[i]! * SCALE);
    if (weight === 0) continue;
    const [name, ...kinds] = FEATURES[Math.floor(key / VALUES ** 2)]!;
    const values = [Math.floor(key / VALUES) % VALUES, key % VALUES];
    const cells = kinds.map((kind, k) => (kind === "word" ? words[values[k]!]! : formatValue(kind, values[k]!)));
    rows.push([name, ...cells, weight].join("\t"));
  }
  return rows.sort();
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
  const words = vocabularyOf(treebanks.map(({ text }) => text));
  const numbers = new Map(words.map((word, number) => [word, number]));
  const breaks: BreakModel = { wordOf: (key) => numbers.get(key) ?? 0, score: () => 0 };
  const blank = { ...rules, breaks };
  const news = NEWS_STEP ? readNews(join(data, "polnear/train/text"), NEWS_STEP, blank) : [];
  const examples = collectExamples([...treebanks.flatMap((treebank) => labelTreebank(treebank, blank)), ...news]);
  console.log(`${examples.labels.length} gaps, ${examples.keys.length} features`);
  const picked = learnWeights(examples, () => true, PENALTY);
  const sizes = picked.map(Math.abs);
  const least = sizes.toSorted().at(-KEPT) ?? 0;
  const weights = learnWeights(examples, (feature) => sizes[feature]! >= least && sizes[feature]! > 0, 0);
  const text = [COLUMNS.join("\t"), ...formatRows(examples, weights, words), ""].join("\n");
  writeFileSync(out, text);
  const learnt = { ...rules, breaks: readBreakModel(parseTable("language-breaks", text)) };
  console.log(`${text.split("\n").length - 2} weights, ${text.length} bytes`);
  for (const part of ["ewt-dev", "gum-dev"]) {
    console.log(`${part}: sentences F1 ${scoreSentences(readTreebank(join(data, `ud/en_${part}.conllu`)), learnt)}`);
  }
}

main();
