/**
 * Learns to tell English: `npx tsx training/english/train.ts WORK [DATA]` writes the weights of `src/report/english-model.ts`.
 * WORK holds what `collect.py` wrote, DATA is `../shared/data` if left out. A first model finds the headlines among the
 * English ones that are of another language; the second learns without them, and from them as what they are.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packEnglishModel, readEnglishModel } from "../../src/report/english-model.js";
import { Chance } from "./chance.js";
import { readTestSets, shareTaken } from "./evaluate.js";
import { type Learnt, learnEnglish } from "./learn.js";
import { Samples } from "./samples.js";
import { readSources, type Sources } from "./sources.js";

const root = join(import.meta.dirname, "../..");
const [work, data = join(root, "../shared/data")] = process.argv.slice(2);
if (work === undefined) throw new Error("usage: npx tsx training/english/train.ts WORK [DATA]");
const out = join(root, "models/english-2026-11-27/model.bin");

/** Texts of a pass, and passes of the first model and of the second. */
const [TEXTS, FIRST, SECOND] = [400_000, 2, 5];
/** Whoever falls below the first share of the first model's headlines is no English headline to learn from; below the second, another language's. */
const [UNSURE, FOREIGN] = [0.004, 0.0015];
/** Share of the English headlines to choose by that may be lost. */
const LOST = 0.0035;

const sources = readSources(data, work);
const chance = new Chance(1);
const samples = new Samples(sources, chance);
const learn = (passes: number) => learnEnglish(samples, () => chance.isIn(0.5), passes, TEXTS);

sortHeadlines(learn(FIRST));
const learnt = learn(SECOND);
const bytes = packEnglishModel(learnt.weights, learnt.bias - chooseBias(learnt));
writeFileSync(out, bytes);
const model = readEnglishModel(bytes);
console.log(`${bytes.length} bytes`);
for (const set of readTestSets(sources, data, work)) {
  const share = (100 * shareTaken(set, model)).toFixed(2);
  console.log(
    `${share} % of ${set.texts.length} taken for English, ${set.isEnglish ? "which they are" : "which none is"}: ${set.name}`,
  );
}

/** Takes foreign headlines out of the English ones. */
function sortHeadlines({ weights, bias }: Learnt): void {
  const { score } = readEnglishModel(packEnglishModel(weights, bias));
  const { train } = sources.headlines;
  const scored = train.map((text) => ({ text, sure: score(text) })).sort((a, b) => a.sure - b.sure);
  samples.foreign = scored.slice(0, Math.round(FOREIGN * train.length)).map(({ text }) => text);
  const kept = scored.slice(Math.round(UNSURE * train.length)).map(({ text }) => text);
  (sources.headlines as { train: string[] }).train = kept;
}

/** The score from which on a text counts as English, so that of the headlines to choose by only few are lost. */
function chooseBias({ weights, bias }: Learnt): number {
  const { score } = readEnglishModel(packEnglishModel(weights, bias));
  const scores = (sources as Sources).headlines.dev
    .map(score)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return Math.floor(scores[Math.round(LOST * scores.length)]!);
}
