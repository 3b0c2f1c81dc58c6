import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Parsed, parseSketch } from "../../language/index.js";
import { straightenHeadings } from "./index.js";

const words = {
  classesOf: (lemma: string): ReadonlySet<string> =>
    new Set(lemma === "official" ? ["source"] : lemma === "talk" ? ["talks"] : []),
  isVerb: (lemma: string) => ["cut", "visit", "meet", "declare"].includes(lemma),
};

function heading(sketch: string): Parsed {
  const parsed = parseSketch(sketch);
  return { ...parsed, sentences: parsed.sentences.map((sentence) => ({ ...sentence, heading: true })) };
}

function linkOf(parsed: Parsed, form: string): string {
  const token = parsed.form.indexOf(form);
  return `${parsed.deprel[token]} ${parsed.form[parsed.head[token]!] ?? "–"}`;
}

describe("straightenHeadings", () => {
  it("makes the infinitive of a plan the sentence", () => {
    const parsed = heading(`
      Oslo Oslo PROPN NNP 0 root
      to to PART TO 3 mark
      visit visit VERB VB 1 acl
      Togo Togo PROPN NNP 3 obj
    `);
    const mended = straightenHeadings(parsed, words);
    expect(linkOf(mended, "visit")).toBe("root –");
    expect(linkOf(mended, "Oslo")).toBe("nsubj visit");
  });

  it("finds the verb that was taken for a noun", () => {
    const parsed = heading(`
      Ethiopia Ethiopia PROPN NNP 2 compound
      cuts cut NOUN NNS 3 compound
      ties tie NOUN NNS 0 root
      with with ADP IN 5 case
      Qatar Qatar PROPN NNP 3 nmod
    `);
    const mended = straightenHeadings(parsed, words);
    expect(mended.upos[1]).toBe("VERB");
    expect(linkOf(mended, "Ethiopia")).toBe("nsubj cuts");
    expect(linkOf(mended, "ties")).toBe("obj cuts");
  });

  it("reads joined names as those of the noun that they open", () => {
    const parsed = heading(`
      Row row NOUN NN 2 nsubj
      clouds cloud VERB VBZ 0 root
      Chile Chile PROPN NNP 2 obj
      - - PUNCT HYPH 5 punct
      Peru Peru PROPN NNP 6 nsubj
      talks talk VERB VBZ 2 parataxis
    `);
    const text = { ...parsed, start: parsed.start.slice(), end: parsed.end.slice() };
    for (const token of [3, 4]) {
      const length = parsed.end[token]! - parsed.start[token]!;
      text.start[token] = text.end[token - 1]!;
      text.end[token] = text.start[token]! + length;
    }
    const mended = straightenHeadings(text, words);
    expect(mended.upos[5]).toBe("NOUN");
    expect(["Chile", "Peru", "talks"].map((form) => linkOf(mended, form))).toEqual([
      "compound talks",
      "compound talks",
      "obj clouds",
    ]);
  });

  it("takes the source out of the clause", () => {
    const parsed = heading(`
      Rebels rebel NOUN NNS 2 nsubj
      declare declare VERB VBP 0 root
      a a DET DT 6 det
      truce truce NOUN NN 6 compound
      - - PUNCT HYPH 6 punct
      official official NOUN NN 2 obj
    `);
    const mended = straightenHeadings(parsed, words);
    expect(linkOf(mended, "truce")).toBe("obj declare");
    expect(linkOf(mended, "official")).toBe("parataxis declare");
  });

  it("joins names that only a comma parts", () => {
    const parsed = heading(`
      Sudan Sudan PROPN NNP 4 nsubj
      , , PUNCT , 1 punct
      Chad Chad PROPN NNP 4 nsubj
      meet meet VERB VBP 0 root
    `);
    expect(linkOf(straightenHeadings(parsed, words), "Chad")).toBe("conj Sudan");
  });

  it("takes a lone addressee for the object", () => {
    const parsed = heading(`
      Peru Peru PROPN NNP 2 nsubj
      warns warn VERB VBZ 0 root
      Chad Chad PROPN NNP 2 iobj
    `);
    expect(linkOf(straightenHeadings(parsed, words), "Chad")).toBe("obj warns");
  });

  it("takes the name before another object for the addressee", () => {
    const parsed = heading(`
      Peru Peru PROPN NNP 2 nsubj
      gives give VERB VBZ 0 root
      Chad Chad PROPN NNP 2 obj
      tents tent NOUN NNS 2 obj
    `);
    expect(linkOf(straightenHeadings(parsed, words), "Chad")).toBe("iobj gives");
  });

  it("leaves a tree, whatever the tree was", () => {
    const token = fc.record({
      form: fc.constantFrom("Oslo", "cuts", "to", "visit", "-", ":", ",", "official", "Chad", "ties", "froze"),
      upos: fc.constantFrom("NOUN", "PROPN", "VERB", "PUNCT", "PART", "ADJ"),
      xpos: fc.constantFrom("NN", "NNS", "NNP", "VBD", "TO"),
      deprel: fc.constantFrom("nsubj", "acl", "appos", "compound", "obj", "amod", "vocative", "nmod"),
      up: fc.nat(),
    });
    fc.assert(
      fc.property(
        fc.array(token, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.boolean(),
        (tokens, rootAt, isTitle) => {
          const root = rootAt % tokens.length;
          const order = [root, ...tokens.keys()].filter((at, i, all) => all.indexOf(at) === i);
          const lines = tokens.map(({ form, upos, xpos, deprel, up }, at) => {
            const above = order.slice(0, order.indexOf(at));
            const head = at === root ? 0 : above[up % above.length]! + 1;
            return `${form} ${form.toLowerCase()} ${upos} ${xpos} ${head} ${at === root ? "root" : deprel}`;
          });
          const parsed = parseSketch(lines.join("\n"));
          const sentences = parsed.sentences.map((sentence) => ({ ...sentence, heading: isTitle }));
          const { head } = straightenHeadings({ ...parsed, sentences }, words);
          expect([...head].filter((parent) => parent < 0)).toHaveLength(1);
          for (const start of head.keys()) {
            let steps = 0;
            for (let at = start; at >= 0; at = head[at]!) expect(++steps).toBeLessThanOrEqual(head.length);
          }
        },
      ),
    );
  });
});
