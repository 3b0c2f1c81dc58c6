import { describe, expect, it } from "vitest";
import type { WordAnalysis } from "./analyse-sentence.js";
import { repairRelations } from "./repair-relations.js";

/** Rows of `lemma XPOS head deprel`. */
const words = (rows: string): WordAnalysis[] =>
  rows.split(", ").map((row) => {
    const [lemma = "", xpos = "", head = "", deprel = ""] = row.split(" ");
    return { lemma, upos: "X", xpos, head: Number(head), deprel };
  });

const repaired = (rows: string) => repairRelations(words(rows)).map(({ deprel }) => deprel);

describe("repairRelations", () => {
  it("makes a passive verb's subject and agent passive", () => {
    const rows = "he PRP 3 nsubj, be VBD 3 aux:pass, kill VBN 0 root, by IN 5 case, rebel NNS 3 obl";
    expect(repaired(rows)).toEqual(["nsubj:pass", "aux:pass", "root", "case", "obl:agent"]);
  });

  it("finds the agent of a participle", () => {
    expect(repaired("man NN 0 root, arm VBN 1 acl, by IN 4 case, Iran NNP 2 obl").at(-1)).toBe("obl:agent");
  });

  it("leaves active verbs and dates alone", () => {
    expect(repaired("he PRP 3 nsubj, have VBZ 3 aux, go VBN 0 root, by IN 5 case, car NN 3 obl").at(-1)).toBe("obl");
    expect(repaired("be VBD 2 aux:pass, do VBN 0 root, by IN 4 case, 2010 CD 2 obl").at(-1)).toBe("obl");
  });
});
