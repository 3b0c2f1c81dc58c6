import { describe, expect, it } from "vitest";
import { parseSketch } from "../../language/index.js";
import type { Columns } from "./columns.js";
import { coordinateClause } from "./coordinate-clause.js";

/** The columns that it reads, as no rule proposes anything. */
function columnsOf(sketch: string, frames: readonly number[] = []) {
  const parsed = parseSketch(sketch);
  const left = Int32Array.from({ length: parsed.length }, (_, at) => at);
  for (let at = 0; at < parsed.length; at++) {
    for (let up = parsed.head[at]!; up >= 0; up = parsed.head[up]!) left[up] = Math.min(left[up]!, at);
  }
  const proposed = Int32Array.from({ length: parsed.length }, (_, at) => (frames.includes(at) ? 1 : 0));
  return {
    parsed,
    left,
    frames: proposed,
    scene: { quotationAt: new Int32Array(parsed.length).fill(-1) },
  } as unknown as Columns;
}

const OWN_SUBJECT = `
  Orsa Orsa PROPN NNP 2 nsubj
  said say VERB VBD 0 root
  talks talk NOUN NNS 4 nsubj
  failed fail VERB VBD 2 ccomp
  and and CCONJ CC 7 cc
  he he PRON PRP 7 nsubj
  urged urge VERB VBD 2 conj
  calm calm NOUN NN 7 obj
`;
const HUNG_UNDER_CONTENT = (said: string, verb: string) => `
  Orsa Orsa PROPN NNP 2 nsubj
  noted note VERB VBD 0 root
  trade trade NOUN NN 4 nsubj
  ${said} 2 ccomp
  and and CCONJ CC 6 cc
  ${verb} 4 conj
  calm calm NOUN NN 6 obj
`;
const VOWED = `
  Orsa Orsa PROPN NNP 3 nsubj
  has have AUX VBZ 3 aux
  vowed vow VERB VBN 0 root
  to to PART TO 5 mark
  stay stay VERB VB 3 xcomp
  and and CCONJ CC 7 cc
  praised praise VERB VBD 5 conj
  her she PRON PRP 7 obj
`;

describe("coordinateClause", () => {
  it.each([
    ["a conjunct of the cue with its own subject", columnsOf(OWN_SUBJECT), 1, 2, 4],
    ["no clause that begins before the content", columnsOf(OWN_SUBJECT), 1, 7, 8],
    [
      "a conjunct in the cue's tense, not the content's",
      columnsOf(HUNG_UNDER_CONTENT("lags lag VERB VBZ", "asked ask VERB VBD")),
      1,
      2,
      4,
    ],
    [
      "none in the content's tense that no rule takes for speech",
      columnsOf(HUNG_UNDER_CONTENT("fell fall VERB VBD", "hurt hurt VERB VBD")),
      1,
      2,
      7,
    ],
    [
      "an act of speech after what is said of others",
      columnsOf(HUNG_UNDER_CONTENT("fell fall VERB VBD", "urged urge VERB VBD"), [5]),
      1,
      2,
      4,
    ],
    ["an act after an infinitive", columnsOf(VOWED), 2, 3, 5],
  ])("finds %s", (_, columns, cue, near, expected) => {
    expect(coordinateClause(columns, cue, near)).toBe(expected);
  });
});
