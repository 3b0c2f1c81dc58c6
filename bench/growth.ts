/**
 * `npm run bench:growth -- [MOST] [SHAPE...]`: processor time for each byte of texts of 1 KB up to MOST bytes (5 MB if left
 * out), of prose and of shapes that nobody writes. Linear means that no length costs more than twice a byte of what the
 * same shape, or prose, costs at its dearest up to 100 KB.
 */
import { loadAssets } from "../src/cli/load-assets.js";
import { createEngine } from "../src/engine.js";
import { makeTexts } from "./make-texts.js";
import { hostileShapes } from "./shapes.js";

const LENGTHS = [1_000, 10_000, 100_000, 1_000_000, 5_000_000];
/** Up to this length a shape's cost is what it is measured by. */
const SHORT = 100_000;
const MOST_FACTOR = 2;
/** A short text is read again until so many milliseconds are spent. */
const LEAST_TIME = 300;
const PUBLISHED = "2021-05-12";

const [most = "5000000", ...asked] = process.argv.slice(2);
const lengths = LENGTHS.filter((length) => length <= Number(most));
const assets = await loadAssets();
const engine = createEngine(assets);
const reports = makeTexts(assets, Math.ceil(lengths.at(-1)! / 3000)).join("\n\n");
const shapes: [string, (length: number) => string][] = [
  ["prose", (length) => reports.slice(0, length)],
  ...Object.entries(hostileShapes),
];
for (const text of makeTexts(assets, 60, 2)) engine.read({ text, published: PUBLISHED });

console.log(`microseconds of processor time a byte, by length\n${formatLine("shape", [...lengths, "factor"])}`);
let dearest = 0;
let greatest = 0;
for (const [name, make] of shapes) {
  if (name !== "prose" && asked.length > 0 && !asked.includes(name)) continue;
  const costs = lengths.map((length) => measure(make(length)));
  const own = Math.max(...costs.filter((_, i) => lengths[i]! <= SHORT));
  if (name === "prose") dearest = own;
  const factor = Math.max(...costs) / Math.max(own, dearest);
  greatest = Math.max(greatest, factor);
  console.log(formatLine(name, [...costs.map((cost) => cost.toFixed(3)), factor.toFixed(2)]));
}
console.log(`greatest factor ${greatest.toFixed(2)}, ${greatest <= MOST_FACTOR ? "linear" : "FAILED: not linear"}`);
process.exitCode = greatest <= MOST_FACTOR ? 0 : 1;

/** Microseconds a byte, of this thread and those that collect and compile for it. */
function measure(text: string): number {
  const bytes = Buffer.byteLength(text);
  let [spent, runs] = [0, 0];
  while (spent < LEAST_TIME * 1000) {
    const start = process.cpuUsage();
    engine.read({ text, published: PUBLISHED, language: "en" });
    const { user, system } = process.cpuUsage(start);
    spent += user + system;
    runs++;
  }
  return spent / runs / bytes;
}

function formatLine(name: string, cells: readonly (string | number)[]): string {
  return name.padEnd(34) + cells.map((cell) => String(cell).padStart(10)).join("");
}
