import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTable } from "../../assets/index.js";
import { type Parsed, parseSketch } from "../../language/index.js";
import { findQuotations } from "../find-quotations.js";
import { collectCandidates, makeScene } from "../find-statements.js";
import { createStatementKnowledge } from "../statement-knowledge.js";
import { confidenceOf, settle } from "../weigh-candidates.js";
import { makeColumns } from "./columns.js";
import type { FeatureList } from "./feature-list.js";
import { type Judged, judgeStatements } from "./judge.js";
import type { JudgeModel } from "./judge-model.js";

const NAMES = ["verbs", "nouns", "adjectives", "phrases", "speakers", "frames", "closers", "venues"].concat(
  "noun-prepositions",
  "acts",
);
const tables = NAMES.map((name) => {
  const text = readFileSync(new URL(`../../../data/statements/${name}.tsv`, import.meta.url), "utf8");
  return [`statements/${name}`, parseTable(`statements/${name}`, text)] as const;
});
const knowledge = createStatementKnowledge(new Map(tables));

/** A model whose scores are drawn from the features themselves, so that it chooses whatever there is to choose. */
function anyModel(seed: number): JudgeModel {
  const weigh = (key: number) => (Math.imul(key ^ seed, 0x9e3779b1) >> 28) + 1;
  return {
    scale: 40,
    thresholds: { proposed: -20, clause: 0, noun: 10 },
    calibration: [
      [-20, 0.25],
      [20, 0.75],
    ],
    classes: new Map(),
    score: (list: FeatureList) => list.keys.subarray(0, list.length).reduce((sum, key) => sum + weigh(key), 0),
  };
}

function judge(parsed: Parsed, model: JudgeModel) {
  const mentionAt = new Int32Array(parsed.length).fill(-1);
  const entities = { entities: [], mentions: [], mentionAt, notes: [] };
  const scene = makeScene(parsed, entities, findQuotations(parsed).quotations, knowledge);
  const candidates = collectCandidates(scene);
  const columns = makeColumns(scene, candidates, model);
  const judged = judgeStatements(columns, model, -1000);
  return { judged, settled: settle(columns, candidates, judged, model) };
}

const SAID = `
  The the DET DT 2 det
  minister minister NOUN NN 3 nsubj
  said say VERB VBD 0 root
  talks talk NOUN NNS 5 nsubj
  failed fail VERB VBD 3 ccomp
  . . PUNCT . 3 punct
`;

describe("judgeStatements", () => {
  it("chooses words of the text alone, the content on one side of its cue, for any weights", () => {
    const parsed = parseSketch(SAID);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { judged, settled } = judge(parsed, anyModel(seed));
        for (const statement of judged) checkRanges(statement, parsed.length);
        for (const { content, cue } of settled) {
          for (const span of [...content, ...(cue ? [cue] : [])]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(parsed.text.length);
          }
        }
      }),
    );
  });

  it("tells the choices behind each statement, and evidence that adds up to its score", () => {
    const { judged } = judge(parseSketch(SAID), anyModel(5));
    expect(judged.length).toBeGreaterThan(0);
    for (const { choices, evidence, score } of judged) {
      expect(evidence.reduce((sum, each) => sum + each, 0)).toBe(score);
      expect(choices.map(({ what }) => what)).toEqual(expect.arrayContaining(["cue from", "cue to", "source"]));
      for (const { margin } of choices.slice(0, 3)) expect(margin).toBeGreaterThanOrEqual(0);
    }
  });
});

function checkRanges({ cue, words, source, content }: Judged, length: number): void {
  expect(words.first).toBeLessThanOrEqual(cue);
  expect(words.last).toBeGreaterThanOrEqual(cue);
  for (const { first, last } of [...content, ...(source ? [source] : [])]) {
    expect(first).toBeGreaterThanOrEqual(0);
    expect(last).toBeGreaterThanOrEqual(first);
    expect(last).toBeLessThan(length);
  }
  for (const { first, last } of content) expect(first > cue || last < cue).toBe(true);
}

describe("settle", () => {
  it("leaves headings to the rules", () => {
    const drawn = parseSketch(SAID);
    const parsed = { ...drawn, sentences: drawn.sentences.map((sentence) => ({ ...sentence, heading: true })) };
    const { settled } = judge(parsed, { ...anyModel(1), score: () => 1000 });
    expect(settled.filter((each) => each.judged !== undefined)).toEqual([]);
    expect(settled.length).toBeGreaterThan(0);
  });

  it("lets the judge refuse what a rule proposes, and asks more of what no rule proposes", () => {
    expect(judge(parseSketch(SAID), { ...anyModel(1), score: () => -1000 }).settled).toEqual([]);
    const halfSure = judge(parseSketch(SAID), { ...anyModel(1), score: () => -1 }).settled;
    expect(halfSure.map(({ cueToken }) => cueToken)).toEqual([2]);
  });
});

describe("confidenceOf", () => {
  it.each([
    [-500, 0.25],
    [-20, 0.25],
    [0, 0.5],
    [20, 0.75],
    [900, 0.75],
  ])("gives a score of %i a confidence of %f", (score, expected) => {
    expect(confidenceOf(anyModel(0), score)).toBeCloseTo(expected, 10);
  });
});
