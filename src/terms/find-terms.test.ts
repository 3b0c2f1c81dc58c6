import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseTable } from "../assets/index.js";
import type { EntityLayer } from "../entities/index.js";
import { type Parsed, parseSketch } from "../language/index.js";
import { createStatementKnowledge, findStatements } from "../statements/index.js";
import { findTerms } from "./find-terms.js";

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
  "acts",
];
const tables = NAMES.map((name) => {
  const text = readFileSync(new URL(`../../data/statements/${name}.tsv`, import.meta.url), "utf8");
  return [`statements/${name}`, parseTable(`statements/${name}`, text)] as const;
});
const knowledge = createStatementKnowledge(new Map(tables));

function entitiesAt(parsed: Parsed, heads: readonly number[]): EntityLayer {
  const mentionAt = new Int32Array(parsed.length).fill(-1);
  const mentions = heads.map((head, i) => {
    mentionAt[head] = i;
    const span = { start: parsed.start[head]!, end: parsed.end[head]! };
    return { span, type: "name" as const, first: head, last: head, head, entities: [`e${i + 1}`] };
  });
  return { entities: [], mentions, mentionAt, notes: [] };
}

function read(sketch: string, heads: readonly number[]) {
  const parsed = parseSketch(sketch);
  const entities = entitiesAt(parsed, heads);
  const statements = findStatements(parsed, entities, "hash", knowledge);
  const words = (span: { start: number; end: number } | null) => span && parsed.text.slice(span.start, span.end);
  return findTerms(parsed, entities, statements, "hash").terms.map((term) => ({
    ...term,
    label: words(term.label),
    referent: words(term.referent),
  }));
}

describe("findTerms", () => {
  it("reads a label and its referent from “as somebody calls it”", () => {
    const terms = read(
      `
      Peru Peru PROPN NNP 2 nsubj
      discussed discuss VERB VBD 0 root
      the the DET DT 6 det
      “ “ PUNCT \`\` 6 punct
      border border NOUN NN 6 compound
      patrol patrol NOUN NN 2 obj
      ” ” PUNCT '' 6 punct
      , , PUNCT , 11 punct
      as as SCONJ IN 11 mark
      Chile Chile PROPN NNP 11 nsubj
      calls call VERB VBZ 2 advcl
      the the DET DT 13 det
      blockade blockade NOUN NN 11 obj
      . . PUNCT . 2 punct`,
      [0, 9],
    );
    expect(terms).toMatchObject([
      { id: "n1", label: "border patrol", users: ["e2"], referent: "the blockade", statement: "s1" },
    ]);
  });

  it("reads a label within somebody's statement, and what it is put on", () => {
    const terms = read(
      `
      Chile Chile PROPN NNP 2 nsubj
      promised promise VERB VBD 0 root
      that that SCONJ IN 10 mark
      a a DET DT 8 det
      “ “ PUNCT \`\` 6 punct
      measured measured ADJ JJ 8 amod
      ” ” PUNCT '' 6 punct
      answer answer NOUN NN 10 nsubj
      would would AUX MD 10 aux
      follow follow VERB VB 2 ccomp
      . . PUNCT . 2 punct`,
      [0],
    );
    expect(terms).toMatchObject([{ label: "measured", users: ["e1"], referent: "answer", statement: "s1" }]);
  });

  it("gives a label to its possessor before anybody else", () => {
    const terms = read(
      `
      Chile Chile PROPN NNP 2 nsubj
      rejects reject VERB VBZ 0 root
      Peru Peru PROPN NNP 6 nmod:poss
      ’s 's PART POS 3 case
      “ “ PUNCT \`\` 6 punct
      peace peace NOUN NN 2 obj
      ” ” PUNCT '' 6 punct
      . . PUNCT . 2 punct`,
      [0, 2],
    );
    expect(terms).toMatchObject([{ label: "peace", users: ["e2"] }]);
  });

  it("reads what is so-called", () => {
    const terms = read(
      `
      Chile Chile PROPN NNP 2 nsubj
      fought fight VERB VBD 0 root
      the the DET DT 6 det
      so-called so-called ADJ JJ 6 amod
      Free free ADJ JJ 6 amod
      Corps corps NOUN NN 2 obj
      . . PUNCT . 2 punct`,
      [0, 5],
    );
    expect(terms).toMatchObject([{ label: "Free Corps", users: ["e2"] }]);
  });

  it("leaves quoted assertions and titles alone", () => {
    const assertion = `
      Chile Chile PROPN NNP 2 nsubj
      said say VERB VBD 0 root
      talks talk NOUN NNS 6 nsubj
      were be AUX VBD 6 cop
      “ “ PUNCT \`\` 6 punct
      hard hard ADJ JJ 2 ccomp
      ” ” PUNCT '' 6 punct
      . . PUNCT . 2 punct`;
    const title = `
      Chile Chile PROPN NNP 2 nsubj
      praised praise VERB VBD 0 root
      “ “ PUNCT \`\` 5 punct
      Red red ADJ JJ 5 amod
      River River PROPN NNP 2 obj
      ” ” PUNCT '' 5 punct
      . . PUNCT . 2 punct`;
    expect(read(assertion, [0])).toEqual([]);
    expect(read(title, [0])).toEqual([]);
  });
});
