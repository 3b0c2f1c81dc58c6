import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTable } from "../../assets/index.js";
import { parseSketch } from "../../language/index.js";
import { findAmounts } from "./find-amounts.js";
import { createNumberWords, readNumber } from "./number-words.js";
import { createQuantityWords } from "./quantity-words.js";

const names = ["currencies", "number-bounds", "number-words", "quantity-nouns"].map((name) => `events/${name}`);
const tables = new Map(
  names.map((name) => {
    const path = new URL(`../../../data/${name}.tsv`, import.meta.url);
    return [name, parseTable(name, readFileSync(path, "utf8"))] as const;
  }),
);
const words = createQuantityWords({ tables });

describe("readNumber", () => {
  const numbers = createNumberWords({ tables });
  test.each<[string, number | null, boolean?]>([
    ["43", 43],
    ["1,200", 1200],
    ["2.6 billion", 2.6e9],
    ["forty-three", 43],
    ["two hundred and five", 205],
    ["three million two hundred thousand", 3.2e6],
    ["dozen", 12],
    ["dozens", 24, true],
    ["tens of thousands", 20000, true],
    ["hundreds of thousands", 200000, true],
    ["40 bln", 4e10],
    ["2022-03-30", null],
    ["12:30", null],
    ["seven rebels", null],
    ["half a million", 5e5],
    ["quarter of a million", 2.5e5],
    ["two and a half billion", 2.5e9],
    ["half a dozen", 6],
    ["half", null],
    ["two and a half", null],
    ["of", null],
  ])("%s", (run, value, isOpen = false) => {
    expect(readNumber(run.split(" "), numbers)).toEqual(value === null ? null : { value, isOpen });
  });

  test("any words have an answer", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (run) => {
        const read = readNumber(run, numbers);
        return read === null || Number.isFinite(read.value);
      }),
    );
  });
});

describe("findAmounts", () => {
  const find = (sketch: string) => {
    const parsed = parseSketch(sketch);
    return findAmounts(parsed, parsed.sentences[0]!, words).map(({ first, last, low, high, unit, counted }) => ({
      text: parsed.text.slice(parsed.start[first]!, parsed.end[last]!),
      low,
      high,
      unit,
      counted: parsed.form[counted],
    }));
  };
  test.each([
    [
      "a lower bound",
      "At at ADP IN 2 case\nleast least ADV RBS 3 advmod\n43 43 NUM CD 4 nummod\npeople people NOUN NNS 5 nsubj\ndied die VERB VBD 0 root",
      { text: "At least 43", low: 43, high: null, unit: null, counted: "people" },
    ],
    [
      "an upper bound",
      "up up ADP IN 3 case\nto to ADP IN 1 fixed\n5,000 5,000 NUM CD 4 nummod\ntroops troops NOUN NNS 0 root",
      { text: "up to 5,000", low: null, high: 5000, unit: null, counted: "troops" },
    ],
    [
      "a range",
      "between between ADP IN 5 case\n10 10 NUM CD 5 nummod\nand and CCONJ CC 4 cc\n20 20 NUM CD 2 conj\nmen man NOUN NNS 0 root",
      { text: "between 10 and 20", low: 10, high: 20, unit: null, counted: "men" },
    ],
    [
      "money before its number",
      "sent send VERB VBD 0 root\n$ $ SYM $ 1 obj\n5 5 NUM CD 4 compound\nbillion billion NUM CD 2 nummod",
      { text: "$ 5 billion", low: 5e9, high: 5e9, unit: "USD", counted: "$" },
    ],
    [
      "money after its number",
      "sent send VERB VBD 0 root\n40 40 NUM CD 3 compound\nmillion million NUM CD 4 nummod\neuros euro NOUN NNS 1 obj",
      { text: "40 million euros", low: 4e7, high: 4e7, unit: "EUR", counted: "euros" },
    ],
    [
      "a fraction of a scale",
      "sent send VERB VBD 0 root\nhalf half DET PDT 4 det\na a DET DT 4 det\nmillion million NUM CD 5 nummod\neuros euro NOUN NNS 1 obj",
      { text: "half a million euros", low: 5e5, high: 5e5, unit: "EUR", counted: "euros" },
    ],
    [
      "dozens",
      "dozens dozen NOUN NNS 0 root\nof of ADP IN 3 case\nmen man NOUN NNS 1 nmod",
      { text: "dozens", low: 24, high: null, unit: null, counted: "dozens" },
    ],
  ])("%s", (_, sketch, expected) => {
    expect(find(sketch)).toEqual([expected]);
  });

  test.each([
    ["a year", "in in ADP IN 2 case\n2016 2016 NUM CD 0 root"],
    ["a name's number", "Group Group PROPN NNP 0 root\n7 7 NUM CD 1 nummod"],
    ["a verb that looks like a currency", "Peru Peru PROPN NNP 2 nsubj\nwon win VERB VBD 0 root"],
  ])("%s is no amount", (_, sketch) => {
    expect(find(sketch)).toEqual([]);
  });
});
