import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTable, type Table } from "../assets/index.js";
import type { EntityLayer } from "../entities/index.js";
import { AssetError } from "../errors.js";
import { type Parsed, parseSketch } from "../language/index.js";
import { findStatements } from "./find-statements.js";
import { createStatementKnowledge } from "./statement-knowledge.js";

const NAMES = [
  "verbs",
  "nouns",
  "adjectives",
  "phrases",
  "speakers",
  "frames",
  "closers",
  "venues",
  "noun-prepositions",
];

function readTables(): Map<string, Table> {
  const read = (name: string) => readFileSync(new URL(`../../data/statements/${name}.tsv`, import.meta.url), "utf8");
  return new Map(NAMES.map((name) => [`statements/${name}`, parseTable(`statements/${name}`, read(name))]));
}

const knowledge = createStatementKnowledge(readTables());

/** A layer in which each of these tokens is a mention of an entity of its own. */
function entitiesAt(parsed: Parsed, heads: readonly number[]): EntityLayer {
  const mentionAt = new Int32Array(parsed.length).fill(-1);
  const mentions = heads.map((head, i) => {
    mentionAt[head] = i;
    const span = { start: parsed.start[head]!, end: parsed.end[head]! };
    return { span, type: "name" as const, first: head, last: head, head, entities: [`e${i + 1}`] };
  });
  return { entities: [], mentions, mentionAt, notes: [] };
}

/** Source, cue and contents of each statement, in words. */
function read(sketch: string, heads: readonly number[] = [], heading = false) {
  const drawn = parseSketch(sketch);
  const parsed = { ...drawn, sentences: drawn.sentences.map((sentence) => ({ ...sentence, heading })) };
  const layer = findStatements(parsed, entitiesAt(parsed, heads), "hash", knowledge);
  const words = (span: { start: number; end: number } | null) => span && parsed.text.slice(span.start, span.end);
  const told = layer.statements.map((statement) => ({
    ...statement,
    source: words(statement.source),
    cue: words(statement.cue),
    content: statement.content.map(words),
  }));
  return { told, layer };
}

const CLAUSE = `
  The the DET DT 2 det
  minister minister NOUN NN 4 nsubj
  has have AUX VBZ 4 aux
  said say VERB VBN 0 root
  that that SCONJ IN 7 mark
  talks talk NOUN NNS 7 nsubj
  continue continue VERB VBP 4 ccomp
  . . PUNCT . 4 punct`;

