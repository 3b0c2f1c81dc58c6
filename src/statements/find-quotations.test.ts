import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotations } from "./find-quotations.js";

/** A text whose lines are its paragraphs, one sentence each. */
function paragraphs(text: string) {
  let start = 0;
  const sentences = text.split("\n").map((line, paragraph) => {
    const sentence = { first: 0, last: 0, start, end: start + line.length, paragraph, heading: false };
    start += line.length + 1;
    return sentence;
  });
  return { text, sentences };
}

function quoted(text: string): string[] {
  return findQuotations(paragraphs(text)).quotations.map(({ inner }) => text.slice(inner.start, inner.end));
}

describe("findQuotations", () => {
  it.each([
    ["typographic marks", "She said “we go” and left.", ["we go"]],
    ["straight marks", 'She said "we go" and left.', ["we go"]],
    ["doubled marks", "She said ''we go'' and left.", ["we go"]],
    ["single typographic marks beside apostrophes", "The minister’s ‘old friend’ isn’t here.", ["old friend"]],
    ["single straight marks", "Belgium's 'last offer' isn't new.", ["last offer"]],
    ["marks doubled by a table", '"""We go,"" she said. ""Now."""', ["We go,", "Now."]],
    ["marks after brackets and dashes", "He left (“for good”) — “at last”.", ["for good", "at last"]],
    ["no marks", "The years of the ’90s and the boys' boat.", []],
    ["German marks", "Sie sagte „wir gehen“ und „wir bleiben“.", ["wir gehen", "wir bleiben"]],
    ["German marks closed as English ones", "The minister spoke of a „turning point” today.", ["turning point"]],
    ["guillemets that point inwards", "Der »Freund« schwieg.", ["Freund"]],
    ["French marks with spaces within", "Il a dit « nous partons » hier.", [" nous partons "]],
    ["closing marks on both sides", "He wrote ”we go” again.", ["we go"]],
    ["English marks beside German ones", "“We go,” she said, „we stay“.", ["We go,", "we stay"]],
    ["marks within marks", "“He called it ‘a joke’ again,” she said.", ["He called it ‘a joke’ again,"]],
  ])("pairs %s", (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it("goes on over paragraphs that each open with a mark, and notes nothing", () => {
    const text = "“We go.\n“We stay,” she said.";
    const { quotations, notes } = findQuotations(paragraphs(text));
    expect(quotations.map(({ goesOn }) => goesOn)).toEqual([true, false]);
    expect(notes).toEqual([]);
  });

  it("ends an unclosed quotation with its paragraph, and notes where it opened", () => {
    const text = "“We go, she said.\nThe end.";
    const { quotations, notes } = findQuotations(paragraphs(text));
    expect(quotations.map(({ inner }) => text.slice(inner.start, inner.end))).toEqual(["We go, she said."]);
    expect(notes).toMatchObject([{ code: "quote-unclosed", span: { start: 0, end: 1 } }]);
  });

  it("gives ordered spans inside the text for any text", () => {
    const marks = fc.constantFrom(
      "“",
      "”",
      '"',
      "''",
      "'",
      "‘",
      "’",
      "«",
      "»",
      " ",
      "\n",
      ",",
      ".",
      "a",
      "B",
      "\ud800",
    );
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const { inner, outer } of findQuotations(paragraphs(text)).quotations) {
          expect(outer.start).toBeGreaterThanOrEqual(last);
          expect(inner.start).toBeGreaterThanOrEqual(outer.start);
          expect(inner.end).toBeGreaterThanOrEqual(inner.start);
          expect(outer.end).toBeGreaterThanOrEqual(inner.end);
          last = outer.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("takes time in proportion to the text", () => {
    const text = `${"“We go, ‘he said. ".repeat(40_000)}\n${'"'.repeat(200_000)}`;
    expect(findQuotations(paragraphs(text)).quotations.length).toBeGreaterThan(0);
  });
});
