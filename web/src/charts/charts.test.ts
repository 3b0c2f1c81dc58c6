/** The pure parts of charts: bins, labels, stretches, the network's plane. */
import { describe, expect, test } from "vitest";
import type { Relation } from "../api/types.js";
import { binCounts } from "./bin-counts.js";
import { dominantQuad } from "./dominant-quad.js";
import { layoutNetwork } from "./layout-network.js";
import { dayAt, groupActs, layoutRelation, placeLabels, stretches, valueTicks, xOf } from "./relation-layout.js";

const turn = (date: string, size: number) => ({
  a: "A",
  b: "B",
  date,
  size,
  direction: "closer" as const,
  confidence: 1,
  because: [],
  headline: null,
});
const lineOf = <Value extends number | null>(closeness: readonly Value[]) =>
  closeness.map((value, i) => ({ day: `2020-01-0${i + 1}`, closeness: value, low: value, high: value }));
const relation = (closeness: readonly number[]): Relation => ({
  a: "A",
  b: "B",
  settings: { halfLife: 180, priorActs: 6, priorDeviation: 3 },
  line: lineOf(closeness),
  points: [],
  empty: null,
  turns: [],
  acts: [],
  alerts: [],
  coverageGaps: [],
  outlets: [],
});

test("counts are summed until they fit, and none is lost", () => {
  const bins = binCounts(
    [
      [1, 2, 3, 4, 5],
      [0, 0, 0, 0, 9],
    ],
    3,
  );
  expect(bins).toEqual({
    rows: [
      [3, 7, 5],
      [0, 0, 9],
    ],
    columns: 3,
    most: 9,
  });
  expect(binCounts([], 3)).toEqual({ rows: [], columns: 0, most: 1 });
});

test("a line lifts its pen where nothing was read", () => {
  expect(stretches(lineOf([1, 2, null, null, 3, null, 4, 5]))).toEqual([
    [0, 1],
    [4, 4],
    [6, 7],
  ]);
});

describe("a relation's chart", () => {
  const frame = layoutRelation(relation([0.5, -2.2, 3.1]), 1000);
  test("takes in the line, and zero", () => {
    expect([frame.low, frame.high]).toEqual([-3, 4]);
    expect(valueTicks(frame.low, frame.high)).toEqual([-3, -2, -1, 0, 1, 2, 3, 4]);
    expect(dayAt(frame, xOf(frame, frame.from + 1))).toBeCloseTo(frame.from + 1);
  });
  test("gives the words to the larger of two turns that lie close", () => {
    const labels = placeLabels([turn("2020-01-01", 1), turn("2020-01-01", 3)], frame);
    expect(labels.map(({ turn: { size }, row }) => [size, row])).toEqual([
      [3, 0],
      [1, null],
    ]);
  });
  test("draws ten thousand acts of one day as one mark a class", () => {
    const acts = Array.from({ length: 10_000 }, (_, i) => ({ day: "2020-01-02", quad: (i % 4) + 1 }));
    const spots = groupActs(acts, frame);
    expect(spots.map((spot) => spot.acts.length)).toEqual([2500, 2500, 2500, 2500]);
  });
  test("of nothing is a frame all the same", () => {
    const empty = layoutRelation(relation([]), 400);
    expect([empty.from, empty.until, empty.low, empty.high]).toEqual([0, 1, -1, 1]);
  });
});

test("a place takes the hue of most of its acts, the weightier of two", () => {
  expect([dominantQuad([3, 1, 0, 0]), dominantQuad([2, 0, 0, 2]), dominantQuad([0, 0, 1, 0])]).toEqual([1, 4, 3]);
});

test("the same network is the same picture, its friends nearer than its strangers", () => {
  const nodes = ["A", "B", "C", "D"].map((code, i) => ({ code, acts: 10 - i }));
  const edges = [
    { a: "A", b: "B", acts: 9 },
    { a: "C", b: "D", acts: 9 },
  ];
  const points = layoutNetwork(nodes, edges);
  expect([...layoutNetwork([...nodes].reverse(), edges)]).toEqual([...points]);
  const far = (a: string, b: string) =>
    Math.hypot((points.get(a)?.x ?? 0) - (points.get(b)?.x ?? 0), (points.get(a)?.y ?? 0) - (points.get(b)?.y ?? 0));
  expect(far("A", "B")).toBeLessThan(far("A", "C"));
});
