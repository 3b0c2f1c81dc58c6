import { expect, it } from "vitest";
import { parseSketch } from "../../language/index.js";
import { isBackground, isPlainlyUndone } from "./is-background.js";

it.each([
  [
    "a relative clause",
    `members member NOUN NNS 4 nsubj
     who who PRON WP 3 nsubj
     opposed oppose VERB VBD 1 acl:relcl
     spoke speak VERB VBD 0 root`,
    2,
    true,
  ],
  [
    "an adverb of the past",
    `Peru Peru PROPN NNP 3 nsubj
     originally originally ADV RB 3 advmod
     detained detain VERB VBD 0 root
     him he PRON PRP 3 obj`,
    2,
    true,
  ],
  [
    "a main clause",
    `Peru Peru PROPN NNP 2 nsubj
     detained detain VERB VBD 0 root
     him he PRON PRP 2 obj`,
    1,
    false,
  ],
])("tells %s from news", (_, sketch, verb, expected) => {
  expect(isBackground(parseSketch(sketch), verb)).toBe(expected);
});

it("takes what the report itself says was not done for undated", () => {
  const parsed = parseSketch(`
    Peru Peru PROPN NNP 4 nsubj
    did do AUX VBD 4 aux
    not not PART RB 4 advmod
    complain complain VERB VB 0 root`);
  expect(isPlainlyUndone(parsed, 3)).toBe(true);
  expect(isPlainlyUndone(parsed, 0)).toBe(false);
});
