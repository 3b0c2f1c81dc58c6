/** Tests of the country of those whom no adjective gives one: by origin, parliament, dateline, headline or a later word. */
import { describe, expect, it } from "vitest";
import { loadNames, reportOf } from "../../test/name-tables.js";
import { parseSketch } from "../language/index.js";
import { findEntities } from "./index.js";

const names = loadNames();

/** Country of each whom these words stand for, as "PER" or "PER CHL"; null is "none". */
function countryOf(words: string, sketch: string, heading = false): string {
  const plain = parseSketch(sketch);
  const parsed = { ...plain, sentences: plain.sentences.map((sentence) => ({ ...sentence, heading })) };
  const { entities } = findEntities(parsed, reportOf(parsed.text), names);
  const isMeant = ({ start, end }: { start: number; end: number }) => parsed.text.slice(start, end) === words;
  const meant = entities.filter(({ mentions }) => mentions.some(isMeant));
  return meant.map(({ country }) => country ?? "none").join(" ");
}

const IN_CHILE = `
  In in ADP IN 2 case
  Chile Chile PROPN NNP 4 obl`;

const MEETING = `
  the the DET DT 2 det
  Chilean chilean ADJ JJ 3 amod
  president president NOUN NN 4 nsubj
  arrived arrive VERB VBD 0 root`;

const PRESIDENT = `
  The the DET DT 2 det
  president president NOUN NN 3 nsubj
  left leave VERB VBD 0 root`;

const DATELINE = `
  LIMA Lima PROPN NNP 6 dep
  - - PUNCT : 1 punct`;

describe("people", () => {
  it.each([
    [
      "who visit from a country are that country's",
      "woman",
      `${IN_CHILE}
      woman woman NOUN NN 7 nsubj
      visiting visit VERB VBG 3 acl
      from from ADP IN 6 case
      Peru Peru PROPN NNP 4 obl
      fell fall VERB VBD 0 root`,
      "PER",
    ],
    [
      "from an armed group are that group's",
      "militants",
      `${IN_CHILE}
      militants militant NOUN NNS 6 nsubj
      from from ADP IN 5 case
      Hezbollah Hezbollah PROPN NNP 3 nmod
      fell fall VERB VBD 0 root`,
      "LBN",
    ],
    [
      "brought home from a country are not that country's",
      "soldiers",
      `
      Peru Peru PROPN NNP 2 nsubj
      withdrew withdraw VERB VBD 0 root
      soldiers soldier NOUN NNS 2 obj
      from from ADP IN 5 case
      Chile Chile PROPN NNP 3 nmod`,
      "PER",
    ],
    [
      "who stand by a pact are none of its parties'",
      "guarantors",
      `${IN_CHILE}
      guarantors guarantor NOUN NNS 4 nsubj
      met meet VERB VBD 0 root`,
      "none",
    ],
  ])("%s", (_, words, sketch, country) => {
    expect(countryOf(words, sketch)).toBe(country);
  });
});

describe("the president", () => {
  it.each([
    ["is the one named last where nothing tells otherwise", `${MEETING}\n\n${PRESIDENT}`, "CHL"],
    [
      "is the dateline's where both are known",
      `${DATELINE}
      the the DET DT 5 det
      Peruvian peruvian ADJ JJ 5 amod
      president president NOUN NN 6 nsubj
      spoke speak VERB VBD 0 root

      ${MEETING}

      ${PRESIDENT}`,
      "PER",
    ],
    [
      "is of the state whose parliament is named",
      `
      Iran Iran PROPN NNP 2 nsubj
      agreed agree VERB VBD 0 root

      Congress Congress PROPN NNP 2 nsubj
      objected object VERB VBD 0 root

      ${PRESIDENT}`,
      "USA",
    ],
  ])("%s", (_, sketch, country) => {
    expect(countryOf("The president", sketch)).toBe(country);
  });
});

describe("a voice or commander in a headline", () => {
  it.each([
    ["speaks for the state that acts", "Peru", "PER"],
    ["speaks for the armed group that acts", "Hezbollah", "LBN"],
  ])("%s", (_, actor, country) => {
    const sketch = `
      ${actor} ${actor} PROPN NNP 2 nsubj
      warns warn VERB VBZ 0 root
      Israel Israel PROPN NNP 2 obj
      : : PUNCT : 2 punct
      spokesman spokesman NOUN NN 2 parataxis`;
    expect(countryOf("spokesman", sketch, true)).toBe(country);
  });

  it("is one of whoever warns, not of whom he warns", () => {
    const sketch = `
      Hezbollah Hezbollah PROPN NNP 2 nsubj
      warns warn VERB VBZ 0 root
      Israel Israel PROPN NNP 2 iobj
      over over ADP IN 6 case
      slain slay VERB VBN 6 amod
      commander commander NOUN NN 2 obl`;
    expect(countryOf("slain commander", sketch, true)).toBe("LBN");
  });
});

describe("one who attacks", () => {
  const sketch = `
    The the DET DT 2 det
    gunman gunman NOUN NN 3 nsubj
    fired fire VERB VBD 0 root

    The the DET DT 2 det
    attacker attacker NOUN NN 18 nsubj
    , , PUNCT , 6 punct
    who who PRON WP 6 nsubj:pass
    was be AUX VBD 6 aux:pass
    identified identify VERB VBN 2 acl:relcl
    as as ADP IN 8 case
    Ivan Ivan PROPN NNP 6 obl
    Petrov Petrov PROPN NNP 8 flat
    , , PUNCT , 12 punct
    a a DET DT 12 det
    member member NOUN NN 8 appos
    of of ADP IN 16 case
    Peru Peru PROPN NNP 16 nmod:poss
    's 's PART POS 14 case
    police police NOUN NN 12 nmod
    , , PUNCT , 12 punct
    fled flee VERB VBD 0 root`;

  it.each(["The gunman", "The attacker"])("has the country that is told later: %s", (words) => {
    expect(countryOf(words, sketch)).toBe("PER");
  });
});

describe("bodies of one name", () => {
  it("are the dateline's", () => {
    const sketch = `
      OTTAWA Ottawa PROPN NNP 9 dep
      - - PUNCT : 1 punct
      the the DET DT 4 det
      chair chair NOUN NN 9 nsubj
      of of ADP IN 6 case
      House House PROPN NNP 4 nmod
      of of ADP IN 8 case
      Commons Commons PROPN NNPS 6 nmod
      spoke speak VERB VBD 0 root`;
    expect(countryOf("the chair of House of Commons", sketch)).toBe("CAN");
  });

  it("do not lie in a longer name", () => {
    const sketch = `
      Center Center PROPN NNP 6 nsubj
      for for ADP IN 3 case
      Law Law PROPN NNP 1 nmod
      and and CCONJ CC 5 cc
      Justice Justice PROPN NNP 3 conj
      sued sue VERB VBD 0 root`;
    expect(countryOf("Law and Justice", sketch)).toBe("");
  });
});

describe("a member of parliament", () => {
  it("is of the parliament that the report names, whatever party stands before the title", () => {
    const sketch = `
      Iran Iran PROPN NNP 2 nsubj
      agreed agree VERB VBD 0 root

      Congress Congress PROPN NNP 2 nsubj
      heard hear VERB VBD 0 root
      Democrat Democrat PROPN NNP 2 obj
      Sen. Sen. PROPN NNP 3 flat
      Ivan Ivan PROPN NNP 2 obj
      Petrov Petrov PROPN NNP 5 flat`;
    expect(countryOf("Sen. Ivan Petrov", sketch)).toBe("USA");
  });
});
