import { describe, expect, it } from "vitest";
import { parseSketch, tokenAt } from "../language/index.js";
import type { Candidate, Scene } from "./candidate.js";
import { tellsNothing } from "./tells-nothing.js";

const SAID = `
  Kenya Kenya PROPN NNP 2 nsubj
  denied deny VERB VBD 0 root
  it it PRON PRP 2 obj
  and and CCONJ CC 5 cc
  he he PRON PRP 2 conj
  left leave VERB VBD 5 acl`;

/** Whether the words say nothing, as a content of `Kenya denied`. */
function isEmpty(words: string, named: boolean, quoted = false): boolean {
  const parsed = parseSketch(SAID);
  const spanOf = (quote: string) => ({
    start: parsed.text.indexOf(quote),
    end: parsed.text.indexOf(quote) + quote.length,
  });
  const cue = spanOf("denied");
  const candidate: Candidate = {
    ...{ act: "denies", frame: "np", addressees: [], cue, cueToken: tokenAt(parsed, cue.start) },
    ...{ source: named ? spanOf("Kenya") : null, sourceToken: named ? 0 : -1, content: [spanOf(words)] },
  };
  const quotationAt = new Int32Array(parsed.length).fill(quoted ? 0 : -1);
  return tellsNothing({ parsed, quotationAt } as unknown as Scene, candidate);
}

describe("tellsNothing", () => {
  it.each([
    ["it", true, false],
    ["it", false, true],
    ["and he", true, true],
    ["he left", true, false],
    ["he left", false, false],
  ])("takes %j of a named source (%s) for nothing: %s", (words, named, expected) => {
    expect(isEmpty(words, named)).toBe(expected);
  });

  it("lets stand whatever is quoted", () => {
    expect(isEmpty("it", false, true)).toBe(false);
  });
});
