import { describe, expect, test } from "vitest";
import type { Engine, PairInput } from "../engine.js";
import { answerPair } from "./answer-pair.js";

const coding = { type: "CONSULT", modes: ["meet"], status: "actual", confidence: 0.5, rule: "meet" };
const engine = { code: () => coding } as unknown as Engine;
const text = "Peru met Chile";
const actor = { start: 0, end: 4 };

test("answers under the line's id", () => {
  expect(answerPair(engine, { id: "a", text, actor, recipient: { start: 9, end: 14 } })).toEqual({
    id: "a",
    ...coding,
  });
  expect(Object.keys(answerPair(engine, { text, actor, recipient: actor }))[0]).toBe("id");
});

describe("refuses what is no span of the text", () => {
  test.each([
    ["absent", undefined],
    ["null", null],
    ["a string", "Chile"],
    ["empty", { start: 3, end: 3 }],
    ["backward", { start: 4, end: 3 }],
    ["before the text", { start: -1, end: 3 }],
    ["beyond the text", { start: 9, end: 15 }],
    ["a fraction", { start: 0.5, end: 3 }],
    ["of strings", { start: "0", end: "3" }],
  ])("%s", (_, recipient) => {
    const act = () => answerPair(engine, { text, actor, recipient } as unknown as PairInput);
    expect(act).toThrow(expect.objectContaining({ code: "span-impossible", field: "recipient" }));
  });
});
