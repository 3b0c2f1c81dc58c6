import { expect, test } from "vitest";
import { unmarkPair } from "./unmark-pair.js";

test("takes the marks out and tells where they were", () => {
  expect(unmarkPair("<s>Chile</s> aided <t>Peru</t>.")).toEqual({
    text: "Chile aided Peru.",
    actor: { start: 0, end: 5 },
    recipient: { start: 12, end: 16 },
  });
});

test.each(["<s>Chile</s> slept.", "Chile slept."])("is null for %s", (marked) => {
  expect(unmarkPair(marked)).toBeNull();
});
