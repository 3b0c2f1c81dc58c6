import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTable } from "../assets/index.js";
import { annotateBlock, annotateConllu, createLanguageModel, formatConllu, type Parsed, parseText } from "./index.js";

const root = new URL("../../", import.meta.url).pathname;
const folders = readdirSync(`${root}models`).sort();
const newest = (kind: string) => `models/${folders.findLast((name) => name.startsWith(`${kind}-`))}`;
const bytes = readFileSync(`${root}${newest("en")}/model.bin`);
const names = [
  "abbreviations",
  "language-fused",
  "language-lemmas",
  "language-prefixes",
  "language-starters",
  "language-units",
];
const tables = new Map(names.map((name) => [name, parseTable(name, readFileSync(`${root}data/${name}.tsv`, "utf8"))]));
const splitting = readFileSync(`${root}${newest("splitting")}/splitting.bin`);
const model = createLanguageModel({ model: bytes, splitting, tables });

/** "relation:head" of the first token of that form. */
function link(parsed: Parsed, form: string): string {
  const token = parsed.form.indexOf(form);
  const head = parsed.head[token]!;
  return `${parsed.deprel[token]}:${head < 0 ? "-" : parsed.form[head]}`;
}

describe("parseText", () => {
  it("finds who does what to whom", () => {
    const parsed = parseText(model, "China criticised the United States on Monday.");
    expect(link(parsed, "China")).toBe("nsubj:criticised");
    expect(link(parsed, "criticised")).toBe("root:-");
    expect(link(parsed, "States")).toBe("obj:criticised");
    expect(link(parsed, "Monday")).toBe("obl:criticised");
    expect(parsed.lemma.slice(0, 2)).toEqual(["China", "criticise"]);
    expect(parsed.xpos.slice(0, 2)).toEqual(["NNP", "VBD"]);
  });

  it("finds who says so", () => {
    const parsed = parseText(model, "The minister said that Iran had signed the treaty.");
    expect(link(parsed, "minister")).toBe("nsubj:said");
    expect(link(parsed, "signed")).toBe("ccomp:said");
    expect(link(parsed, "Iran")).toBe("nsubj:signed");
    expect(link(parsed, "treaty")).toBe("obj:signed");
  });

  it("finds what is done to whom by whom", () => {
    const parsed = parseText(model, "The soldiers were arrested by the police.");
    expect(link(parsed, "soldiers")).toBe("nsubj:pass:arrested");
    expect(link(parsed, "police")).toBe("obl:agent:arrested");
  });

  it("finds names within names", () => {
    const parsed = parseText(model, "Russian Foreign Minister Sergei Lavrov met China’s president in Moscow.");
    expect(link(parsed, "Lavrov")).toBe("flat:Sergei");
    expect(link(parsed, "China")).toBe("nmod:poss:president");
    expect(link(parsed, "Moscow")).toBe("obl:met");
  });

  it("hangs a dateline from the sentence that it opens", () => {
    const parsed = parseText(model, "TUNXI, March 30 (Xinhua) -- Wang Yi met Sergei Lavrov here on Wednesday.");
    expect(link(parsed, "TUNXI")).toBe("dep:met");
    expect(link(parsed, "Wang")).toBe("nsubj:met");
    expectSound(parsed, parsed.text);
  });

  it("tells titles, paragraphs and sentences", () => {
    const parsed = parseText(model, "Talks to resume\n\nThey met. They left.");
    expect(parsed.sentences.map(({ paragraph, heading }) => [paragraph, heading])).toEqual([
      [0, true],
      [1, false],
      [1, false],
    ]);
  });

  it("reads any text, and gives back each token's place", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const parsed = parseText(model, text);
        expectSound(parsed, text);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["nothing", ""],
    ["three hundred words without a full stop", "the old king sees a big dog ".repeat(50)],
    ["signs alone", "?!… \u0000 \ud800 “”"],
    ["one word of great length", "x".repeat(100_000)],
  ])("reads %s", (_, text) => expectSound(parseText(model, text), text));

  it("hangs signs alone from the first, without the network", () => {
    const parsed = parseText(model, "( … ) $ “");
    expect(parsed.deprel).toEqual(["root", "punct", "punct", "punct", "punct"]);
    expect(Array.from(parsed.head)).toEqual([-1, 0, 0, 0, 0]);
    expect(parsed.xpos).toEqual(["-LRB-", "NFP", "-RRB-", "$", "``"]);
  });

  it.each([
    ["US leader blasts rivals in the east", "PROPN"],
    ["Rivals in the east warn US", "PROPN"],
    ["Talks between US and China resume", "PROPN"],
  ])("reads US among small letters as a country: %s", (text, upos) => {
    const parsed = parseText(model, text);
    const token = parsed.form.indexOf("US");
    expect([parsed.upos[token], parsed.lemma[token]]).toEqual([upos, "US"]);
  });

  it("says the same again", () => {
    const text = "Moscow denied that its troops had crossed the border; Kyiv disagreed.";
    expect(parseText(model, text)).toEqual(parseText(model, text));
  });
});

