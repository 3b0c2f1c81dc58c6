/**
 * `npm run same-bytes -- [COUNT]`: reads a corpus of 2,000 texts, or COUNT, in several ways and tells the SHA-256 of the
 * answers of each: one hash over all. Needs `npm run build`. The browser's part is `test/browser.test.ts`.
 */
import { corpus } from "../test/corpus.js";
import { hashRuns } from "../test/hash-runs.js";

const count = Number(process.argv[2] ?? 2000);
const hashes = await hashRuns(corpus(count));
for (const [name, hash] of hashes) console.log(`${hash}  ${name}`);
const isOne = new Set(hashes.map(([, hash]) => hash)).size === 1;
console.log(isOne ? `one hash over ${hashes.length} runs of ${count} texts` : "FAILED: the runs differ");
process.exitCode = isOne ? 0 : 1;