describe("findStatements", () => {
  it("reads a clause with its verb group and source", () => {
    const { told } = read(CLAUSE, [1]);
    expect(told).toMatchObject([
      { source: "The minister", cue: "has said", content: ["that talks continue"], act: "says", form: "indirect" },
    ]);
    expect(told[0]).toMatchObject({ id: "s1", speakers: ["e1"], within: null });
  });

  it("finds no saying in what was not said", () => {
    const negated = CLAUSE.replace("has have AUX VBZ 4 aux", "never never ADV RB 4 advmod");
    expect(read(negated, [1]).told).toEqual([]);
  });

  it("nests a minister's words in the agency's that tells them", () => {
    const { told } = read(
      `
      Talks talk NOUN NNS 2 nsubj
      continue continue VERB VBP 0 root
      , , PUNCT , 5 punct
      Ivanova Ivanova PROPN NNP 5 nsubj
      said say VERB VBD 2 parataxis
      , , PUNCT , 9 punct
      according accord VERB VBG 9 case
      to to ADP IN 7 fixed
      Belta Belta PROPN NNP 5 obl
      . . PUNCT . 2 punct`,
      [3, 8],
    );
    expect(told).toMatchObject([
      { source: "Belta", cue: "according to", content: ["Talks continue, Ivanova said"], within: null },
      { source: "Ivanova", cue: "said", content: ["Talks continue"], within: "s1" },
    ]);
  });

  it("takes who tells a promise for no part of it, wherever the tree hangs them", () => {
    const { told } = read(
      `
      Peru Peru PROPN NNP 2 nsubj
      promised promise VERB VBD 0 root
      to to PART TO 4 mark
      pay pay VERB VB 2 xcomp
      , , PUNCT , 8 punct
      according accord VERB VBG 8 case
      to to ADP IN 6 fixed
      Belta Belta PROPN NNP 4 obl
      . . PUNCT . 2 punct`,
      [0, 7],
    );
    expect(told).toMatchObject([
      { source: "Belta", content: ["Peru promised to pay"], within: null },
      { source: "Peru", content: ["to pay"], within: "s1" },
    ]);
  });

  it("leaves the addressee out of what is asked of them", () => {
    const { told } = read(
      `
      Chile Chile PROPN NNP 2 nsubj
      urged urge VERB VBD 0 root
      Peru Peru PROPN NNP 2 obj
      to to PART TO 5 mark
      talk talk VERB VB 2 xcomp
      . . PUNCT . 2 punct`,
      [0, 2],
    );
    expect(told).toMatchObject([{ act: "asks", content: ["to talk"], speakers: ["e1"], addressees: ["e2"] }]);
  });

  it("takes another's act as the content of a wish", () => {
    const { told } = read(
      `
      Chile Chile PROPN NNP 2 nsubj
      wants want VERB VBZ 0 root
      Peru Peru PROPN NNP 2 obj
      to to PART TO 5 mark
      talk talk VERB VB 2 xcomp
      . . PUNCT . 2 punct`,
      [0, 2],
    );
    expect(told).toMatchObject([{ act: "wants", content: ["Peru to talk"], addressees: [] }]);
  });

  it("joins a quotation that goes on after its verb's sentence", () => {
    const { told } = read(
      `
      “ “ PUNCT \`\` 3 punct
      We we PRON PRP 3 nsubj
      agree agree VERB VBP 7 ccomp
      , , PUNCT , 3 punct
      ” ” PUNCT '' 3 punct
      Ivanova Ivanova PROPN NNP 7 nsubj
      said say VERB VBD 0 root
      . . PUNCT . 7 punct

      “ “ PUNCT \`\` 3 punct
      We we PRON PRP 3 nsubj
      stay stay VERB VBP 0 root
      . . PUNCT . 3 punct
      ” ” PUNCT '' 3 punct`,
      [5],
    );
    expect(told).toMatchObject([
      { source: "Ivanova", cue: "said", content: ["We agree,", "We stay."], form: "direct", speakers: ["e1"] },
    ]);
  });

  it("breaks a content in two around the cue in its middle", () => {
    const { told } = read(`
      The the DET DT 2 det
      plan plan NOUN NN 9 nsubj
      , , PUNCT , 5 punct
      Ivanova Ivanova PROPN NNP 5 nsubj
      said say VERB VBD 9 parataxis
      , , PUNCT , 5 punct
      is be AUX VBZ 9 cop
      now now ADV RB 9 advmod
      dead dead ADJ JJ 0 root
      . . PUNCT . 9 punct`);
    expect(told).toMatchObject([{ source: "Ivanova", content: ["The plan", "is now dead"] }]);
  });

  it("gives the speaker of an aside from the main clause", () => {
    const { told } = read(`
      Ivanova Ivanova PROPN NNP 2 nsubj
      left leave VERB VBD 0 root
      , , PUNCT , 4 punct
      saying say VERB VBG 2 advcl
      talks talk NOUN NNS 6 nsubj
      failed fail VERB VBD 4 ccomp
      . . PUNCT . 2 punct`);
    expect(told).toMatchObject([{ source: "Ivanova", cue: "saying", content: ["talks failed"] }]);
  });

  it("reads the source at the end of a headline", () => {
    const headline = `
      Troops troop NOUN NNS 2 nsubj
      leave leave VERB VBP 0 root
      village village NOUN NN 2 obj
      - - PUNCT : 5 punct
      monitors monitor NOUN NNS 2 parataxis`;
    expect(read(headline, [], true).told).toMatchObject([
      { source: "monitors", cue: null, content: ["Troops leave village"] },
    ]);
    expect(read(headline, [], false).told).toEqual([]);
  });

  it("reads a noun of saying with its owner", () => {
    const { told } = read(
      `
      Nobody nobody PRON NN 2 nsubj
      believes believe VERB VBZ 0 root
      Chile Chile PROPN NNP 5 nmod:poss
      's 's PART POS 3 case
      claim claim NOUN NN 2 obj
      that that SCONJ IN 8 mark
      talks talk NOUN NNS 8 nsubj
      failed fail VERB VBD 5 acl
      . . PUNCT . 2 punct`,
      [2],
    );
    expect(told).toMatchObject([{ source: "Chile", cue: "claim", content: ["that talks failed"], speakers: ["e1"] }]);
  });

  it("holds the paragraphs of a press statement without quotation marks", () => {
    const { told } = read(
      `
      Minister minister NOUN NN 2 compound
      Ivanova Ivanova PROPN NNP 3 nsubj
      said say VERB VBD 0 root
      : : PUNCT : 3 punct

      ¶
      We we PRON PRP 2 nsubj
      agree agree VERB VBP 0 root
      . . PUNCT . 2 punct

      ¶
      Talks talk NOUN NNS 2 nsubj
      continue continue VERB VBP 0 root
      . . PUNCT . 2 punct`,
      [1],
    );
    expect(told).toMatchObject([
      { source: "Minister Ivanova", content: ["We agree.", "Talks continue."], form: "direct" },
    ]);
  });

  it("gives an I or we within somebody's words to them", () => {
    const { told } = read(
      `
      Ivanova Ivanova PROPN NNP 2 nsubj
      said say VERB VBD 0 root
      we we PRON PRP 4 nsubj
      hope hope VERB VBP 2 ccomp
      to to PART TO 6 mark
      talk talk VERB VB 4 xcomp
      . . PUNCT . 2 punct`,
      [0],
    );
    expect(told).toMatchObject([
      { cue: "said", speakers: ["e1"] },
      { cue: "hope", act: "thinks", speakers: ["e1"], within: "s1" },
    ]);
  });

  it("anchors each statement on its tokens and keeps the key while the offsets stay", () => {
    const { layer } = read(CLAUSE, [1]);
    expect(layer.anchors).toEqual([{ statement: "s1", cue: 3, source: 1, content: [{ first: 4, last: 6 }] }]);
    expect(layer.statements[0]!.key).toMatch(/^[0-9a-f]{16}$/);
    expect(read(CLAUSE, []).layer.statements[0]!.key).toBe(layer.statements[0]!.key);
  });

  it("gives spans within the text, and chains without loops, for any tree", () => {
    const word = fc.constantFrom(
      "said say VERB VBD",
      "Chile Chile PROPN NNP",
      "“ “ PUNCT ``",
      "” ” PUNCT ''",
      ", , PUNCT ,",
    );
    const more = fc.constantFrom(
      "to to PART TO",
      "that that SCONJ IN",
      ": : PUNCT :",
      "calls call VERB VBZ",
      "as as ADP IN",
    );
    const relation = fc.constantFrom(
      "nsubj",
      "ccomp",
      "obj",
      "mark",
      "case",
      "parataxis",
      "advcl",
      "conj",
      "xcomp",
      "obl",
    );
    const row = fc.tuple(fc.oneof(word, more), relation);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 14 }), fc.boolean(), (rows, heading) => {
        const sketch = rows.map(([form, name], i) => `${form} ${i} ${i === 0 ? "root" : name}`).join("\n");
        const { layer } = read(sketch, [], heading);
        const ids = layer.statements.map(({ id }) => id);
        for (const { id, within, content } of layer.statements) {
          expect(within).not.toBe(id);
          if (within !== null) expect(ids).toContain(within);
          for (const span of content) expect(span.start).toBeLessThan(span.end);
        }
      }),
    );
  });
});

