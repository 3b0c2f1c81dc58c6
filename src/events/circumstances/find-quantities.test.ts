import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseTable } from "../../assets/index.js";
import { parseSketch } from "../../language/index.js";
import type { EventType } from "../../reading/index.js";
import type { EventCandidate } from "../event-layer.js";
import { findQuantities } from "./find-quantities.js";
import { createQuantityWords } from "./quantity-words.js";

const names = ["currencies", "number-bounds", "number-words", "quantity-nouns"].map((name) => `events/${name}`);
const tables = new Map(
  names.map((name) => {
    const path = new URL(`../../../data/${name}.tsv`, import.meta.url);
    return [name, parseTable(name, readFileSync(path, "utf8"))] as const;
  }),
);
const words = createQuantityWords({ tables });

function quantitiesOf(sketch: string, trigger: string, type: EventType, timeWords: readonly string[] = []) {
  const parsed = parseSketch(sketch);
  const token = parsed.form.indexOf(trigger);
  const candidate = { trigger: token, first: token, last: token, clause: token, type } as EventCandidate;
  const times = timeWords.map((word, i) => {
    const head = parsed.form.indexOf(word);
    return { time: `t${i + 1}`, first: head - 1, last: head, head };
  });
  return findQuantities(candidate, parsed, times, words).map(({ kind, low, high, unit }) => [kind, low, high, unit]);
}

const KILLED = `Gunmen gunman NOUN NNS 2 nsubj
  killed kill VERB VBD 0 root
  14 14 NUM CD 4 nummod
  soldiers soldier NOUN NNS 2 obj
  , , PUNCT , 6 punct
  wounding wound VERB VBG 2 advcl
  30 30 NUM CD 6 obj`;

const MARCHED = `Thousands thousand NOUN NNS 4 nsubj
  of of ADP IN 3 case
  teachers teacher NOUN NNS 1 nmod
  marched march VERB VBD 0 root`;

describe("findQuantities", () => {
  test.each<[string, string, string, EventType, unknown[]]>([
    [
      "the dead and the wounded of one attack",
      KILLED,
      "killed",
      "ASSAULT",
      [
        ["dead", 14, 14, null],
        ["injured", 30, 30, null],
      ],
    ],
    ["the dead are no matter of a meeting", KILLED, "killed", "CONSULT", []],
    ["who marched", MARCHED, "marched", "PROTEST", [["participants", 2000, null, null]]],
    [
      "troops of a noun's own number",
      "Peru Peru PROPN NNP 2 nsubj\nsent send VERB VBD 0 root\n200 200 NUM CD 4 nummod\ntroops troop NOUN NNS 2 obj",
      "sent",
      "MOBILIZE",
      [["troops", 200, 200, null]],
    ],
    [
      "those killed by a noun",
      "killing killing NOUN NN 0 root\nof of ADP IN 4 case\n14 14 NUM CD 4 nummod\nmonks monk NOUN NNS 1 nmod",
      "killing",
      "ASSAULT",
      [["dead", 14, 14, null]],
    ],
    [
      "a bound that a parser takes for a preposition",
      `Police police NOUN NNS 2 nsubj
        detained detain VERB VBD 0 root
        at at ADP IN 6 case
        least least ADJ JJS 5 nmod
        100 100 NUM CD 6 nummod
        protesters protester NOUN NNS 2 obl`,
      "detained",
      "COERCE",
      [["arrested", 100, null, null]],
    ],
    [
      "another clause's number",
      `Peru Peru PROPN NNP 2 nsubj
        condemned condemn VERB VBD 0 root
        the the DET DT 4 det
        attack attack NOUN NN 2 obj
        that that PRON WDT 6 nsubj
        killed kill VERB VBD 4 acl:relcl
        14 14 NUM CD 8 nummod
        men man NOUN NNS 6 obj`,
      "condemned",
      "ACCUSE",
      [],
    ],
  ])("%s", (_, sketch, trigger, type, expected) => {
    expect(quantitiesOf(sketch, trigger, type)).toEqual(expected);
  });

  test("a length of time counts nobody", () => {
    const sketch = `France France PROPN NNP 2 nsubj
      evacuated evacuate VERB VBD 0 root
      14 14 NUM CD 4 nummod
      people people NOUN NNS 2 obj
      over over ADP IN 7 case
      three three NUM CD 7 nummod
      days day NOUN NNS 2 obl`;
    expect(quantitiesOf(sketch, "evacuated", "AID", ["days"])).toEqual([["displaced", 14, 14, null]]);
  });

  test("a relative clause tells what its noun did", () => {
    const sketch = `bombings bombing NOUN NNS 0 root
      that that PRON WDT 3 nsubj
      killed kill VERB VBD 1 acl:relcl
      44 44 NUM CD 5 nummod
      people people NOUN NNS 3 obj`;
    expect(quantitiesOf(sketch, "bombings", "ASSAULT")).toEqual([["dead", 44, 44, null]]);
  });
});
