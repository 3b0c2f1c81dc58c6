import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSketch } from "../language/index.js";
import { formatTree } from "./format-tree.js";

const parsed = parseSketch(`
  The the DET DT 2 det
  ministers minister NOUN NNS 6 nsubj
  of of ADP IN 4 case
  Peru Peru PROPN NNP 2 nmod
  have have AUX VBP 6 aux
  met meet VERB VBN 0 root
  in in ADP IN 8 case
  Oslo Oslo PROPN NNP 6 obl
  . . PUNCT . 6 punct
`);
const whole = { first: 0, last: parsed.length - 1 };

test("unfolds what is marked, folds the rest, leaves the full stop out", () => {
  const marks = new Map([
    [5, "trigger"],
    [3, "actor e1"],
  ]);
  expect(formatTree(parsed, whole, marks, 80)).toEqual([
    "met            VERB root  ◀ trigger",
    "├─ ministers   NOUN nsubj",
    "│  ├─ The      DET det",
    "│  └─ of Peru  PROPN nmod  ◀ actor e1",
    "├─ have        AUX aux",
    "└─ in Oslo     PROPN obl",
  ]);
});

test("a range that cuts the tree has several roots", () => {
  expect(formatTree(parsed, { first: 1, last: 4 }, new Map(), 80)).toEqual([
    "ministers of Peru  NOUN nsubj",
    "have               AUX aux",
  ]);
});

test("draws any tree in lines, however deep", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 299 }), (length, mark) => {
      const sketch = Array.from({ length }, (_, i) => `w${i} w NOUN NN ${i} dep`).join("\n");
      const chain = parseSketch(sketch);
      const lines = formatTree(chain, { first: 0, last: length - 1 }, new Map([[mark % length, "x"]]), 60);
      expect(lines.filter((line) => line.endsWith("◀ x"))).toHaveLength(1);
    }),
    { numRuns: 30 },
  );
});
