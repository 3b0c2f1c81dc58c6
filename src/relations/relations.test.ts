/** The line, its moves, its turns and alerts, on acts made for the purpose. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber } from "../times/index.js";
import {
  DEFAULT_ALERTS,
  DEFAULT_LINE,
  DEFAULT_TURNS,
  drawLine,
  explainMove,
  findAlerts,
  findTurns,
  periodsOf,
  type RelationAct,
  relationPoints,
} from "./index.js";
import { findChanges } from "./pelt.js";

const START = dayNumber({ year: 2012, month: 1, day: 1 });
const act = (day: number, score: number, quad: 1 | 2 | 3 | 4 = score > 0 ? 1 : 4): RelationAct => ({
  key: `k${day}`,
  day: START + day,
  score,
  quad,
  goldstein: score,
});
const every = (days: number, from: number, until: number, score: number) =>
  Array.from({ length: Math.ceil((until - from) / days) }, (_, i) => act(from + i * days, score));

describe("the closeness line", () => {
  test("stands at 0 where nothing is known, with the prior's interval", () => {
    const [point] = drawLine([], [START], DEFAULT_LINE);
    expect(point!.closeness).toBe(0);
    expect(point!.high).toBeCloseTo((1.6449 * 5) / Math.sqrt(6), 3);
    expect(point!.low).toBe(-point!.high);
  });

  test("takes half of an act's weight after a half-life", () => {
    const acts = [act(0, 7)];
    const [now, later] = drawLine(acts, [START, START + 180], DEFAULT_LINE);
    expect(now!.closeness).toBeCloseTo(7 / 7, 10);
    expect(later!.closeness).toBeCloseTo(3.5 / 6.5, 10);
  });

  test("is narrower with more acts and widens when they lie long back", () => {
    const width = (acts: RelationAct[], day: number) => {
      const [point] = drawLine(acts, [START + day], DEFAULT_LINE);
      return point!.high - point!.low;
    };
    expect(width(every(5, 0, 300, 4), 300)).toBeLessThan(width(every(50, 0, 300, 4), 300));
    expect(width(every(5, 0, 300, 4), 300)).toBeLessThan(width(every(5, 0, 300, 4), 1500));
  });

  test("never leaves the scale, and holds its own interval", () => {
    const anyActs = fc.array(fc.record({ day: fc.nat(4000), score: fc.integer({ min: -10, max: 10 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(anyActs, (some) => {
        const acts = some.map(({ day, score }) => act(day, score)).sort((a, b) => a.day - b.day);
        for (const { closeness, low, high } of drawLine(acts, [START, START + 2000, START + 5000], DEFAULT_LINE)) {
          expect(low).toBeLessThanOrEqual(closeness);
          expect(closeness).toBeLessThanOrEqual(high);
          expect(Math.min(low, -high)).toBeGreaterThanOrEqual(-10);
        }
      }),
    );
  });
});

describe("a move", () => {
  test("is the sum of its acts' shares and the fading", () => {
    const acts = [...every(9, 0, 200, 3), act(210, -8), act(220, 5), act(230, -2)];
    const move = explainMove(acts, START + 205, START + 240, DEFAULT_LINE);
    const sum = move.shares.reduce((total, share) => total + share.move, move.fading);
    expect(sum).toBeCloseTo(move.after - move.before, 10);
    expect(move.shares[0]!.key).toBe("k210");
    expect(move.shares.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 10);
  });

  test("without acts is fading alone", () => {
    const move = explainMove(every(9, 0, 200, 3), START + 300, START + 400, DEFAULT_LINE);
    expect(move.shares).toEqual([]);
    expect(move.before + move.fading).toBeCloseTo(move.after, 10);
  });
});

describe("turns", () => {
  const quiet = every(21, 0, 730, 2.5);
  const war = every(1, 400, 500, -9);
  const acts = [...quiet, ...war].sort((a, b) => a.day - b.day);
  const turns = findTurns(acts, START, START + 730, DEFAULT_TURNS);

  test("are found where a war begins and ends, dated by its first act", () => {
    expect(turns.map(({ direction }) => direction)).toEqual(["apart", "closer"]);
    expect(turns[0]!.date).toBe("2013-02-04");
    expect(turns[0]!.size).toBeLessThan(-5);
    expect(turns[0]!.because[0]).toBe("k400");
    expect(turns[0]!.confidence).toBeGreaterThan(0.95);
  });

  test("are none where nothing changes, nothing happens, or there is no time", () => {
    expect(findTurns(quiet, START, START + 730, DEFAULT_TURNS)).toEqual([]);
    expect(findTurns([], START, START + 730, DEFAULT_TURNS)).toEqual([]);
    expect(findTurns([act(0, 5)], START, START + 1, DEFAULT_TURNS)).toEqual([]);
  });

  test("of PELT are those of the full search", () => {
    const values = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 14 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 3 }), (some, shortest) => {
        const found = totalCost(some, findChanges(some, 2.5, shortest), 2.5);
        expect(found).toBeCloseTo(cheapest(some, 2.5, shortest), 8);
      }),
    );
  });
});

/** Squared deviations of each segment from its mean, and the penalties. */
function totalCost(values: readonly number[], changes: readonly number[], penalty: number): number {
  const bounds = [0, ...changes, values.length];
  return (
    changes.reduce((sum) => sum + penalty, 0) +
    bounds.slice(1).reduce((sum, end, i) => sum + squares(values.slice(bounds[i]!, end)), 0)
  );
}

