/**
 * `npm run rules`: how often each rule fired and was right, on gold readings and labelled pairs where they are at hand.
 *
 * On gold an event is right whose type a gold event of the same sentence has; on pairs, one whose type is the label.
 * Rules that never fire are counted at the end: their own examples (test/rules.test.ts) are all that they have.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAssets } from "../src/cli/load-assets.js";
import { createEngine, type Engine } from "../src/engine.js";
import type { Event, Span } from "../src/reading/index.js";
import { unmarkPair } from "./unmark-pair.js";

interface GoldReport {
  readonly text: string;
  readonly published?: string;
  readonly events?: readonly { readonly type: string; readonly trigger: string | readonly [number, number] }[];
}

interface Count {
  fired: number;
  right: number;
}

/** Fewer firings than that prove nothing. */
const ENOUGH = 2;

const shared = join(import.meta.dirname, "..", "..", "shared");
const counts = new Map<string, Count>();

function count(rule: string, isRight: boolean): void {
  const own = counts.get(rule) ?? { fired: 0, right: 0 };
  counts.set(rule, { fired: own.fired + 1, right: own.right + (isRight ? 1 : 0) });
}

function goldReports(): GoldReport[] {
  const folder = join(shared, "gold");
  return readdirSync(folder).flatMap((name): GoldReport[] => {
    const text = () => readFileSync(join(folder, name), "utf8");
    if (name.endsWith(".json")) return [JSON.parse(text())];
    return name.endsWith(".jsonl")
      ? text()
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line))
      : [];
  });
}

/** Where the quoted words stand: "met@2" is their second occurrence. */
function findQuote(text: string, quote: string | readonly [number, number]): number {
  if (typeof quote !== "string") return quote[0];
  const [, words = quote, nth = "1"] = /^(.*)@(\d+)$/s.exec(quote) ?? [];
  let at = -1;
  for (let i = 0; i < Number(nth); i++) at = text.indexOf(words, at + 1);
  return at;
}

function countGold(engine: Engine, gold: GoldReport): void {
  const { reading, parsed } = engine.trace({ text: gold.text, published: gold.published ?? null } as { text: string });
  const sentenceAt = (offset: number) =>
    parsed.sentences.findIndex(({ start, end }) => start <= offset && offset < end);
  const told = (gold.events ?? []).map(({ type, trigger }) => `${type} ${sentenceAt(findQuote(gold.text, trigger))}`);
  const keyOf = (event: Event) => `${event.type} ${sentenceAt((event.trigger as Span).start)}`;
  for (const event of reading.events) count(event.rule, told.includes(keyOf(event)));
}

function countPairs(engine: Engine, path: string): void {
  for (const line of readFileSync(path, "utf8").split("\n").slice(1)) {
    const [, , gold = "", marked = ""] = line.split("\t");
    const pair = unmarkPair(marked);
    if (!pair) continue;
    const { rule, type } = engine.code(pair);
    const family = type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type;
    if (rule) count(rule, family === gold);
  }
}

function printCounts(ids: readonly string[]): void {
  const rows = [...counts].sort((a, b) => a[1].right / a[1].fired - b[1].right / b[1].fired || b[1].fired - a[1].fired);
  console.log("rule\tfired\tright\tshare");
  for (const [rule, { fired, right }] of rows) {
    const mark = fired >= ENOUGH && 2 * right < fired ? "\tmostly wrong" : "";
    console.log(`${rule}\t${fired}\t${right}\t${(right / fired).toFixed(2)}${mark}`);
  }
  const silent = ids.filter((id) => !counts.has(id));
  console.log(`${counts.size} rules fired, ${silent.length} of ${ids.length} did not`);
}

if (existsSync(join(shared, "gold"))) {
  const engine = createEngine(await loadAssets());
  for (const gold of goldReports()) countGold(engine, gold);
  const pairs = join(shared, "data", "plv", "plv_train.tsv");
  if (existsSync(pairs)) countPairs(engine, pairs);
  printCounts([...engine.rules.byId.keys()]);
} else {
  console.log("No gold readings at hand: nothing to count.");
}
