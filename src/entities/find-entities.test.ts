/** Tests of mentions and of whom they stand for, on hand-made trees. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadNames, reportOf } from "../../test/name-tables.js";
import { parseSketch } from "../language/index.js";
import type { Report } from "../reading/index.js";
import { findEntities } from "./index.js";

const names = loadNames();

/** "words → entity names", one a mention. */
function mentionsIn(sketch: string, more: Partial<Report> = {}): string[] {
  const parsed = parseSketch(sketch);
  const layer = findEntities(parsed, reportOf(parsed.text, more), names);
  const nameOf = (id: string) => layer.entities.find((entity) => entity.id === id)!.name;
  return layer.mentions.map(
    ({ span, entities }) => `${parsed.text.slice(span.start, span.end)} → ${entities.map(nameOf).join(", ")}`,
  );
}

const MINISTER = `
  Ruritanian ruritanian ADJ JJ 3 amod
  Foreign foreign ADJ JJ 3 amod
  Minister Minister PROPN NNP 4 nmod:desc
  Anna Anna PROPN NNP 6 nsubj
  Berg Berg PROPN NNP 4 flat
  met meet VERB VBD 0 root
  envoys envoy NOUN NNS 6 obj`;

describe("mentions", () => {
  it("takes title and demonym into a person's name, and the demonym as a mention of the state", () => {
    const sketch = MINISTER.replaceAll("Ruritanian", "Norwegian").replace("ruritanian", "norwegian");
    expect(mentionsIn(sketch)).toEqual([
      "Norwegian Foreign Minister Anna Berg → Anna Berg",
      "Norwegian → Norway",
      "envoys → Norwegian envoys",
    ]);
  });

  it("tells role and country of a person from the title", () => {
    const parsed = parseSketch(MINISTER.replaceAll("Ruritanian", "Norwegian").replace("ruritanian", "norwegian"));
    const { entities } = findEntities(parsed, reportOf(parsed.text), names);
    const role = { title: "Foreign Minister", of: "NOR" };
    expect(entities[0]).toMatchObject({ kind: "person", country: "NOR", sectors: ["GOV"], role });
  });

  it("does not call the origin of rebels a mention of the state", () => {
    const sketch = `
      Somali somali ADJ JJ 2 amod
      pirates pirate NOUN NNS 3 nsubj
      fled flee VERB VBD 0 root`;
    expect(mentionsIn(sketch)).toEqual(["Somali pirates → Somali pirates"]);
  });

  it("keeps a government and its state one", () => {
    const sketch = `
      the the DET DT 3 det
      Kenyan kenyan ADJ JJ 3 amod
      government government NOUN NN 4 nsubj
      agreed agree VERB VBD 0 root`;
    expect(mentionsIn(sketch)).toEqual(["the Kenyan government → Kenya"]);
  });

  it("leaves relative clauses out", () => {
    const sketch = `
      The the DET DT 2 det
      soldiers soldier NOUN NNS 5 nsubj
      who who PRON WP 4 nsubj
      fled flee VERB VBD 2 acl:relcl
      returned return VERB VBD 0 root`;
    expect(mentionsIn(sketch)).toEqual(["The soldiers → soldiers"]);
  });

  it("does not join what a dash parts", () => {
    const sketch = `
      talks talk NOUN NNS 0 root
      with with ADP IN 3 case
      Qatar Qatar PROPN NNP 1 nmod
      - - PUNCT : 5 punct
      minister minister NOUN NN 3 appos`;
    expect(mentionsIn(sketch)).toEqual(["Qatar → Qatar", "minister → Qatari minister"]);
  });

  it("joins an office with the name that the tree has given its end to", () => {
    const sketch = `
      Minister minister NOUN NN 7 nsubj
      for for ADP IN 5 case
      Northern northern ADJ JJ 4 amod
      Waters Waters PROPN NNP 5 nmod:desc
      Anna Anna PROPN NNP 7 nsubj
      Berg Berg PROPN NNP 5 flat
      spoke speak VERB VBD 0 root`;
    expect(mentionsIn(sketch)).toEqual(["Minister for Northern Waters Anna Berg → Anna Berg"]);
  });

  it("keeps a name with a hyphen whole", () => {
    const loose = parseSketch(`
      Minister Minister PROPN NNP 2 nmod:desc
      Al Al PROPN NNP 5 nsubj
      - - PUNCT HYPH 4 punct
      Salem Salem PROPN NNP 2 flat
      spoke speak VERB VBD 0 root`);
    const tight = (offset: number) => offset - (offset > 11 ? 1 : 0) - (offset > 13 ? 1 : 0);
    const [start, end] = [loose.start.map(tight), loose.end.map(tight)];
    const text = loose.text.replace(" - ", "-");
    const { entities } = findEntities({ ...loose, text, start, end }, reportOf(text), names);
    expect(entities.map(({ name }) => name)).toEqual(["Al-Salem"]);
  });

  it("calls a people by its own name alone", () => {
    const sketch = `
      Two two NUM CD 2 nummod
      Danes Dane PROPN NNPS 3 nsubj
      fled flee VERB VBD 0 root`;
    expect(mentionsIn(sketch)).toEqual(["Two Danes → Danes"]);
  });

  it("reads US in capitals as the country whatever the tag", () => {
    const sketch = `
      US us PRON PRP 2 nsubj
      denies deny VERB VBZ 0 root
      claim claim NOUN NN 2 obj`;
    expect(mentionsIn(sketch)).toEqual(["US → United States"]);
  });
});