function expectSound(parsed: Parsed, text: string): void {
  let at = 0;
  for (let token = 0; token < parsed.length; token++) {
    expect(text.slice(parsed.start[token], parsed.end[token])).toBe(parsed.form[token]);
    expect(text.slice(at, parsed.start[token]).trim()).toBe("");
    at = parsed.end[token]!;
  }
  expect(text.slice(at).trim()).toBe("");
  for (const { first, last } of parsed.sentences) {
    const heads = parsed.head.slice(first, last + 1);
    expect(heads.filter((head) => head < 0)).toHaveLength(1);
    expect(heads.every((head) => head < 0 || (head >= first && head <= last))).toBe(true);
  }
}

describe("formatConllu and annotateConllu", () => {
  const text = "Moscow agreed. “Kyiv\u00a0won’t,” he said.\n\nTitle";

  it("writes a text with its offsets, and annotates it just so", () => {
    const conllu = formatConllu(parseText(model, text));
    expect(conllu).toContain("# text = “Kyiv won’t,” he said.\n1\t“\t");
    expect(conllu).toContain("SpaceAfter=No|start_char=21|end_char=23");
    expect(annotateConllu(model, conllu)).toBe(conllu);
  });

  it("fills in what is missing and leaves the rest", () => {
    const row = (id: string, form: string) => `${id}\t${form}${"\t_".repeat(8)}`;
    const given = ["# a comment", row("1-2", "don't"), row("1", "do"), row("2", "n't"), row("3", "go"), "", ""].join(
      "\n",
    );
    const lines = annotateConllu(model, given).split("\n");
    expect(lines.slice(0, 2)).toEqual(["# a comment", row("1-2", "don't")]);
    expect(lines[3]).toBe("2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_");
  });

  it.each(["", "# text = a", `1-2\tdella${"\t_".repeat(8)}`, `1.1\tun${"\t_".repeat(8)}`])(
    "leaves a block without a word as it is: %j",
    (line) => {
      expect(annotateConllu(model, `${line}\n\n`)).toBe(`${line}\n\n`);
      expect(annotateBlock(model, [line].filter(Boolean), 1)).toEqual([line].filter(Boolean));
    },
  );

  it.each([
    ["1\tonly", /line 2 has 2 columns/],
    [`2\tform${"\t_".repeat(8)}`, /line 2 has the ID "2" where 1 is due/],
    [`1\t${"\t_".repeat(8)}`, /line 2 has no FORM/],
  ])("refuses %j", (line, message) => {
    expect(() => annotateConllu(model, `# one\n${line}\n`)).toThrow(message);
  });
});

describe("createLanguageModel", () => {
  const changed = (change: (copy: Uint8Array<ArrayBuffer>) => Uint8Array) => () =>
    createLanguageModel({ model: change(new Uint8Array(bytes)), splitting, tables });

  it.each([
    ["nothing", changed(() => new Uint8Array()), /begin/],
    ["another file", changed((copy) => copy.fill(1, 0, 4)), /begin/],
    ["a torn file", changed((copy) => copy.slice(0, -100)), /cut off/],
    ["a damaged header", changed((copy) => copy.fill(0x7b, 20, 24)), /header/],
    ["another format", changed((copy) => replaceText(copy, '"format":2', '"format":9')), /format 9/],
  ])("refuses %s", (_, create, message) => expect(create).toThrow(message));

  it("refuses to go without its tables", () => {
    expect(() => createLanguageModel({ model: bytes, splitting, tables: new Map() })).toThrow(/abbreviations/);
  });
});

function replaceText(copy: Uint8Array<ArrayBuffer>, from: string, to: string): Uint8Array {
  const at = Buffer.from(copy.buffer).indexOf(from);
  copy.set(Buffer.from(to), at);
  return copy;
}
