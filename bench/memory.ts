/**
 * `npm run bench:memory -- [LINES] [JOBS]`: peak memory of `chancery read --jsonl` over a million different headlines, or
 * LINES, and at each tenth of them, by what Linux keeps of the process. They are those of ../shared where that is, else made.
 */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAssets } from "../src/cli/load-assets.js";
import { startCli } from "../test/run-cli.js";
import { makeTexts } from "./make-texts.js";

const [lineCount = 1_000_000, jobs = 1] = process.argv.slice(2).map(Number);
const RAW = join(import.meta.dirname, "../../shared/data/raw/headlines_2007-2012.txt.xz");

const headlines = existsSync(RAW) ? readHeadlines() : await makeHeadlines();
const start = performance.now();
const child = startCli(["read", "--jsonl", "--jobs", String(jobs)]);
const ended = once(child, "close");
let answers = 0;
let next = 1;
let [half, peak] = [0, 0];
child.stdout.on("data", (chunk: Buffer) => {
  for (const byte of chunk) if (byte === 10) answers++;
  if (answers < (next * lineCount) / 10) return;
  const now = readMemory("VmRSS");
  peak = readMemory("VmHWM");
  if (next <= 5) half = peak;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${answers} lines, ${seconds} s: ${now} MiB, until then ${peak} MiB at most`);
  next++;
});
child.stderr.resume();
for (let i = 0; i < lineCount; i++) {
  const turn = Math.floor(i / headlines.length);
  const text = `${headlines[i % headlines.length]}${turn === 0 ? "" : ` - ${turn}`}`;
  const line = `${JSON.stringify({ id: `h${i}`, text, published: "2012-01-01" })}\n`;
  if (!child.stdin.write(line)) await once(child.stdin, "drain");
}
child.stdin.end();
const [status] = await ended;
console.log(`peak ${peak} MiB, at half of the lines ${half} MiB`);
console.log(
  status === 0 && answers === lineCount ? "every line was answered" : `FAILED: ${answers} answers, status ${status}`,
);

/** MiB of the process; Linux alone tells it, and it is read before the last answer is out. */
function readMemory(name: "VmHWM" | "VmRSS"): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Math.round(Number(new RegExp(`${name}:\\s*(\\d+)`).exec(status)?.[1]) / 1024);
}

function readHeadlines(): string[] {
  return execFileSync("xz", ["-dc", RAW], { maxBuffer: 1 << 28 })
    .toString()
    .trimEnd()
    .split("\n");
}

async function makeHeadlines(): Promise<string[]> {
  return makeTexts(await loadAssets(), 4000).flatMap((text) => text.split(/\s*\n+|(?<=\.) /));
}
