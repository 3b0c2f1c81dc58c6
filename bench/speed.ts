/** `npm run bench`: words a second of each stage and of the whole, and peak memory, on texts of our own. */
import { readFileSync } from "node:fs";
import { loadAssets } from "../src/cli/load-assets.js";
import { createEngine } from "../src/engine.js";
import { timeStages } from "./time-stages.js";

const ROUNDS = 40;
/** Names exchanged from round to round, so that no text is read twice. */
const STATES = ["Ethiopia", "Kenya", "Norway", "Chile", "Vietnam", "Morocco", "Poland", "Peru"];

const example = readFileSync(new URL("../examples/first.txt", import.meta.url), "utf8");
const texts = Array.from({ length: ROUNDS }, (_, round) => vary(example, round));
const words = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0), 0);

const begun = performance.now();
const assets = await loadAssets();
const engine = createEngine(assets);
const loaded = performance.now();
for (const text of texts.slice(0, 5)) engine.read({ text, published: "2021-05-12" });

const start = performance.now();
for (const text of texts) engine.read({ text, published: "2021-05-12" });
const whole = performance.now() - start;
const stages = timeStages(assets, texts, "2021-05-12");

console.log(`${texts.length} texts, ${words} words; start-up ${(loaded - begun).toFixed(0)} ms`);
console.log(formatLine("stage", "ms", "share", "words/s"));
const sum = stages.reduce((total, [, time]) => total + time, 0);
for (const [name, time] of stages) console.log(tell(name, time, sum));
console.log(tell("read, whole", whole, whole));
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);

function vary(text: string, round: number): string {
  const shifted = (i: number) => STATES[(i + round) % STATES.length]!;
  return `${text.replaceAll("Kenya", shifted(1)).replaceAll("nine", String(round + 9))}\n\nReport ${round} of ${shifted(0)}.`;
}

function tell(name: string, time: number, sum: number): string {
  return formatLine(name, time.toFixed(1), `${((100 * time) / sum).toFixed(1)} %`, (words / (time / 1000)).toFixed(0));
}

function formatLine(name: string, ...cells: string[]): string {
  return name.padEnd(14) + cells.map((cell) => cell.padStart(10)).join("");
}
