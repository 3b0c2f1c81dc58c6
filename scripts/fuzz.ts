/**
 * `npm run fuzz -- [SECONDS]`: throws random inputs at every reader for a while. Each must give reports or named faults,
 * in a time that grows with its length; what fails is printed with the seed that makes it again, and belongs into
 * `test/fuzz-corpus.jsonl` once it is mended. The count of inputs is added to `docs/fuzzing.json`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { arbitraries, checkInput, type FuzzKind } from "../test/fuzz-inputs.js";

const LEDGER = new URL("../docs/fuzzing.json", import.meta.url);
/** Inputs of one round: between two rounds the clock is looked at. */
const ROUND = 500;

const seconds = Number(process.argv[2] ?? 60);
const kinds =
  process.argv.slice(3).length > 0 ? (process.argv.slice(3) as FuzzKind[]) : (Object.keys(arbitraries) as FuzzKind[]);
const ledger = JSON.parse(readFileSync(LEDGER, "utf8")) as Record<string, number>;
const end = performance.now() + seconds * 1000;
const firstSeed = Date.now() % 2 ** 31;
let failed = 0;

for (let round = 0; performance.now() < end && failed === 0; round++) {
  const kind = kinds[round % kinds.length]!;
  const seed = (firstSeed + round) % 2 ** 31;
  const property = fc.asyncProperty(arbitraries[kind], (input) => checkInput(kind, input));
  const result = await fc.check(property, { numRuns: ROUND, seed });
  ledger[kind] = (ledger[kind] ?? 0) + result.numRuns;
  if (!result.failed) continue;
  failed++;
  console.log(`${kind}, seed ${seed}: ${JSON.stringify(result.counterexample)}\n${result.errorInstance}`);
}

const sorted = Object.fromEntries(Object.entries(ledger).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(LEDGER, `${JSON.stringify(sorted, null, 2)}\n`);
console.log(`${Object.values(sorted).reduce((sum, count) => sum + count, 0)} inputs so far: ${JSON.stringify(sorted)}`);
process.exitCode = failed === 0 ? 0 : 1;
