import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dealingsOf, directionsOf, pairKey } from "./dealings.js";

const show = (type: string, actors: (string | null)[], recipients: (string | null)[]) =>
  dealingsOf(type, actors, recipients).map(({ a, b, mutual }) => `${a}${mutual ? "=" : ">"}${b}`);

describe("who deals with whom", () => {
  test.each<[string, string, (string | null)[], (string | null)[], string[]]>([
    ["one to another", "ACCUSE", ["KEN"], ["EGY"], ["KEN>EGY"]],
    ["each to each, a country once", "ACCUSE", ["KEN", "TCD", "KEN"], ["EGY"], ["KEN>EGY", "TCD>EGY"]],
    [
      "those who meet a third meet one another too",
      "CONSULT",
      ["TCD", "KEN"],
      ["EGY"],
      ["TCD>EGY", "KEN>EGY", "KEN=TCD"],
    ],
    [
      "allies against a third do not deal with one another",
      "SANCTION",
      ["KEN", "TCD"],
      ["EGY"],
      ["KEN>EGY", "TCD>EGY"],
    ],
    ["nor against somebody of no country", "ASSAULT", ["KEN", "TCD"], [null], []],
    ["two who clash do", "ASSAULT", ["TCD", "KEN"], [], ["KEN=TCD"]],
    ["two who agree do", "AGREE", ["TCD", "KEN"], [], ["KEN=TCD"]],
    ["two who condemn what the clause does not name do not", "ACCUSE", ["TCD", "KEN"], [], []],
    ["two who veto a motion do not", "REJECT", ["TCD", "KEN"], [], []],
    ["within one country", "COERCE", ["KEN"], ["KEN"], ["KEN>KEN"]],
    ["nobody", "AGREE", [null], [], []],
  ])("%s", (_, type, actors, recipients, pairs) => {
    expect(show(type, actors, recipients)).toEqual(pairs);
  });

  test.each<[(string | null)[], (string | null)[], string, string[]]>([
    [["KEN"], ["EGY"], "ACCUSE", ["EGY KEN back"]],
    [["EGY"], ["KEN"], "ACCUSE", ["EGY KEN forth"]],
    [["EGY", "KEN"], ["KEN"], "CONSULT", ["EGY KEN both"]],
    [["EGY", "KEN"], ["KEN", "EGY"], "ACCUSE", ["EGY KEN both"]],
    [["KEN"], ["KEN"], "COERCE", []],
  ])("as seen by a pair: %j to %j", (actors, recipients, type, seen) => {
    const found = directionsOf(dealingsOf(type, actors, recipients));
    expect(found.map(({ a, b, direction }) => `${a} ${b} ${direction}`)).toEqual(seen);
  });

  test("a pair is the same whoever comes first", () => {
    const country = fc.constantFrom("KEN", "EGY", "TCD", null);
    fc.assert(
      fc.property(fc.array(country), fc.array(country), (actors, recipients) => {
        const keys = directionsOf(dealingsOf("CONSULT", actors, recipients)).map(({ a, b }) => pairKey(b, a));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
