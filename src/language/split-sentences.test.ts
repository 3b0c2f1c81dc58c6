import { describe, expect, it } from "vitest";
import { splitParagraphs } from "./split-paragraphs.js";
import { splitSentences } from "./split-sentences.js";
import { splitWords } from "./split-words.js";
import type { SplittingRules } from "./splitting-rules.js";

const rules: SplittingRules = {
  abbreviations: new Map([
    ["Mr.", "capital"],
    ["Inc.", "any"],
  ]),
  fused: new Map(),
  prefixes: new Set(),
  units: new Set(),
  starters: new Set(["The", "He"]),
};

function split(text: string, longest = 100): string[] {
  const words = splitWords(text, 0, text.length, rules);
  return splitSentences(text, words, rules, longest).map(({ first, last }) =>
    text.slice(words[first]!.start, words[last]!.end),
  );
}

describe("splitSentences", () => {
  it.each([
    [["Talks began.", "They failed."]],
    [["He met Mr. Wang.", "They spoke."]],
    [["The U.S. President left.", "He flew to the U.S.", "The trip was short."]],
    [["Apple Inc. won.", "It had sued Acme Inc.", "The court agreed."]],
    [["“We will go.”", "He left."]],
    [['"We will go."', "He left."]],
    [['"We go," he said.', '"We win."']],
    [["J. Smith agreed.", "What now?", "Nothing!"]],
    [["It cost $1.5 million.", "Iran paid."]],
    [["Byron wrote.", "Later he died. [6]", "In Greece."]],
  ])("parts %j", (sentences) => expect(split(sentences.join(" "))).toEqual(sentences));

  it.each(["He asked “why?” and left.", "TUNXI, March 30 (Xinhua) -- Wang met Lavrov.", "It grew by 2.5 per cent."])(
    "leaves %j whole",
    (sentence) => expect(split(sentence)).toEqual([sentence]),
  );

  it("cuts a sentence that is too long at its last comma", () => {
    expect(split("a b c d, e f g h", 6)).toEqual(["a b c d,", "e f g h"]);
    expect(split("a b c d e f g h", 4)).toEqual(["a b c d", "e f g h"]);
  });
});

describe("splitParagraphs", () => {
  const paragraphs = (text: string) => splitParagraphs(text).map(({ start, end }) => text.slice(start, end));
  const full = "The foreign ministers of both countries met on Wednesday in the old";

  it("parts paragraphs at every line break", () => {
    expect(paragraphs("Title here\nOne. Two.\r\n\r\n  Three. \n")).toEqual(["Title here", "One. Two.", "Three."]);
  });

  it("joins lines that were wrapped by hand", () => {
    expect(paragraphs(`${full}\ntown of Tunxi.\n\nEnd.`)).toEqual([`${full}\ntown of Tunxi.`, "End."]);
  });

  it("joins them before a capital too where the whole text was wrapped", () => {
    const wrapped = `${full}\ntown of ${full}\ntown of ${full}\nMoscow castle.`;
    expect(paragraphs(wrapped)).toEqual([wrapped]);
  });

  it("does not join a title and a long paragraph", () => {
    const title = "China urges North Korea to return to talks on its nuclear arms";
    const body = `Beijing said so. ${full} town of Tunxi.`;
    expect(paragraphs(`${title}\n${body}`)).toEqual([title, body]);
  });

  it("finds none in an empty text", () => {
    expect(paragraphs("")).toEqual([]);
    expect(paragraphs(" \n\t\n")).toEqual([]);
  });
});
