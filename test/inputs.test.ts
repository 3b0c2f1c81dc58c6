import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Reading } from "../src/reading/index.js";
import { linesOf, runCli, startCli } from "./run-cli.js";
import { expectValid } from "./valid-reading.js";

const TEXT =
  "The foreign ministers of Peru and Chile met in Lima on Monday and signed a fishing accord after nine years of dispute over the line at sea.";
const PAGE = `<html lang="en"><body><article><h1>Peru and Chile sign</h1><time datetime="2022-03-30">x</time><p>${TEXT}</p><p>${TEXT}</p></article></body></html>`;
const RSS = `<rss><channel><title>The Example</title><item><guid>1</guid><title>Peru recalls envoy</title></item><item><guid>1</guid><title>Chile recalls envoy</title></item></channel></rss>`;

interface Answer extends Partial<Reading> {
  readonly error?: {
    readonly code: string;
    readonly file?: string;
    readonly item?: number;
    readonly line: number | null;
  };
}

const folder = mkdtempSync(join(tmpdir(), "chancery-inputs-"));
const at = (name: string) => join(folder, name);
beforeAll(() => {
  mkdirSync(at("news"));
  writeFileSync(at("news/a.html"), PAGE);
  writeFileSync(at("news/b.html.gz"), gzipSync(PAGE));
  writeFileSync(at("news/c.xml"), RSS);
  writeFileSync(at("news/d.csv"), `text\n"${TEXT}"\n\n""\n`);
  writeFileSync(at("news/e.html"), "<p>no");
  writeFileSync(at("news/new\nline.txt"), TEXT);
  writeFileSync(at("news/z.jsonl.gz"), gzipSync(`${JSON.stringify({ text: "KILL: story withdrawn" })}\n`));
  symlinkSync("loop.html", at("news/loop.html"));
  symlinkSync("gone.html", at("news/dangling.html"));
  writeFileSync(
    at("feed.json"),
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "The Example",
      items: [{ id: "1", content_text: TEXT, date_published: "2022-03-30T08:00:00Z" }, { id: "2" }],
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a folder of everything", () => {
  const run = () => runCli(["read", "--jsonl", at("news")]);

  test("each is read or named in its place, and the summary counts the causes", () => {
    const { status, stdout, stderr } = run();
    const told = linesOf<Answer>(stdout).map(({ error, report }) => error?.code ?? report!.title ?? "text");
    expect(told).toEqual([
      "Peru and Chile sign",
      "Peru and Chile sign",
      "Peru recalls envoy",
      "Chile recalls envoy",
      "text",
      "text-missing",
      "file-missing",
      "html-no-article",
      "file-unreadable",
      "text",
      "kill-notice",
    ]);
    expect(status).toBe(3);
    expect(stderr).toContain('c.xml, report 2: the id "1" was given before');
    expect(stderr).toMatch(/\nchancery: 6 read, 5 failed \(.*1 kill-notice.*\), 1 under an id given before\n$/);
    expect(stderr.split("\n").filter((line) => !line.startsWith("chancery: "))).toEqual([""]);
  });

  test("a page is read under its title, with its own day", () => {
    const { stdout } = runCli(["read", "--json", at("news/a.html")]);
    const { report } = expectValid(JSON.parse(stdout) as Reading);
    expect(report).toMatchObject({ published: "2022-03-30", text: `Peru and Chile sign\n\n${TEXT}\n\n${TEXT}` });
  });
});

test("a JSON Feed is told from other JSON", () => {
  const { stdout, status } = runCli(["read", "--jsonl", at("feed.json")]);
  expect(linesOf<Answer>(stdout)).toMatchObject([
    { report: { id: "1", publisher: "The Example" } },
    { error: { code: "feed-item-empty", item: 2 } },
  ]);
  expect(status).toBe(3);
});

test("a sitemap's bare addresses are counted and told, and none is fetched", () => {
  writeFileSync(at("map.xml"), "<urlset><url><loc>http://10.0.0.1/a</loc></url><url><loc>b</loc></url></urlset>");
  const { status, stdout, stderr } = runCli(["read", "--jsonl", at("map.xml")]);
  expect(stdout).toBe("");
  expect(stderr).toContain("passed over: 2 addresses of a sitemap that tell no headline and are not fetched");
  expect(status).toBe(0);
});

test("a pattern that the shell has left alone", () => {
  const { stdout } = runCli(["read", "--jsonl", at("news/*.{html,gz}")]);
  expect(linesOf<Answer>(stdout)).toHaveLength(6);
});

test("a character set and columns that the caller names", () => {
  writeFileSync(at("latin1.txt"), Buffer.from("Perú met España.", "latin1"));
  const { stdout } = runCli(["read", "--json", at("latin1.txt"), "--charset", "windows-1252"]);
  expect(JSON.parse(stdout)).toMatchObject({ report: { text: "Perú met España." } });
  expect(runCli(["read", "--charset", "x-odd", at("latin1.txt")]).status).toBe(2);
  expect(runCli(["read", "--columns", "words=1", at("news/d.csv")]).status).toBe(2);
});

describe("read URL", () => {
  test("only with leave does an address lead into this machine", async () => {
    const server = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(PAGE));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a`;
    const run = async (args: string[]) => {
      const child = startCli(["read", "--json", url, ...args]);
      let stdout = "";
      child.stdout.on("data", (chunk) => {
        stdout += chunk;
      });
      const [status] = await once(child, "close");
      return { status, answer: JSON.parse(stdout) as Answer };
    };
    expect(await run([])).toMatchObject({ status: 2, answer: { error: { code: "url-refused", file: url } } });
    expect(await run(["--allow-private"])).toMatchObject({
      status: 0,
      answer: { report: { url, title: "Peru and Chile sign" } },
    });
    server.close();
  });
});

describe("lines", () => {
  test("U+2028, U+2029 and U+0085 stand within them", () => {
    const text = "Peru\u2028met\u2029Chile\u0085in Lima.";
    const { stdout, status } = runCli(["read", "--jsonl"], {
      input: `{"text":${JSON.stringify(text)}}\n{"text":"${text}"}\n`,
    });
    expect(linesOf<Answer>(stdout).map(({ report }) => report?.text)).toEqual([text, text]);
    expect(status).toBe(0);
  });

  test("Ctrl-C ends the run between two answers and says how far it came", async () => {
    const child = startCli(["read", "--jsonl"]);
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    child.stdin.write(`{"text":"${TEXT}"}\n`);
    expectValid(JSON.parse((await answers.next()).value) as Reading);
    child.kill("SIGINT");
    expect(await once(child, "close")).toEqual([130, null]);
    expect(stderr).toBe("chancery: stopped; 1 read, 0 failed\n");
  });
});
