/** Tells how often texts of the one kind and of the other count as English. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EnglishModel } from "../../src/report/english-model.js";
import { readArticles, readRows, type Sources } from "./sources.js";

const root = join(import.meta.dirname, "../..");

export interface TestSet {
  readonly name: string;
  readonly isEnglish: boolean;
  readonly texts: readonly string[];
}

/** The sets that nothing was learnt from. */
export function readTestSets({ headlines, unseen }: Sources, data: string, work: string): TestSet[] {
  const own = readRows(join(root, "test/foreign-headlines.tsv")).slice(1);
  const examples = readRows(join(work, "examples.tsv")).filter(([language]) => language !== "en" && language !== "xx");
  const sentences = [...unseen.values()].flat();
  const gold = readFileSync(join(data, "../gold/headlines.jsonl"), "utf8").trimEnd().split("\n");
  const hasWords = (text: string) => /\p{Script=Latin}{2}/u.test(text);
  return [
    { name: "headlines of 2007-2012, one in ten", isEnglish: true, texts: headlines.test.filter(hasWords) },
    { name: "180 headlines", isEnglish: true, texts: gold.map((line) => JSON.parse(line).text) },
    { name: "paragraphs of PolNeAR's dev part", isEnglish: true, texts: readArticles(join(data, "polnear/dev/text")) },
    { name: "foreign headlines of our own", isEnglish: false, texts: own.map(([, text = ""]) => text) },
    { name: "example sentences of spaCy", isEnglish: false, texts: examples.map(([, text = ""]) => text) },
    { name: `sentences of ${unseen.size} languages not learnt from`, isEnglish: false, texts: sentences },
    {
      name: "the first eight words of these",
      isEnglish: false,
      texts: sentences.map((text) => text.split(" ").slice(0, 8).join(" ")),
    },
  ];
}

/** Share of a set that counts as English where the bias is lowered by `more`. */
export function shareTaken({ texts }: TestSet, model: EnglishModel, more = 0): number {
  return texts.filter((text) => model.score(text) >= more).length / texts.length;
}
