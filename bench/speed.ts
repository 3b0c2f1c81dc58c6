/**
 * `npm run bench`: words a second of each stage and of the whole, the time to load, two threads against one, and memory.
 * `npm run bench -- FILE...` reads files or folders instead of the texts of our own.
 */

import { bundleBrowser, measurePacked } from "../scripts/bundle-browser.js";
import { formatSizes } from "../scripts/format-sizes.js";
import { inputOf } from "../src/cli/answer-job.js";
import { findJobs } from "../src/cli/find-jobs.js";
import { loadAssets } from "../src/cli/load-assets.js";
import { findSources } from "../src/cli/sources.js";
import { createEngine } from "../src/engine.js";
import { createLanguageModel } from "../src/language/index.js";
import { compareThreads, formatThreads } from "./compare-threads.js";
import { makeTexts } from "./make-texts.js";
import { timeStages } from "./time-stages.js";

const PUBLISHED = "2021-05-12";
/** Reports of our own that are read. */
const TEXTS = 120;
/** One text in so many is read beforehand and not counted, so that the code is compiled. */
const WARMING = 6;

const begun = performance.now();
const assets = await loadAssets();
const loaded = performance.now();
createLanguageModel(assets);
const decoded = performance.now();
const engine = createEngine(assets);
const ready = performance.now();
engine.read({ text: "Kenya recalled its envoy on Monday.", published: PUBLISHED });
const answered = performance.now();
const memoryLoaded = peakMemory();

const all = process.argv.length > 2 ? await readTexts(process.argv.slice(2)) : makeTexts(assets, TEXTS);
const warming = all.filter((_, i) => i % WARMING === 0);
const texts = all.filter((_, i) => all.length < WARMING || i % WARMING !== 0);
const words = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0), 0);
const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1048576;

for (const text of warming) engine.read({ text, published: PUBLISHED });
timeStages(assets, warming, PUBLISHED);
const start = performance.now();
const busy = process.cpuUsage();
for (const text of texts) engine.read({ text, published: PUBLISHED });
const whole = performance.now() - start;
const { user, system } = process.cpuUsage(busy);
const stages = timeStages(assets, texts, PUBLISHED);
const sum = stages.reduce((total, { name, ms }) => total + (name.startsWith(" ") ? 0 : ms), 0);

console.log(
  `${texts.length} texts, ${words} words, ${size.toFixed(2)} MiB; each read once by each, after ${warming.length} others\n`,
);
console.log(formatLine("loading", "ms"));
console.log(formatLine("assets, read and checked", (loaded - begun).toFixed(0)));
console.log(formatLine("language model", (decoded - loaded).toFixed(0)));
console.log(formatLine("engine, model and all", (ready - decoded).toFixed(0)));
console.log(formatLine("first reading", (answered - ready).toFixed(0)));
console.log(`\n${formatLine("stage", "ms", "share", "words/s", "MiB/s")}`);
for (const { name, ms } of stages) console.log(tell(name, ms));
console.log(tell("all but parse", sum - stages.find(({ name }) => name === "parse")!.ms));
console.log(tell("read, whole", whole));
// On a machine that does much else this alone is to be trusted; it counts the compiler's and collector's threads too.
console.log(tell("  by processor time", (user + system) / 1000));
console.log(`\n${formatSizes(measurePacked(await bundleBrowser()))}`);
console.log(`\n${formatThreads(await compareThreads(texts))}`);
console.log(`\npeak memory ${memoryLoaded} MiB loaded, ${peakMemory()} MiB at the end`);

async function readTexts(files: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const job of findJobs(await findSources(files, "text", console.warn), {})) {
    if (job.kind === "fault") throw new Error(`${job.fault.file}: ${job.fault.message}`);
    found.push((inputOf(job) as { text: string }).text);
  }
  return [...new Set(found)];
}

function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function tell(name: string, ms: number): string {
  const seconds = ms / 1000;
  const share = `${((100 * ms) / sum).toFixed(1)} %`;
  return formatLine(name, ms.toFixed(0), share, (words / seconds).toFixed(0), (size / seconds).toFixed(2));
}

function formatLine(name: string, ...cells: string[]): string {
  return name.padEnd(26) + cells.map((cell) => cell.padStart(10)).join("");
}
