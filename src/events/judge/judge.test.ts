import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSketch } from "../../language/index.js";
import { findFeatures } from "./find-features.js";
import { interpolate, type JudgeModel, judge } from "./judge.js";
import type { Question } from "./question.js";
import { readJudge } from "./read-judge.js";

const parsed = parseSketch(`
  Kenya Kenya PROPN NNP 2 nsubj
  sheltered shelter VERB VBD 0 root
  two two NUM CD 4 nummod
  envoys envoy NOUN NNS 2 obj
`);

const question: Question = {
  parsed,
  actor: { first: 0, last: 0, head: 0 },
  recipient: { first: 2, last: 3, head: 3 },
  trigger: -1,
  answer: { type: "CONSULT", confidence: 0.5, rule: "some-rule" },
  proposals: [{ type: "RETREAT", fit: 3 }],
  acts: [],
};

const features = findFeatures(question, (word) => word === "the");

describe("findFeatures", () => {
  test("hides who acts and who is acted on", () => {
    expect([...features.groups.words.keys()]).toEqual(["w=<a>", "w=shelter", "w=<r>"]);
  });

  test("tells the way from one party to the other, and what hangs on it", () => {
    expect([...features.groups.path.keys()]).toEqual(
      expect.arrayContaining(["p=shelter", "c=shelter", "d=nsubj|obj", "k=<r>", "m=shelter", "n=shelter"]),
    );
  });

  test("tells what the rules propose, CONCEDE and RETREAT as one", () => {
    expect([...features.groups.rule.keys()]).toEqual(
      expect.arrayContaining(["answer=CONSULT:2", "rule=some-rule", "fit0=YIELD:3", "has=YIELD"]),
    );
  });

  test("takes any place of the parties without a fault", () => {
    const token = fc.integer({ min: 0, max: 3 });
    const range = fc.option(token.map((head) => ({ first: head, last: head, head })));
    fc.assert(
      fc.property(range, range, fc.integer({ min: -1, max: 3 }), (actor, recipient, trigger) => {
        const asked = { ...question, actor, recipient, trigger };
        expect(findFeatures(asked, () => false).regions.all.length).toBeGreaterThan(0);
      }),
    );
  });
});

/** A model of one feature and one word: "p=shelter" tells AID, the word vector of "shelter" RETREAT a little. */
const model: JudgeModel = {
  types: ["AID", "CONCEDE", "RETREAT"],
  width: 3,
  heading: { told: [[0, 1]], typed: [[0, 1]], proposes: 0.5, completes: 0.5 },
  groups: [{ name: "path", scale: 1, rows: new Map([["p=shelter", 0]]), weights: Int16Array.of(400, 0, 0) }],
  regions: [{ name: "core", scale: 1, weights: Int16Array.of(0, 20, 30) }],
  dimensions: 1,
  words: new Map([["shelter", 0]]),
  vectors: Int8Array.of(100),
  bias: [0, 0, 0],
  unit: 0.01,
  isIgnored: () => false,
  reliability: [
    [0, 0.4],
    [1, 0.9],
  ],
};

describe("judge", () => {
  test("adds up each group, brought to length one", () => {
    const length = Math.sqrt(features.groups.path.size);
    expect(judge(model, features).scores[0]).toBeCloseTo(4 / length, 12);
    expect(judge(model, features)).toMatchObject({ type: "AID" });
  });

  test("takes the family first, then its likelier member", () => {
    const without = { ...model, groups: [] };
    expect(judge(without, features)).toMatchObject({ type: "RETREAT", confidence: 0.4 + 0.5 * 0.5 });
  });

  test.each([
    [-1, 0.4],
    [0.5, 0.65],
    [2, 0.9],
  ])("is right at a lead of %d in %d of the cases", (lead, share) => {
    expect(interpolate(model.reliability, lead)).toBeCloseTo(share, 12);
  });
});

/** Bytes as training/events/train.py writes them. */
function packModel(header: object, weights: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(4 + text.length + weights.length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  bytes.set(weights, 4 + text.length);
  return bytes;
}

describe("readJudge", () => {
  const header = {
    format: 3,
    types: ["AID", "RETREAT"],
    extras: 0,
    heading: { told: [], typed: [], proposes: 1, completes: 1 },
    groups: [{ name: "path", scale: 1, features: ["p=shelter"] }],
    regions: [{ name: "core", scale: 1 }],
    dimensions: 1,
    words: ["shelter"],
    ignored: ["the"],
    bias: [0, 0],
    unit: 1,
    reliability: [[0, 0.5]],
  };
  const weights = Uint8Array.of(1, 0, 254, 255, 0, 1, 0, 0, 200);

  test("reads weights, vectors and words to pass over", () => {
    const read = readJudge(packModel(header, weights));
    expect(read?.groups[0]).toMatchObject({ weights: Int16Array.of(1, -2) });
    expect(read?.regions[0]).toMatchObject({ weights: Int16Array.of(256, 0) });
    expect(read?.vectors).toEqual(Int8Array.of(-56));
    expect(read?.isIgnored("the")).toBe(true);
  });

  test("is null where there are no weights at all", () => {
    expect(readJudge(new Uint8Array())).toBeNull();
  });

  test.each([
    ["a header cut off", Uint8Array.of(9, 0, 0, 0, 1)],
    ["weights cut off", packModel(header, weights.subarray(1))],
    ["another format", packModel({ ...header, format: 99 }, weights)],
  ])("names %s", (_, bytes) => {
    expect(() => readJudge(bytes)).toThrow(/weights of the judge cannot be read/);
  });
});