function squares(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/** Optimal partitioning without pruning. */
function cheapest(values: readonly number[], penalty: number, shortest: number): number {
  const best = [-penalty];
  for (let end = 1; end <= values.length; end += 1) {
    const starts = [...best.keys()].filter((start) => end - start >= shortest);
    best[end] = Math.min(
      Number.POSITIVE_INFINITY,
      ...starts.map((start) => best[start]! + squares(values.slice(start, end)) + penalty),
    );
  }
  return Number.isFinite(best.at(-1)!) ? best.at(-1)! : squares(values);
}

describe("alerts", () => {
  const past = every(60, 0, 730, -5);

  test("tell what is far above the pair's own rate", () => {
    const [alert, ...others] = findAlerts([...past, ...every(2, 735, 755, -9)], START + 757, DEFAULT_ALERTS);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ quad: 4, observed: 10 });
    expect(alert!.expected).toBeLessThan(1);
  });

  test("stay silent on the usual, on one act, and on nothing", () => {
    expect(findAlerts([...past, act(740, -5)], START + 757, DEFAULT_ALERTS)).toEqual([]);
    expect(findAlerts([], START + 757, DEFAULT_ALERTS)).toEqual([]);
  });
});

test("ten thousand acts in a day are one day, and take no quadratic time", () => {
  const acts = [
    ...every(30, 0, 700, 2),
    ...Array.from({ length: 10_000 }, (_, i) => ({ ...act(701, -8), key: `k${i}` })),
  ];
  const [point] = drawLine(acts, [START + 701], DEFAULT_LINE);
  expect(point!.closeness).toBeGreaterThan(-8);
  expect(point!.closeness).toBeLessThan(-7.9);
  expect(findTurns(acts, START, START + 760, DEFAULT_TURNS).length).toBeLessThanOrEqual(2);
  const { shares } = explainMove(acts, START + 701, START + 701, DEFAULT_LINE);
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 8);
});

describe("points", () => {
  const periods = periodsOf(START, START + 91, "month");

  test("tell nothing read from nothing happened", () => {
    const points = relationPoints(["CHN", "RUS"], [act(40, 2.5)], periods, [0, 100, 3, 90], DEFAULT_LINE);
    expect(points.map(({ from, coverage, events }) => [from, coverage, events])).toEqual([
      ["2012-01-01", "none", 0],
      ["2012-02-01", "full", 1],
      ["2012-03-01", "thin", 0],
    ]);
    expect(points[0]!.closeness).toBeNull();
    expect(points[1]).toMatchObject({ quad: [1, 0, 0, 0], goldstein: 2.5, score: 2.5 });
    expect(points[2]).toMatchObject({ events: 0, score: null });
  });

  test.each([
    ["day", 91],
    ["week", 14],
    ["month", 3],
    ["quarter", 1],
    ["year", 1],
  ] as const)("cover every day of the span by %s", (unit, count) => {
    const cut = periodsOf(START, START + 91, unit);
    expect(cut.length).toBe(count);
    expect(cut.every(({ from }, i) => i === 0 || from === cut[i - 1]!.until)).toBe(true);
  });
});
