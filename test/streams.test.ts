import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { linesOf, runCli, startCli } from "./run-cli.js";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const preload = (name: string) => ({ NODE_OPTIONS: `--require ${path(name)}` });
const TEXT = "The foreign ministers of Peru and Chile met in Lima on Monday.";

interface Answer {
  readonly report?: { readonly id: string };
  readonly error?: { readonly code: string; readonly line: number };
}

test("a thread that is killed costs its line alone: the run goes on, and its status is 3", { timeout: 120_000 }, () => {
  const texts = [TEXT, "end this thread", TEXT, TEXT, "end this thread", TEXT];
  const input = texts.map((text, i) => `${JSON.stringify({ id: `r${i + 1}`, text })}\n`).join("");
  const env = preload("end-thread.cjs");
  const { status, stdout, stderr } = runCli(["read", "--jsonl", "--jobs", "2"], { input, env });
  const told = linesOf<Answer>(stdout).map(({ report, error }) => report?.id ?? [error?.code, error?.line]);
  expect(told).toEqual(["r1", ["worker-failed", 2], "r3", "r4", ["worker-failed", 5], "r6"]);
  expect(stderr).toMatch(/chancery: 4 read, 2 failed \(2 worker-failed\)\n$/);
  expect(status).toBe(3);
});

describe.each(["1", "2"])("a reader that is slow, with --jobs %s", (jobs) => {
  test("is waited for: no more is taken in than pipes hold, and nothing is lost", { timeout: 240_000 }, async () => {
    // Another language costs next to nothing to read.
    const line = `${JSON.stringify({ text: "мир ".repeat(250), language: "ru" })}\n`;
    const count = 20_000;
    const child = startCli(["read", "--jsonl", "--jobs", jobs]);
    const ended = once(child, "close");
    let written = 0;
    const write = async () => {
      for (; written < count; written++) if (!child.stdin.write(line)) await once(child.stdin, "drain");
      child.stdin.end();
    };
    const done = write();
    await once(child.stdout, "readable"); // the first answers are there, and nobody takes them
    let before = -1;
    while (written !== before) {
      before = written;
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
    expect(written * line.length).toBeLessThan(4_000_000);
    let lines = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) lines++;
    });
    child.stdout.resume();
    await done;
    expect(await ended).toEqual([0, null]);
    expect(lines).toBe(count);
  });
});

describe("a program that only reads", () => {
  test("loads no database from the command line", () => {
    const { status, stderr } = runCli(["read"], { input: TEXT, env: preload("tell-libraries.cjs") });
    expect(stderr).toContain("libraries: ");
    expect(stderr).not.toMatch(/duckdb/i);
    expect(status).toBe(0);
  });

  test.each(["index.ts", "index.browser.ts"])("imports none by src/%s, nor a server", async (entry) => {
    const { metafile } = await build({
      entryPoints: [path(`../src/${entry}`)],
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "node",
      packages: "external",
    });
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
    const packages = imports.filter(({ external, path: name }) => external && !/^(?:node:|[./])/.test(name));
    const names = packages.map(({ path: name }) => name.split("/").slice(0, 2).join("/"));
    expect([...new Set(names)]).toEqual(["@noble/hashes"]);
  });
});
