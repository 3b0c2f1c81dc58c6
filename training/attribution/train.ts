/**
 * `npx tsx training/attribution/train.ts POLNEAR CLASSES OUT`: learns the judge's weights on POLNEAR/train, tries them on
 * an eighth of it that was held out, measures the calibration there, and writes OUT, learnt on all of it.
 */
import { writeFileSync } from "node:fs";
import { loadAssets } from "../../src/cli/load-assets.js";
import { collectCandidates, makeScene } from "../../src/statements/find-statements.js";
import { createStatementKnowledge, findQuotations } from "../../src/statements/index.js";
import { type Columns, makeColumns } from "../../src/statements/judge/columns.js";
import { type Judged, judgeStatements } from "../../src/statements/judge/judge.js";
import { type JudgeModel, readJudgeModel, writeJudgeModel } from "../../src/statements/judge/judge-model.js";
import { calibrate } from "./calibrate.js";
import { readClasses } from "./clusters.js";
import { loadArticles } from "./corpus.js";
import { outermost, spansOf, Tally } from "./evaluate.js";
import { addExamples, type Examples, type GoldCue, KINDS, newExamples, readGold } from "./examples.js";
import { type LearnSettings, learn } from "./learn.js";

const [folder, classesFrom, out] = process.argv.slice(2);
if (!folder || !classesFrom || !out) throw new Error("usage: train.ts POLNEAR CLASSES OUT");

const setting = (name: string, value: number) => Number(process.env[name] ?? value);
/** Cues have the most examples, and lean on single features the most. */
const CUE_SETTINGS: LearnSettings = {
  epochs: setting("EPOCHS", 6),
  rate: setting("CUE_RATE", 0.02),
  dropout: setting("CUE_DROPOUT", 0.4),
  shrink: setting("SHRINK", 0.001),
};
const SETTINGS: LearnSettings = {
  ...CUE_SETTINGS,
  rate: setting("RATE", 0.04),
  dropout: setting("DROPOUT", 0.3),
};
const LEAST_COUNT = setting("LEAST", 5);
/** Weights nearer to zero are left out of the file. */
const LEAST_UNITS = 2;
/** Units of a score that make one logit. */
const SCALE = 40;
/**
 * Least scores, in units. PolNeAR marks much that the gold readings leave out, above all where the content is a noun
 * phrase ("criticized the plan"): more is asked there, though less than they would have, as the held-out part loses by it.
 * What a rule proposes needs little: half a logit less costs the held-out part nothing, and the gold readings gain.
 */
const THRESHOLDS = { proposed: -1 * SCALE, clause: -0.25 * SCALE, noun: 0.25 * SCALE };
/** Every how manieth article is held out. */
const HELD = 8;
const KEPT = ".scratch/attribution";

interface Sample {
  readonly c: Columns;
  readonly gold: readonly (readonly GoldCue[])[];
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const classes = readClasses(classesFrom);
const samples = await loadSamples(`${folder}/train`);
const isHeld = (i: number) => i % HELD === 3;
const parts = { main: newExamples(), held: newExamples() };
for (const [i, { c, gold }] of samples.entries()) {
  for (const each of gold) addExamples(isHeld(i) ? parts.held : parts.main, c, each);
}
say(`${samples.length} articles read`);

const weights = learnAll([parts.main]);
const trial = readJudgeModel(toModel(weights, { thresholds: THRESHOLDS, calibration: [[0, 0.5]] }));
const tuned = tune(samples.filter((_, i) => isHeld(i)).map((sample) => tryOn(sample, trial)));
writeFileSync(out, toModel(process.env.TRIAL ? weights : learnAll([parts.main, parts.held]), tuned));

async function loadSamples(from: string): Promise<Sample[]> {
  const knowledge = createStatementKnowledge((await loadAssets()).tables);
  const bare: JudgeModel = { scale: SCALE, thresholds: THRESHOLDS, calibration: [], classes, score: () => 0 };
  return (await loadArticles(from, process.env.CACHE ?? KEPT)).map(({ parsed, entities, annotators }) => {
    const scene = makeScene(parsed, entities, findQuotations(parsed).quotations, knowledge);
    const c = makeColumns(scene, collectCandidates(scene), bare);
    return { c, gold: annotators.map((each) => readGold(c, each)) };
  });
}

function learnAll(sets: readonly Examples[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const kind of KINDS) {
    const groups = sets.length === 1 ? sets[0]![kind] : sets[0]![kind].join(sets[1]![kind]);
    const compact = groups.compact(LEAST_COUNT);
    const learnt = learn(compact, kind === "cue", kind === "cue" ? CUE_SETTINGS : SETTINGS);
    learnt.forEach((weight, i) => {
      const units = Math.max(-127, Math.min(127, Math.round(weight * SCALE)));
      if (Math.abs(units) >= LEAST_UNITS) weights.set(compact.keys[i]!, units);
    });
    say(`${kind}: ${compact.labels.length} examples, ${compact.keys.length} features; ${weights.size} weights so far`);
  }
  return weights;
}

function toModel(weights: Map<number, number>, tuned: Pick<JudgeModel, "thresholds" | "calibration">): Uint8Array {
  return writeJudgeModel({ scale: SCALE, ...tuned }, weights, classes);
}

interface Tried extends Sample {
  readonly judged: readonly Judged[];
}

function tryOn(sample: Sample, model: JudgeModel): Tried {
  return { ...sample, judged: judgeStatements(sample.c, model, -3 * SCALE) };
}

/** Exact and overlap F1 by threshold, and how often a statement is right by the score of its cue. */
function tune(tried: readonly Tried[]): Pick<JudgeModel, "thresholds" | "calibration"> {
  for (let threshold = -SCALE; threshold <= SCALE; threshold += SCALE / 5) {
    const tally = new Tally();
    for (const { judged: all, gold } of tried) {
      const found = spansOf(outermost(all.filter(({ score }) => score >= threshold)));
      for (const each of gold) tally.add(found, spansOf(each));
    }
    say(`${threshold}: ${tally.line()}`);
  }
  return { thresholds: THRESHOLDS, calibration: calibrate(tried, THRESHOLDS.proposed) };
}
