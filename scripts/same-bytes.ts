/**
 * `npm run same-bytes -- [COUNT]`: reads a corpus of 2,000 texts, or COUNT, in several ways, in Chromium and from the packed
 * package too, and tells the SHA-256 of the answers of each: one hash over all. Needs `npm run build`, and Chromium.
 */
import { createHash } from "node:crypto";
import { openBrowser } from "../test/browser-reader.js";
import { corpus } from "../test/corpus.js";
import { hashRun, hashRuns, inputsOf, linesOf } from "../test/hash-runs.js";
import { unpackPackage } from "../test/packed-package.js";
import { bundleBrowser } from "./bundle-browser.js";

const count = Number(process.argv[2] ?? 2000);
const texts = corpus(count);
const hashes = await hashRuns(texts);
for (const one of [["from the packed package", await hashPacked()] as const, ...(await hashBrowser())])
  hashes.push([...one]);
for (const [name, hash] of hashes) console.log(`${hash}  ${name}`);
const isOne = new Set(hashes.map(([, hash]) => hash)).size === 1;
console.log(isOne ? `one hash over ${hashes.length} runs of ${count} texts` : "FAILED: the runs differ");
process.exitCode = isOne ? 0 : 1;

async function hashPacked(): Promise<string> {
  const { bin, remove } = unpackPackage();
  const hash = await hashRun(linesOf(texts), { bin });
  remove();
  return hash;
}

async function hashBrowser(): Promise<[string, string][]> {
  const browser = await openBrowser(await bundleBrowser());
  const inputs = inputsOf(texts);
  const page = hashAnswers(await browser.readInPage(inputs));
  const worker = hashAnswers(await browser.readInWorker(inputs));
  await browser.close();
  return [
    ["in a page of Chromium", page],
    ["in a worker of Chromium", worker],
  ];
}

function hashAnswers(answers: readonly string[]): string {
  const hash = createHash("sha256");
  for (const answer of answers) hash.update(`${answer}\n`);
  return hash.digest("hex");
}