describe("resolution", () => {
  it("finds the surname's owner, before and after the full name", () => {
    const sketch = `
      Berg Berg PROPN NNP 2 nsubj
      spoke speak VERB VBD 0 root

      Anna Anna PROPN NNP 3 nsubj
      Berg Berg PROPN NNP 1 flat
      left leave VERB VBD 0 root`;
    expect(mentionsIn(sketch)).toEqual(["Berg → Anna Berg", "Anna Berg → Anna Berg"]);
  });

  it("resolves they to all that are joined by and", () => {
    const sketch = `
      Peru Peru PROPN NNP 4 nsubj
      and and CCONJ CC 3 cc
      Chile Chile PROPN NNP 1 conj
      met meet VERB VBD 0 root

      They they PRON PRP 2 nsubj
      agreed agree VERB VBD 0 root`;
    expect(mentionsIn(sketch).at(-1)).toBe("They → Peru, Chile");
  });

  it("resolves the speaker's country", () => {
    const sketch = `
      Norway Norway PROPN NNP 2 nsubj
      says say VERB VBZ 0 root
      it it PRON PRP 5 nsubj
      will will AUX MD 5 aux
      pay pay VERB VB 2 ccomp`;
    expect(mentionsIn(sketch)).toEqual(["Norway → Norway", "it → Norway"]);
  });

  it("does not take subject and object of one verb for one person", () => {
    const sketch = `
      Anna Anna PROPN NNP 3 nsubj
      Berg Berg PROPN NNP 1 flat
      met meet VERB VBD 0 root
      her she PRON PRP 3 obj`;
    expect(mentionsIn(sketch)).toEqual(["Anna Berg → Anna Berg"]);
  });

  it("does not call a man she", () => {
    const sketch = `
      Peter Peter PROPN NNP 3 nsubj
      Berg Berg PROPN NNP 1 flat
      met meet VERB VBD 0 root
      Anna Anna PROPN NNP 3 obj
      Lund Lund PROPN NNP 4 flat

      She she PRON PRP 2 nsubj
      spoke speak VERB VBD 0 root`;
    expect(mentionsIn(sketch).at(-1)).toBe("She → Anna Lund");
  });

  it("passes over an it that stands for no actor", () => {
    const sketch = `
      Norway Norway PROPN NNP 2 nsubj
      agreed agree VERB VBD 0 root

      It it PRON PRP 3 nsubj
      was be AUX VBD 3 cop
      late late ADJ JJ 0 root`;
    expect(mentionsIn(sketch)).toEqual(["Norway → Norway"]);
  });

  it("lets the publishing state say we in its own press statement", () => {
    const sketch = `
      We we PRON PRP 2 nsubj
      condemn condemn VERB VBP 0 root
      this this PRON DT 2 obj`;
    expect(mentionsIn(sketch, { publisher: "US State Department" })).toEqual(["We → United States"]);
    expect(mentionsIn(sketch, { publisher: "Daily Post" })).toEqual([]);
  });

  it("lets the person speak whose title the tree takes for a second subject", () => {
    const sketch = `
      Minister minister NOUN NN 4 nsubj
      Anna Anna PROPN NNP 4 nsubj
      Berg Berg PROPN NNP 2 flat
      said say VERB VBD 0 root
      : : PUNCT : 4 punct
      “ “ PUNCT \`\` 8 punct
      I i PRON PRP 8 nsubj
      agree agree VERB VBP 4 ccomp
      ” ” PUNCT '' 8 punct`;
    expect(mentionsIn(sketch).at(-1)).toBe("I → Anna Berg");
  });

  it("learns a short form that the text gives in brackets", () => {
    const sketch = `
      the the DET DT 3 det
      Border Border PROPN NNP 3 compound
      Commission Commission PROPN NNP 7 nsubj
      ( ( PUNCT -LRB- 5 punct
      BC BC PROPN NNP 3 appos
      ) ) PUNCT -RRB- 5 punct
      left leave VERB VBD 0 root

      the the DET DT 2 det
      BC BC PROPN NNP 3 nsubj
      spoke speak VERB VBD 0 root`;
    const all = mentionsIn(sketch);
    expect(all).toEqual([
      "the Border Commission → Border Commission",
      "BC → Border Commission",
      "the BC → Border Commission",
    ]);
  });

  it("takes the holder of an office for the day of publication", () => {
    const sketch = `
      Sarkozy Sarkozy PROPN NNP 2 nsubj
      spoke speak VERB VBD 0 root`;
    const parsed = parseSketch(sketch);
    const read = (published: string) => findEntities(parsed, reportOf(parsed.text, { published }), names).entities[0];
    expect(read("2010-05-05")).toMatchObject({ country: "FRA", role: { title: "President", of: "FRA" } });
    expect(read("2020-05-05")).toMatchObject({ country: "FRA", role: null });
  });
});

