/** For tests: runs the command line, the build where it is of this very source, else the source. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const COMMAND = isBuilt() ? [`${ROOT}bin/chancery.js`] : ["--import", "tsx", `${ROOT}src/cli/main.ts`];

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

/** Starts `chancery ARGS`, or another package's command, and leaves its streams to the caller. */
export function startCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  bin?: string,
): ChildProcessWithoutNullStreams {
  const command = bin === undefined ? COMMAND : [bin];
  return spawn(process.execPath, [...command, ...args], { cwd: ROOT, env: { ...process.env, ...env } });
}

/** The JSON values on the lines of an output. */
export function linesOf<Value>(stdout: string): Value[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Value);
}

/** Whether no source file is newer than the build. */
function isBuilt(): boolean {
  const built = `${ROOT}dist/src/cli/main.js`;
  if (!existsSync(built)) return false;
  const files = readdirSync(`${ROOT}src`, { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  return sources.every((file) => statSync(`${ROOT}src/${file}`).mtimeMs <= statSync(built).mtimeMs);
}
