/**
 * `npm run fuzz -- [SECONDS] [KIND...]`: throws inputs at every reader for a while, some of pieces by chance (fast-check),
 * most of them guided by coverage. Each must give reports or named faults, in a time that grows with its length; what
 * fails is printed, and belongs into `test/fuzz-corpus.jsonl` once it is mended. The count is added to `docs/fuzzing.json`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { arbitraries, checkInput, type FuzzKind } from "../test/fuzz-inputs.js";
import { CoverageMeter } from "./fuzz/coverage.js";
import { GuidedRun } from "./fuzz/guided-run.js";
import { makeChance } from "./fuzz/mutate.js";

const LEDGER = new URL("../docs/fuzzing.json", import.meta.url);
const KEPT = new URL("../test/fuzz-corpus.jsonl", import.meta.url);
/** Inputs by chance alone that each kind begins with. */
const SEEDS = 500;

const [seconds = "60", ...asked] = process.argv.slice(2);
const kinds = (asked.length > 0 ? asked : Object.keys(arbitraries)) as FuzzKind[];
const end = performance.now() + Number(seconds) * 1000;
const seed = Date.now() % 2 ** 31;
const chance = makeChance(seed);
const counts = new Map<string, number>();
const add = (kind: FuzzKind, count: number) => counts.set(kind, (counts.get(kind) ?? 0) + count);

const meter = new CoverageMeter();
await meter.start();
const runs = new Map<FuzzKind, GuidedRun>();
let failed = 0;
for (const kind of kinds) runs.set(kind, await beginRun(kind));
const spent = new Map(kinds.map((kind) => [kind, 0]));
while (performance.now() < end && failed === 0) {
  // All kinds get the same time, not the same number: a page costs a hundred times what a line does.
  const kind = kinds.reduce((least, other) => (spent.get(other)! < spent.get(least)! ? other : least));
  const start = performance.now();
  const { count, failure } = await runs.get(kind)!.tryBatch(chance);
  spent.set(kind, spent.get(kind)! + performance.now() - start);
  add(kind, count);
  if (failure) tellFailure(kind, failure.input, failure.error);
}
writeLedger();
for (const [kind, { pool }] of runs)
  console.log(`${kind}: ${counts.get(kind)} inputs, ${pool.length} kept to go on from`);
console.log(`seed ${seed}, ${meter.size} pieces of code reached`);
process.exitCode = failed === 0 ? 0 : 1;

/** A run from inputs of pieces, which count too, and from whatever once failed. */
async function beginRun(kind: FuzzKind): Promise<GuidedRun> {
  const check = (input: string) => checkInput(kind, input);
  const result = await fc.check(fc.asyncProperty(arbitraries[kind], check), { numRuns: SEEDS, seed });
  if (result.failed) tellFailure(kind, result.counterexample?.[0] ?? "", result.errorInstance);
  add(kind, result.numRuns);
  meter.addNew(await meter.take());
  const kept = readFileSync(KEPT, "utf8").trimEnd().split("\n");
  const known = kept.map((line) => JSON.parse(line) as { kind: FuzzKind; input: string });
  const seeds = fc.sample(arbitraries[kind], { numRuns: 50, seed });
  return new GuidedRun([...seeds, ...known.flatMap((one) => (one.kind === kind ? [one.input] : []))], check, meter);
}

function tellFailure(kind: FuzzKind, input: string, error: unknown): void {
  failed++;
  console.log(`${JSON.stringify({ kind, input })}\n${error instanceof Error ? error.stack : error}`);
}

/** Read anew at the end, for another run may have written meanwhile. */
function writeLedger(): void {
  const ledger = JSON.parse(readFileSync(LEDGER, "utf8")) as Record<string, number>;
  for (const [kind, count] of counts) ledger[kind] = (ledger[kind] ?? 0) + count;
  const sorted = Object.fromEntries(Object.entries(ledger).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(LEDGER, `${JSON.stringify(sorted, null, 2)}\n`);
  console.log(`${Object.values(sorted).reduce((sum, count) => sum + count, 0)} inputs in all`);
}
