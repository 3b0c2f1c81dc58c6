/** For tests: the hash of what the command line answers to the same texts, read in several ways. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import type { ReportInput } from "../src/reading/index.js";
import { startCli } from "./run-cli.js";

interface Run {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Bytes of a piece of standard input. */
  readonly piece?: number;
  /** The command's file, where it is not the project's own. */
  readonly bin?: string;
}

const RUNS: Readonly<Record<string, Run>> = {
  plain: {},
  "in Auckland, in Turkish": { env: { TZ: "Pacific/Auckland", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" } },
  "in Los Angeles, in no language": { env: { TZ: "America/Los_Angeles", LC_ALL: "C", LANG: "C" } },
  "in two threads": { args: ["--jobs", "2"] },
  "from pieces of 61 bytes": { piece: 61 },
  "in three threads, from pieces of 4,099 bytes": { args: ["--jobs", "3"], piece: 4099 },
};

/** The texts as reports, each with an id and one day. */
export function inputsOf(texts: readonly string[]): ReportInput[] {
  return texts.map((text, i) => ({ id: `r${i}`, text, published: "2022-03-30" }));
}

/** The reports as JSON Lines. */
export function linesOf(texts: readonly string[]): Buffer {
  return Buffer.from(
    inputsOf(texts)
      .map((input) => `${JSON.stringify(input)}\n`)
      .join(""),
  );
}

/** Each run's name and hash. */
export async function hashRuns(texts: readonly string[]): Promise<[string, string][]> {
  const hashes: [string, string][] = [];
  for (const [name, run] of Object.entries(RUNS)) hashes.push([name, await hashRun(linesOf(texts), run)]);
  return hashes;
}

/** SHA-256 of all that standard output gives. */
export async function hashRun(input: Buffer, { args = [], env = {}, piece = input.length, bin }: Run): Promise<string> {
  const child = startCli(["read", "--jsonl", ...args], env, bin);
  const hash = createHash("sha256");
  child.stdout.on("data", (chunk) => hash.update(chunk));
  const ended = once(child, "close");
  for (let from = 0; from < input.length; from += piece) {
    if (!child.stdin.write(input.subarray(from, from + piece))) await once(child.stdin, "drain");
  }
  child.stdin.end();
  const [status] = await ended;
  if (status !== 0) throw new Error(`the run ended with status ${status}`);
  return hash.digest("hex");
}
