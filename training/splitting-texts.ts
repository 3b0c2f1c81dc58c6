/** Paragraphs to learn sentence breaks from: treebanks put back into raw text, and news whose sure gaps alone count. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeWords } from "../src/language/describe-words.js";
import { MARGIN, type WordColumns } from "../src/language/gap-features.js";
import { splitParagraphs } from "../src/language/split-paragraphs.js";
import { leastScore } from "../src/language/split-sentences.js";
import { splitWords, type WordSpan } from "../src/language/split-words.js";
import type { SplittingRules } from "../src/language/splitting-rules.js";
import { SHAPES } from "../src/language/word-shapes.js";

/** What is known of a gap: no sentence ends there, one does, or nothing is. */
export const [STAYS, ENDS, UNSURE] = [0, 1, 2];

export interface Paragraph {
  readonly text: string;
  readonly words: readonly WordSpan[];
  readonly described: WordColumns;
  /** For each word whether a sentence ends with it. */
  readonly labels: Uint8Array;
}

/** A treebank's raw text and the spans of its sentences, as the scorer puts them together. */
export interface Treebank {
  readonly text: string;
  readonly sentences: readonly (readonly [start: number, end: number])[];
}

export function readTreebank(path: string): Treebank {
  let text = "";
  const sentences: [number, number][] = [];
  for (const block of readFileSync(path, "utf8").split("\n\n")) {
    const lines = block.split("\n").filter((line) => line !== "");
    const rows = lines.filter((line) => line[0] !== "#").map((line) => line.split("\t"));
    if (rows.length === 0) continue;
    const opens = lines.some((line) => /^# new(?:par|doc)\b(?!_)/.test(line));
    if (text && opens) text = `${text.trimEnd()}\n\n`;
    const start = text.length;
    text += surfaceOf(rows);
    sentences.push([start, text.trimEnd().length]);
  }
  return { text: text.trimEnd(), sentences };
}

/** The words of a sentence as they were written; a range of syntactic words stands for its parts. */
function surfaceOf(rows: readonly string[][]): string {
  let surface = "";
  let covered = 0;
  for (const [id = "", form = "", ...rest] of rows) {
    if (id.includes(".") || (!id.includes("-") && Number(id) <= covered)) continue;
    if (id.includes("-")) covered = Number(id.split("-")[1]);
    surface += form + (rest.at(-1)!.includes("SpaceAfter=No") ? "" : " ");
  }
  return surface;
}

export function labelTreebank({ text, sentences }: Treebank, rules: SplittingRules): Paragraph[] {
  const ends = new Set(sentences.map(([, end]) => end));
  return paragraphsOf(text, rules, (words) => Uint8Array.from(words, ({ end }) => (ends.has(end) ? ENDS : STAYS)));
}

/** Every `step`th article of a folder of news. */
export function readNews(folder: string, step: number, rules: SplittingRules): Paragraph[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const texts = names
    .sort()
    .filter((_, i) => i % step === 0)
    .map((name) => readFileSync(join(folder, name), "utf8"));
  return texts.flatMap((text) => paragraphsOf(text, rules, (_, described) => sureLabels(described)));
}

function paragraphsOf(
  text: string,
  rules: SplittingRules,
  label: (words: readonly WordSpan[], described: WordColumns) => Uint8Array,
): Paragraph[] {
  return splitParagraphs(text).map(({ start, end }) => {
    const words = splitWords(text, start, end, rules);
    const described = describeWords(text, words, rules);
    return { text, words, described, labels: label(words, described) };
  });
}

const STOPS: readonly number[] = [SHAPES.stop, SHAPES.question];
const DOUBTFUL: readonly number[] = [
  SHAPES.shout,
  SHAPES.dots,
  SHAPES.colon,
  SHAPES["close-quote"],
  SHAPES["close-bracket"],
];
const OPENERS: readonly number[] = [SHAPES.capital, SHAPES["open-quote"]];

/** In edited news a sentence ends at a stop after a small word before a capital, and never without a sign. */
function sureLabels(described: WordColumns): Uint8Array {
  const { length, looks } = described;
  return Uint8Array.from({ length }, (_, i) => {
    const [previous, before, after] = [-1, 0, 1].map((step) => looks[i + MARGIN + step]! >> 1);
    const least = leastScore(described, i + MARGIN);
    if (!Number.isFinite(least)) return least < 0 ? ENDS : STAYS;
    if (STOPS.includes(before!)) return previous === SHAPES.small && OPENERS.includes(after!) ? ENDS : UNSURE;
    return DOUBTFUL.includes(before!) ? UNSURE : STAYS;
  });
}
