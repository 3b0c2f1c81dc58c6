import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTable } from "../assets/index.js";
import { splitParagraphs } from "./split-paragraphs.js";
import { splitSentences } from "./split-sentences.js";
import { splitWords } from "./split-words.js";
import { readSplittingRules } from "./splitting-rules.js";

const root = new URL("../../", import.meta.url).pathname;
const folder = readdirSync(`${root}models`)
  .sort()
  .findLast((name) => name.startsWith("splitting-"))!;
const paths = ["abbreviations", "language-fused", "language-prefixes", "language-starters", "language-units"].map(
  (name) => `data/${name}`,
);
const tables = [...paths, `models/${folder}/language-breaks`].map((path) => {
  const name = path.split("/").at(-1)!;
  return [name, parseTable(name, readFileSync(`${root}${path}.tsv`, "utf8"))] as const;
});
const rules = readSplittingRules(new Map(tables));

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
    [["TUNXI, March 30 (Xinhua) -- Marta Quill met Jonas Vey.", "Both were pleased."]],
    [["The bill, No. 5, failed.", "Gen. Orla Vance resigned.", "Rep. J. K. Lund, D-Ohio, wept."]],
    [["He told Mr. Vey: “We won’t go.", "We can’t.”", "Nobody spoke."]],
    [["The U.N. Security Council met at 5 p.m. on Monday.", "It did not vote."]],
    [["we dont know.", "he left early.", "so what"]],
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

  it("covers every word of any text once, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const words = splitWords(text, 0, text.length, rules);
        let next = 0;
        for (const { first, last } of splitSentences(text, words, rules, 10)) {
          expect(first).toBe(next);
          expect(last - first).toBeLessThan(10);
          next = last + 1;
        }
        expect(next).toBe(words.length);
      }),
    );
  });

  it.each(["word ", '"', "( ", "Mr. ", ". ", "a. B ", "no\u00a0"])(
    "takes time in proportion to the length of %j over and over",
    (unit) => {
      const text = unit.repeat(Math.floor(1_000_000 / unit.length));
      const words = splitWords(text, 0, text.length, rules);
      const began = performance.now();
      splitSentences(text, words, rules, 150);
      expect(performance.now() - began).toBeLessThan(5000);
    },
  );
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
