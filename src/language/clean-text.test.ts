/** Tests of what is taken out of a text before it is parsed, and of the way back to its offsets. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "./index.js";

describe("cleanText", () => {
  it.each([
    ["Iran met", "Iran met"],
    ["\u202eIran\u202c met", "Iran met"],
    ["Isra\u200bel", "Israel"],
    ["I\u00adran", "Iran"],
    ["Co\u0302te", "Côte"],
    ["e\u0301\u200be\u0301", "éé"],
    ["", ""],
  ])("%j is read as %j", (given, text) => {
    expect(cleanText(given).text).toBe(text);
  });

  it("keeps every letter's own offsets", () => {
    const { text, at } = cleanText("a\u200bo\u0302\u202eb");
    expect(text).toBe("aôb");
    expect([...at!.start]).toEqual([0, 2, 5]);
    expect([...at!.end]).toEqual([1, 4, 6]);
  });

  it("gives offsets in order, within the given text", () => {
    const unit = fc.constantFrom("a", "\u0301", "\u200b", "\u00ad", "o\u0302", "😀", "\ud800", " ", "\u0316\u0301");
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const given = units.join("");
        const { text, at } = cleanText(given);
        if (!at) return text === given;
        const isOrdered = [...at.start].every(
          (start, i) => start < at.end[i]! && (i === 0 || start >= at.start[i - 1]!),
        );
        return at.start.length === text.length && isOrdered && (at.end.at(-1) ?? 0) <= given.length;
      }),
    );
  });
});
