/** Tests of words that only the sentences before them can tell: counterparts, both sides, bare offices and organs. */
import { describe, expect, it } from "vitest";
import { loadNames, reportOf } from "../../test/name-tables.js";
import { parseSketch } from "../language/index.js";
import type { Entity } from "../reading/index.js";
import { findEntities } from "./index.js";

const names = loadNames();

function readSketch(sketch: string): { readonly text: string; readonly entities: readonly Entity[] } {
  const parsed = parseSketch(sketch);
  return { text: parsed.text, entities: findEntities(parsed, reportOf(parsed.text), names).entities };
}

/** Names of all whom these words of the text stand for. */
function meantBy(words: string, sketch: string): string[] {
  const { text, entities } = readSketch(sketch);
  const isMeant = (entity: Entity) => entity.mentions.some(({ start, end }) => text.slice(start, end) === words);
  return entities.filter(isMeant).map((entity) => entity.name);
}

const PERU_AND_CHILE = `
  Peru Peru PROPN NNP 4 nsubj
  and and CCONJ CC 3 cc
  Chile Chile PROPN NNP 1 conj
  met meet VERB VBD 0 root`;

const ANNA_BERG = `
  Norwegian norwegian ADJ JJ 3 amod
  Foreign foreign ADJ JJ 3 amod
  Minister Minister PROPN NNP 4 nmod:desc
  Anna Anna PROPN NNP 6 nsubj
  Berg Berg PROPN NNP 4 flat
  met meet VERB VBD 0 root`;

describe("both sides", () => {
  it("are not the one that acts on them", () => {
    const sketch = `${PERU_AND_CHILE}

      Brazil Brazil PROPN NNP 2 nsubj
      urged urge VERB VBD 0 root
      both both DET DT 4 det
      countries country NOUN NNS 2 obj`;
    expect(meantBy("both countries", sketch)).toEqual(["Peru", "Chile"]);
  });

  it("are nobody where all parties are meant", () => {
    const sketch = `${PERU_AND_CHILE}

      All all DET DT 2 det
      parties party NOUN NNS 3 nsubj
      agreed agree VERB VBD 0 root`;
    expect(meantBy("All parties", sketch)).toEqual(["parties"]);
  });

  it("are persons of that office where one is named", () => {
    const sketch = `${ANNA_BERG}
      her she PRON PRP$ 9 nmod:poss
      Peruvian peruvian ADJ JJ 9 amod
      counterpart counterpart NOUN NN 10 nmod:desc
      Luis Luis PROPN NNP 6 obj
      Ramos Ramos PROPN NNP 10 flat

      Chilean chilean ADJ JJ 2 amod
      spokesman spokesman NOUN NN 3 nmod:desc
      Juan Juan PROPN NNP 5 nsubj
      Vega Vega PROPN NNP 3 flat
      left leave VERB VBD 0 root

      The the DET DT 3 det
      two two NUM CD 3 nummod
      ministers minister NOUN NNS 4 nsubj
      spoke speak VERB VBD 0 root`;
    expect(meantBy("The two ministers", sketch)).toEqual(["Anna Berg", "Luis Ramos"]);
  });
});

