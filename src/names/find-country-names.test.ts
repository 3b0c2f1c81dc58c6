/** Tests of the country names and of the decision between actor and place. */
import { describe, expect, it } from "vitest";
import { loadNames } from "../../test/name-tables.js";
import { parseSketch } from "../language/index.js";
import { countryNamed, findCountryNames, isLocative } from "./index.js";

const names = loadNames();

function namesIn(sketch: string): string[] {
  const parsed = parseSketch(sketch);
  return findCountryNames(parsed, names).map(({ first, last, country, kind }) => {
    const words = parsed.text.slice(parsed.start[first], parsed.end[last]);
    const where = isLocative(parsed, first, last, names) ? "place" : "actor";
    return `${words} ${country.code} ${kind} ${where}`;
  });
}

describe("countryNamed", () => {
  it.each([
    ["Russia", "RUS"],
    ["RUSSIA", "RUS"],
    ["USSR", "SUN"],
    ["U.S.", "USA"],
    ["Turks", "TUR"],
    ["Abkhazia", "GEO"],
    ["Côte d’Ivoire", "CIV"],
    ["us", undefined],
    ["Atlantis", undefined],
  ])("knows %s as %s", (words, code) => {
    expect(countryNamed(names, words)?.code).toBe(code);
  });
});

describe("findCountryNames", () => {
  it("takes the longest name", () => {
    expect(namesIn("South South PROPN NNP 2 compound\nSudan Sudan PROPN NNP 0 root")).toEqual([
      "South Sudan SSD name actor",
    ]);
  });

  it.each([
    ["North Korea", "KOR"],
    ["South Sudan", "SSD"],
    ["South Africa", null],
  ])("reads a bare direction beside %s as %s", (name, code) => {
    const [half, land] = name.split(" ");
    const sketch = `
      ${half} ${half} PROPN NNP 2 compound
      ${land} ${land} PROPN NNP 3 nsubj
      warned warn VERB VBD 0 root
      the the DET DT 5 det
      South South PROPN NNP 3 obj`;
    const bare = code === null ? [] : [expect.stringContaining(code)];
    expect(namesIn(sketch).slice(1)).toEqual(bare);
  });

  it("reads no bare direction beside halves of two lands", () => {
    const sketch = `
      South South PROPN NNP 2 compound
      Korea Korea PROPN NNP 6 nsubj
      and and CCONJ CC 5 cc
      South South PROPN NNP 5 compound
      Sudan Sudan PROPN NNP 2 conj
      warned warn VERB VBD 0 root
      the the DET DT 8 det
      South South PROPN NNP 6 obj`;
    expect(namesIn(sketch)).toEqual([expect.stringContaining("KOR"), expect.stringContaining("SSD")]);
  });

  it("tells the capital that acts from the capital where something happens", () => {
    const sketch = `
      Moscow Moscow PROPN NNP 2 nsubj
      met meet VERB VBD 0 root
      envoys envoy NOUN NNS 2 obj
      in in ADP IN 5 case
      Vienna Vienna PROPN NNP 2 obl`;
    expect(namesIn(sketch)).toEqual(["Moscow RUS capital actor", "Vienna AUT capital place"]);
  });

  it("reads talks with a capital as talks with its government", () => {
    const sketch = `
      talks talk NOUN NNS 0 root
      with with ADP IN 3 case
      Tehran Tehran PROPN NNP 1 nmod`;
    expect(namesIn(sketch)).toEqual(["Tehran IRN capital actor"]);
  });

  it("reads a message to a capital as one to its government", () => {
    const sketch = `
      message message NOUN NN 0 root
      to to ADP IN 3 case
      Tehran Tehran PROPN NNP 1 nmod`;
    expect(namesIn(sketch)).toEqual(["Tehran IRN capital actor"]);
  });

  it("tells adjective from people", () => {
    const sketch = `
      Afghan afghan ADJ JJ 2 amod
      troops troops NOUN NNS 0 root

      An a DET DT 2 det
      Afghan Afghan PROPN NNP 0 root`;
    expect(namesIn(sketch)).toEqual(["Afghan AFG adjective actor", "Afghan AFG people actor"]);
  });
});
