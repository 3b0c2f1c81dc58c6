import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseTable } from "../assets/index.js";
import { createLemmas } from "./find-lemma.js";
import { readWeights } from "./read-weights.js";

const root = new URL("../../", import.meta.url).pathname;
const folder = readdirSync(`${root}models`)
  .filter((name) => name.startsWith("en-"))
  .sort()
  .at(-1)!;
const table = parseTable("language-lemmas", readFileSync(`${root}data/language-lemmas.tsv`, "utf8"));
const weights = readWeights(readFileSync(`${root}models/${folder}/model.bin`));
const findLemma = createLemmas(weights, new Map([["language-lemmas", table]]));

describe("createLemmas", () => {
  it.each([
    ["fed", "VBD", "feed"],
    ["fled", "VBD", "flee"],
    ["froze", "VBD", "freeze"],
    ["shot", "VBN", "shoot"],
    ["panicked", "VBD", "panic"],
    ["dying", "VBG", "die"],
    ["vetoes", "VBZ", "veto"],
    ["wolves", "NNS", "wolf"],
    ["crises", "NNS", "crisis"],
    ["gunmen", "NNS", "gunman"],
  ])("knows the irregular %s (%s)", (form, xpos, lemma) => expect(findLemma(form, "VERB", xpos)).toBe(lemma));

  it.each([
    ["begged", "VBD", "beg"],
    ["poured", "VBD", "pour"],
    ["shouted", "VBD", "shout"],
    ["dared", "VBD", "dare"],
    ["shelled", "VBD", "shell"],
    ["bombed", "VBN", "bomb"],
    ["looted", "VBD", "loot"],
    ["ceded", "VBD", "cede"],
    ["rallied", "VBD", "rally"],
    ["sniping", "VBG", "snipe"],
    ["hopping", "VBG", "hop"],
    ["hoping", "VBG", "hope"],
    ["deterred", "VBN", "deter"],
    ["Shouted", "VBD", "shout"],
  ])("takes the known base of the regular %s (%s)", (form, xpos, lemma) =>
    expect(findLemma(form, "VERB", xpos)).toBe(lemma),
  );

  it.each(["", "ed", "ing", "\u{1f600}ed", "x".repeat(100_000)])("takes any form: %j", (form) =>
    expect(typeof findLemma(form, "VERB", "VBD")).toBe("string"),
  );
});