describe("offices and organs", () => {
  it("give a counterpart the office of the other", () => {
    const sketch = `${ANNA_BERG}
      her she PRON PRP$ 9 nmod:poss
      Peruvian peruvian ADJ JJ 9 amod
      counterpart counterpart NOUN NN 10 nmod:desc
      Luis Luis PROPN NNP 6 obj
      Ramos Ramos PROPN NNP 10 flat`;
    const role = { title: "Foreign Minister", of: "PER" };
    expect(readSketch(sketch).entities).toContainEqual(expect.objectContaining({ name: "Luis Ramos", role }));
  });

  it("call a bare ministry after the one named before", () => {
    const sketch = `
      the the DET DT 4 det
      Peruvian peruvian ADJ JJ 4 amod
      Foreign foreign ADJ NNP 4 amod
      Ministry Ministry PROPN NNP 5 nsubj
      agreed agree VERB VBD 0 root

      the the DET DT 2 det
      ministry ministry NOUN NN 5 nsubj
      in in ADP IN 4 case
      Santiago Santiago PROPN NNP 2 nmod
      agreed agree VERB VBD 0 root`;
    expect(meantBy("the ministry in Santiago", sketch)).toEqual(["Chilean Foreign Ministry"]);
  });

  it("do not take the president for the one whom he warns", () => {
    const sketch = `
      President President PROPN NNP 2 nmod:desc
      Anna Anna PROPN NNP 4 nsubj
      Berg Berg PROPN NNP 2 flat
      met meet VERB VBD 0 root
      President President PROPN NNP 6 nmod:desc
      Luis Luis PROPN NNP 4 obj
      Ramos Ramos PROPN NNP 6 flat

      The the DET DT 2 det
      president president NOUN NN 3 nsubj
      warned warn VERB VBD 0 root
      Ramos Ramos PROPN NNP 3 obj`;
    expect(meantBy("The president", sketch)).toEqual(["Anna Berg"]);
  });

  it("do not take the vice president for the president", () => {
    const sketch = `
      Vice vice NOUN NN 2 compound
      President President PROPN NNP 3 nmod:desc
      Anna Anna PROPN NNP 5 nsubj
      Berg Berg PROPN NNP 3 flat
      left leave VERB VBD 0 root

      The the DET DT 2 det
      president president NOUN NN 3 nsubj
      spoke speak VERB VBD 0 root`;
    expect(meantBy("The president", sketch)).not.toContain("Anna Berg");
  });

  it("go to their holder when his name comes later", () => {
    const sketch = `
      the the DET DT 3 det
      French french ADJ JJ 3 amod
      president president NOUN NN 4 nsubj
      left leave VERB VBD 0 root

      Sarkozy Sarkozy PROPN NNP 2 nsubj
      spoke speak VERB VBD 0 root`;
    const parsed = parseSketch(sketch);
    const report = reportOf(parsed.text, { published: "2010-05-05" });
    const { entities } = findEntities(parsed, report, names);
    expect(entities.map(({ name }) => name)).toEqual(["Nicolas Sarkozy", "France"]);
  });

  it("keep meaning the same one, whoever else is named in between", () => {
    const named = (first: string, last: string) => `
      President President PROPN NNP 2 nmod:desc
      ${first} ${first} PROPN NNP 4 nsubj
      ${last} ${last} PROPN NNP 2 flat
      left leave VERB VBD 0 root`;
    const bare = `
      The the DET DT 2 det
      president president NOUN NN 3 nsubj
      spoke speak VERB VBD 0 root`;
    const sketch = [named("Anna", "Berg"), bare, named("Luis", "Ramos"), bare].join("\n");
    expect(meantBy("The president", sketch)).toEqual(["Anna Berg"]);
  });

  it("let an official whom somebody flies to meet be of the land he flies to", () => {
    const sketch = `
      Berg Berg PROPN NNP 2 nsubj
      flew fly VERB VBD 0 root
      to to ADP IN 4 case
      Kenya Kenya PROPN NNP 2 obl
      for for ADP IN 6 case
      talks talk NOUN NNS 2 obl
      with with ADP IN 9 case
      President President PROPN NNP 9 nmod:desc
      Joseph Joseph PROPN NNP 6 nmod
      Mutua Mutua PROPN NNP 9 flat`;
    const role = { title: "President", of: "KEN" };
    expect(readSketch(sketch).entities).toContainEqual(expect.objectContaining({ name: "Joseph Mutua", role }));
  });
});

describe("people", () => {
  it("of no one country have none", () => {
    const sketch = `
      Peru Peru PROPN NNP 3 nmod:poss
      's 's PART POS 1 case
      allies ally NOUN NNS 4 nsubj
      met meet VERB VBD 0 root
      foreign foreign ADJ JJ 6 amod
      officials official NOUN NNS 4 obj
      in in ADP IN 8 case
      Lima Lima PROPN NNP 4 obl`;
    expect(meantBy("foreign officials", sketch)).toEqual(["foreign officials"]);
    expect(readSketch(sketch).entities.find(({ name }) => name === "foreign officials")).toMatchObject({
      country: null,
    });
  });

  it("of different number are different people", () => {
    const sketch = `
      Seven seven NUM CD 2 nummod
      people people NOUN NNS 3 nsubj
      fled flee VERB VBD 0 root

      Nine nine NUM CD 2 nummod
      people people NOUN NNS 3 nsubj
      died die VERB VBD 0 root`;
    expect(readSketch(sketch).entities).toHaveLength(2);
  });

  it("by name are several, and their state one", () => {
    const sketch = `
      Germans German PROPN NNPS 2 nsubj
      say say VERB VBP 0 root
      they they PRON PRP 4 nsubj
      agree agree VERB VBP 2 ccomp`;
    expect(meantBy("they", sketch)).toEqual(meantBy("Germans", sketch));
  });
});

describe("it", () => {
  it("takes up the speaker behind the words told", () => {
    const sketch = `
      Peru Peru PROPN NNP 2 nsubj
      agreed agree VERB VBD 0 root
      , , PUNCT , 2 punct
      the the DET DT 5 det
      ministry ministry NOUN NN 8 nsubj
      in in ADP IN 7 case
      Lima Lima PROPN NNP 5 nmod
      said say VERB VBD 2 parataxis

      It it PRON PRP 2 nsubj
      accused accuse VERB VBD 0 root
      Chile Chile PROPN NNP 2 obj`;
    expect(meantBy("It", sketch)).toEqual(["Peruvian ministry"]);
  });
});
