/**
 * `npm run bench:ingest -- SOURCE [JOBS] [--alone]`: reads SOURCE into a new archive and tells what that costs beside reading alone:
 * seconds, processor seconds (which a busy machine disturbs less) and peak memory, also by quarters of the run, so that a climb shows.
 * With --alone only the ingest runs. Linux.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";

/** Milliseconds between two looks at the memory. */
const LOOK_MS = 500;
/** Linux counts a process's time in hundredths of a second. */
const TICKS = 100;

const [source, jobs = "2"] = process.argv.slice(2).filter((word) => word !== "--alone");
if (source === undefined) {
  console.error("usage: npm run bench:ingest -- SOURCE [JOBS] [--alone]");
  process.exit(2);
}
const program = join(import.meta.dirname, "..", "bin", "chancery.js");
const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"));
const archive = join(folder, "news.duckdb");
const reading = process.argv.includes("--alone") ? null : await run("read", source, "--jsonl", "--jobs", jobs);
const ingest = await run("ingest", source, "--archive", archive, "--jobs", jobs);
if (reading) {
  tell("read --jsonl", reading);
  const more = (name: "wall" | "processor") => (100 * (ingest[name] / reading[name] - 1)).toFixed(1);
  console.log(`ingest takes ${more("wall")} % more time, ${more("processor")} % more processor time`);
}
tell("ingest", ingest);
console.log(`archive ${(statSync(archive).size / 2 ** 20).toFixed(0)} MiB; load ${loadavg()[0]!.toFixed(1)}`);
rmSync(folder, { recursive: true });

interface Cost {
  /** Seconds. */
  readonly wall: number;
  readonly processor: number;
  /** MiB: the peak, and that of each quarter of the run. */
  readonly peak: number;
  readonly quarters: readonly number[];
}

function tell(name: string, { wall, processor, peak, quarters }: Cost): void {
  const by = quarters.map((part) => part.toFixed(0)).join(", ");
  console.log(
    `${name}: ${wall.toFixed(1)} s, ${processor.toFixed(1)} processor s, peak ${peak.toFixed(0)} MiB (quarters ${by})`,
  );
}

function run(...args: string[]): Promise<Cost> {
  const begun = performance.now();
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  const seen: { memory: number; processor: number }[] = [];
  const timer = setInterval(() => seen.push(...look(child.pid!)), LOOK_MS);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => {
      clearInterval(timer);
      const memory = seen.map((each) => each.memory);
      const quarter = Math.ceil(memory.length / 4);
      const quarters = [0, 1, 2, 3].map((i) => Math.max(0, ...memory.slice(i * quarter, (i + 1) * quarter)));
      const wall = (performance.now() - begun) / 1000;
      resolve({ wall, processor: seen.at(-1)?.processor ?? 0, peak: Math.max(0, ...memory), quarters });
    });
  });
}

/** What a process has in memory and has used so far; nothing once it has ended. */
function look(pid: number) {
  try {
    const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    return [{ memory, processor: (Number(fields[11]) + Number(fields[12])) / TICKS }];
  } catch {
    return [];
  }
}