describe("notes", () => {
  const notesIn = (sketch: string) => {
    const parsed = parseSketch(sketch);
    return findEntities(parsed, reportOf(parsed.text), names).notes.map((note) => note.code);
  };

  it("says that a name may be another country's, unless the text tells", () => {
    const congo = "Congo Congo PROPN NNP 2 nsubj\nagreed agree VERB VBD 0 root";
    const other = "Brazzaville Brazzaville PROPN NNP 2 nsubj\nagreed agree VERB VBD 0 root";
    expect(notesIn(congo)).toEqual(["country-ambiguous"]);
    expect(notesIn(`${congo}\n\n${other}`)).toEqual([]);
  });

  it("says whom it could not find", () => {
    expect(notesIn("He he PRON PRP 2 nsubj\nspoke speak VERB VBD 0 root")).toEqual(["actor-unresolved"]);
  });
});

const WORDS = "Russia Kremlin minister the President it they Putin rebels of in and army “ ” : - who US".split(" ");
const TAGS = ["NOUN NN", "PROPN NNP", "PRON PRP", "VERB VBD", "ADP IN", "ADJ JJ", "PUNCT :", "DET DT"];
const RELATIONS = ["nsubj", "obj", "nmod", "amod", "compound", "flat", "appos", "conj", "case", "nmod:poss", "punct"];

const sketchOf = fc
  .array(
    fc.tuple(
      fc.nat(WORDS.length - 1),
      fc.nat(TAGS.length - 1),
      fc.nat(RELATIONS.length - 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((rows) =>
    rows
      .map(([word, tag, relation, up], i) => {
        const head = i === 0 ? 0 : 1 + Math.floor(up * 0.999 * i);
        return `${WORDS[word]} ${WORDS[word]!.toLowerCase()} ${TAGS[tag]} ${head} ${i === 0 ? "root" : RELATIONS[relation]}`;
      })
      .join("\n"),
  );

describe("any tree", () => {
  it("gives mentions in order, each with an entity, no two with one head", () => {
    fc.assert(
      fc.property(sketchOf, (sketch) => {
        const parsed = parseSketch(sketch);
        const layer = findEntities(parsed, reportOf(parsed.text), names);
        const ids = new Set(layer.entities.map((entity) => entity.id));
        for (const [i, { span, first, last, head, entities }] of layer.mentions.entries()) {
          expect(first <= head && head <= last && span.start < span.end).toBe(true);
          expect(entities.length > 0 && entities.every((id) => ids.has(id))).toBe(true);
          expect(layer.mentionAt[head]).toBe(i);
          expect(i === 0 || layer.mentions[i - 1]!.span.start <= span.start).toBe(true);
        }
        expect(layer.entities.every((entity) => entity.mentions.length > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("takes time in proportion to the text", () => {
    const sentence = MINISTER.trim();
    const parsed = parseSketch(Array.from({ length: 1500 }, () => sentence).join("\n\n"));
    const start = performance.now();
    findEntities(parsed, reportOf(parsed.text), names);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