describe("createStatementKnowledge", () => {
  it("names file and line of an unknown act", () => {
    const tables = readTables();
    const columns = tables.get("statements/verbs")!.columns.join("\t");
    tables.set("statements/verbs", parseTable("statements/verbs", `${columns}\nsay\tspeaks\tthat\tany\t\t\n`));
    expect(() => createStatementKnowledge(tables)).toThrow(AssetError);
    expect(() => createStatementKnowledge(tables)).toThrow('data/statements/verbs.tsv:2: unknown act "speaks"');
  });

  it("names file and line of a frame that is not in the table of frames", () => {
    const tables = readTables();
    const columns = tables.get("statements/nouns")!.columns.join("\t");
    tables.set("statements/nouns", parseTable("statements/nouns", `${columns}\nclaim\tsays\tthot\t\n`));
    expect(() => createStatementKnowledge(tables)).toThrow("data/statements/nouns.tsv:2");
  });

  it("knows at least 250 verbs", () => {
    expect(knowledge.verbs.size).toBeGreaterThan(250);
  });
});

it("ends a speaker's block where another begins to speak, so that blocks never hold one another", () => {
  const block = `
    ¶
    Peru Peru PROPN NNP 2 nsubj
    waits wait VERB VBZ 0 root
    . . PUNCT . 2 punct

    Chile Chile PROPN NNP 2 nsubj
    declared declare VERB VBD 0 root
    : : PUNCT : 2 punct
  `;
  const lastWords = `
    ¶
    We we PRON PRP 2 nsubj
    wait wait VERB VBP 0 root
    . . PUNCT . 2 punct
  `;
  const { told } = read([block, block, lastWords].map((part) => part.trim()).join("\n\n"), [3, 9]);
  expect(told.map(({ content }) => content)).toEqual([["We wait."]]);
});

it("never lets a speaker address himself, whatever the addressee's words resolve to", () => {
  const parsed = parseSketch(`
    Quispe Quispe PROPN NNP 2 nsubj
    told tell VERB VBD 0 root
    his his PRON PRP$ 4 nmod:poss
    host host NOUN NN 2 obj
    that that SCONJ IN 7 mark
    Peru Peru PROPN NNP 7 nsubj
    waits wait VERB VBZ 2 ccomp
    . . PUNCT . 2 punct`);
  const layer = entitiesAt(parsed, [0, 3, 5]);
  const mentions = layer.mentions.map((mention, i) => (i === 1 ? { ...mention, entities: ["e1"] } : mention));
  const { statements } = findStatements(parsed, { ...layer, mentions }, "hash", knowledge);
  expect(statements).toMatchObject([{ speakers: ["e1"], addressees: [] }]);
});
