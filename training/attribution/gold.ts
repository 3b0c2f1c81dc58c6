/** Gold readings, for choosing what is asked of a statement: their statements' contents, and how well others meet them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../src/reading/index.js";

export interface GoldReading {
  readonly text: string;
  readonly contents: readonly (readonly Span[])[];
}

interface GoldFile {
  readonly text: string;
  readonly statements?: readonly { readonly content: readonly (string | [number, number])[] }[];
}

export function loadGold(folder: string): GoldReading[] {
  const files = readdirSync(folder).sort();
  const texts = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    if (file.endsWith(".jsonl")) return text.trim().split("\n");
    return file.endsWith(".json") ? [text] : [];
  });
  return texts.map((text) => {
    const gold = JSON.parse(text) as GoldFile;
    const contents = (gold.statements ?? []).map(({ content }) => content.map((quote) => findQuote(gold.text, quote)));
    return { text: gold.text, contents };
  });
}

/** The words of a quote; "words@2" is its second occurrence. */
function findQuote(text: string, quote: string | [number, number]): Span {
  if (typeof quote !== "string") return { start: quote[0], end: quote[1] };
  const found = text.includes(quote) ? null : /^(.*)@(\d+)$/s.exec(quote);
  const words = found?.[1] ?? quote;
  let start = -1;
  for (let n = Number(found?.[2] ?? 1); n > 0; n--) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length };
}

/** Numbers of the found contents that meet one of the gold, one to one, best fit first, at least half being shared. */
export function meetsBest(found: readonly (readonly Span[])[], gold: readonly (readonly Span[])[]): Set<number> {
  const pairs = found.flatMap((a, i) => gold.map((b, j) => ({ i, j, fit: shared(a, b) / Math.max(size(a), size(b)) })));
  const usedFound = new Set<number>();
  const usedGold = new Set<number>();
  for (const { i, j, fit } of pairs.sort((a, b) => b.fit - a.fit)) {
    if (fit < 0.5 || usedFound.has(i) || usedGold.has(j)) continue;
    usedFound.add(i);
    usedGold.add(j);
  }
  return usedFound;
}

function size(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Characters that both hold. */
function shared(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return sum;
}
