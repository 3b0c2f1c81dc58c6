/** Splits plain text into sentences as the engine does: standard input to one sentence a line, its words parted by tabs. */
import { readFileSync } from "node:fs";
import { loadAssets } from "../src/cli/load-assets.js";
import { splitParagraphs } from "../src/language/split-paragraphs.js";
import { splitSentences } from "../src/language/split-sentences.js";
import { splitWords } from "../src/language/split-words.js";
import { readSplittingRules } from "../src/language/splitting-rules.js";

/** Longest sentence kept, in words: longer ones are mostly lists. */
const LONGEST = 80;

const rules = readSplittingRules(await loadAssets());

for (const text of readFileSync(0, "utf8").split("\f")) {
  const lines: string[] = [];
  for (const { start, end } of splitParagraphs(text)) {
    const words = splitWords(text, start, end, rules);
    for (const { first, last } of splitSentences(text, words, rules, LONGEST)) {
      const forms = words.slice(first, last + 1).map((word) => text.slice(word.start, word.end));
      if (forms.length > 1 && /\p{L}/u.test(forms.join(""))) lines.push(forms.join("\t"));
    }
  }
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
}
