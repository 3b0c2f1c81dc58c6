/** `npm run crash -- N`: kills writers of archives N times at random moments and tells what was lost; nothing may be. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killOften } from "../test/crash/kill-often.js";

const kills = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), "chancery-crash-"));
const MODES = ["ingest", "recode", "migrate"] as const;
let isRight = true;
for (const mode of MODES) {
  const outcome = await killOften(join(folder, `${mode}.duckdb`), Math.ceil(kills / MODES.length), mode, Math.random);
  console.log(`${mode}: ${outcome.kills} kills, ${outcome.whole} whole runs, ${outcome.faults.length} faults`);
  for (const fault of outcome.faults.slice(0, 20)) console.log(`  ${fault}`);
  isRight &&= outcome.faults.length === 0;
}
rmSync(folder, { recursive: true });
process.exitCode = isRight ? 0 : 1;
