/** For tests: runs the command line, the build where there is one, else the source. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BUILT = existsSync(`${ROOT}dist/src/cli/main.js`);
const COMMAND = BUILT ? [`${ROOT}bin/chancery.js`] : ["--import", "tsx", `${ROOT}src/cli/main.ts`];

export interface CliOptions {
  /** Standard input; empty by default. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `chancery ARGS` to its end. */
export function runCli(args: readonly string[], { input = "", env = {}, cwd = ROOT }: CliOptions = {}): CliResult {
  const options = { input, cwd, env: { ...process.env, ...env }, encoding: "utf8", maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], options);
  return { status, stdout, stderr };
}

/** Starts `chancery ARGS` and leaves its streams to the caller. */
export function startCli(args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [...COMMAND, ...args], { cwd: ROOT });
}

/** The JSON values on the lines of an output. */
export function linesOf<Value>(stdout: string): Value[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Value);
}
