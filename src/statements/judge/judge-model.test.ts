import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AssetError } from "../../errors.js";
import { distanceClass, FeatureList, wordNumber } from "./feature-list.js";
import { readJudgeModel, writeJudgeModel } from "./judge-model.js";

const HEADER = { scale: 40, thresholds: { proposed: -20, clause: 0, noun: 40 }, calibration: [[0, 0.5]] as const };

function listOf(...templates: readonly number[]): FeatureList {
  const list = new FeatureList();
  for (const template of templates) list.add(template, 7);
  return list;
}

describe("readJudgeModel", () => {
  it("reads what was written: thresholds, weights, classes", () => {
    const [one, other] = listOf(1, 2).keys;
    const weights = new Map([
      [one!, 100],
      [other!, -30],
    ]);
    const classes = new Map([[wordNumber("said"), 599 * 256 + 119]]);
    const model = readJudgeModel(writeJudgeModel(HEADER, weights, classes));
    expect(model).toMatchObject(HEADER);
    expect(model.classes).toEqual(classes);
    expect(model.score(listOf(1))).toBe(100);
    expect(model.score(listOf(1, 2, 3))).toBe(70);
  });

  it("sums any weights of any keys, whatever bytes stand before the file in its buffer", () => {
    const weight = fc.integer({ min: -127, max: 127 }).filter((each) => each !== 0);
    const table = fc.dictionary(fc.integer({ min: 0, max: 500 }).map(String), weight, { maxKeys: 200 });
    fc.assert(
      fc.property(table, fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 50 }), (chosen, asked) => {
        const keyOf = (template: number) => listOf(template).keys[0]!;
        const weights = new Map(Object.entries(chosen).map(([template, each]) => [keyOf(Number(template)), each]));
        const bytes = writeJudgeModel(HEADER, weights, new Map());
        const shifted = new Uint8Array(bytes.length + 5);
        shifted.set(bytes, 5);
        const expected = asked.reduce((sum, template) => sum + (weights.get(keyOf(template)) ?? 0), 0);
        expect(readJudgeModel(shifted.subarray(5)).score(listOf(...asked))).toBe(expected);
      }),
    );
  });

  it.each([
    ["no bytes", new Uint8Array()],
    ["other bytes", new Uint8Array(64)],
  ])("refuses %s", (_, bytes) => {
    expect(() => readJudgeModel(bytes)).toThrow(AssetError);
  });
});

describe("distanceClass", () => {
  it.each([
    [0, 0],
    [-1, -1],
    [4, 4],
    [6, 5],
    [-9, -6],
    [14, 7],
    [24, 8],
    [1000, 9],
  ])("puts %i in class %i", (distance, expected) => {
    expect(distanceClass(distance)).toBe(expected);
  });
});
