import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CSV, makeZip } from "./packed.js";
import { linesOf, runCli, startCli } from "./run-cli.js";

const TEXT =
  "The foreign ministers of Peru and Chile met in Lima on Monday and signed a fishing accord after nine years of dispute.";
const PAGE = `<html><body><article><h1>Peru and Chile sign</h1><p>${TEXT}</p><p>${TEXT}</p></article></body></html>`;
const ITEM = "<item><title>Peru recalls envoy</title></item>";
const zeros = Buffer.alloc(80 * 1024 * 1024);

const line = (text: string, id?: string) => `${JSON.stringify({ id, text })}\n`;
const record = (block: string, length = block.length) =>
  `WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: ${length}\r\n\r\n${block}\r\n\r\n`;
const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`;
const bomb = `<!DOCTYPE x [<!ENTITY a "${"a".repeat(100)}">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(9)}">`).join("")}]>`;

/** Name, content, and what each report in it comes to: "read" or a fault's code. */
const FILES: readonly (readonly [name: string, content: string | Buffer, told: readonly string[]])[] = [
  ["accents.jsonl", line("Peru\u2028met\u2029Chile\u0085in Lima."), ["read"]],
  ["bare-signs.jsonl", `{"text":"Peru\u2028met\u2029Chile\u0085in Lima."}\n`, ["read"]],
  ["bomb.html.gz", gzipSync(zeros), ["decompression-bomb"]],
  ["bomb.rss", `${bomb}<rss><channel><item><title>Peru &a29; met</title></item></channel></rss>`, ["read"]],
  ["bomb.zip", makeZip({ name: "a.csv", content: Buffer.from("x"), size: 1e9 }), ["input-too-large"]],
  ["brackets.txt", `${"(".repeat(10_000)}${TEXT}${")".repeat(10_000)}`, ["read"]],
  ["cut.warc", record(answer) + record(answer).slice(0, 300), ["read", "warc-damaged"]],
  ["empty-page.html", "<ul><li><a href='/a'>A</a></ul>", ["html-no-article"]],
  [
    "entities.rss",
    `<!DOCTYPE x [<!ENTITY p SYSTEM "file:///etc/passwd">]><rss><channel><item><title>Peru &p; met</title></item></channel></rss>`,
    ["read"],
  ],
  ["escaped.html", PAGE.replace("fishing", "fishing &amp;amp; trade"), ["read"]],
  ["kill.jsonl", line("KILL: story withdrawn"), ["kill-notice"]],
  ["members.csv.gz", Buffer.concat([gzipSync(CSV.slice(0, 8)), gzipSync(CSV.slice(8))]), ["read"]],
  ["no-feed.xml", "<svg><title>A</title></svg>", ["xml-unknown"]],
  ["not-http.warc", record("SSH-2.0-x") + record(answer), ["warc-damaged", "read"]],
  ["scripted.html", '<div id="root"></div><script src="app.js"></script>', ["html-scripted"]],
  ["signs.txt", "\u202eThe ﬁrst min\u00adister of Pe\u200bru\u202c met\u00a0Jose\u0301 in Lima on Monday.", ["read"]],
  ["surrogates.jsonl", '{"text":"Peru \\ud83d accused \\ude00 Chile."}\n', ["read"]],
  ["token.txt", `Peru met ${"a".repeat(100_000)} in Lima.`, ["read"]],
  ["twins.jsonl", line(TEXT, "one") + line(TEXT, "one"), ["read", "read"]],
  ["with\nbreak.txt", TEXT, ["read"]],
  ["wrong-length.warc", record(answer) + record(answer, 60) + record(answer), ["read", "warc-damaged", "read"]],
];
/** Links: to themselves, to nothing, to a folder around them. */
const LINKS = [
  ["loop.html", "loop.html", "file-unreadable"],
  ["nowhere.html", "none.html", "file-missing"],
  ["round.html", ".", "file-unreadable"],
] as const;

const folder = mkdtempSync(join(tmpdir(), "chancery-bad-folder-"));
beforeAll(() => {
  mkdirSync(join(folder, "all"));
  for (const [name, content] of FILES) writeFileSync(join(folder, "all", name), content);
  for (const [name, target] of LINKS) symlinkSync(target, join(folder, "all", name));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Told {
  readonly report?: { readonly text: string };
  readonly error?: { readonly code: string; readonly file?: string };
}

test("of a folder with every bad input each is read or named, in its place, and counted", { timeout: 120_000 }, () => {
  const { status, stdout, stderr } = runCli(["read", "--jsonl", join(folder, "all")]);
  const expected = [...FILES, ...LINKS.map(([name, , code]) => [name, "", [code]] as const)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, , told]) => told);
  const answers = linesOf<Told>(stdout);
  expect(answers.map(({ error }) => error?.code ?? "read")).toEqual(expected);
  const counts = new Map<string, number>();
  for (const code of expected) counts.set(code, (counts.get(code) ?? 0) + 1);
  const summary = stderr.trimEnd().split("\n").at(-1)!;
  expect(summary).toContain(`chancery: ${counts.get("read")} read, `);
  for (const [code, count] of counts) if (code !== "read") expect(summary).toContain(`${count} ${code}`);
  expect(summary).toContain("1 under an id given before");
  for (const { error } of answers) if (error) expect(stderr).toContain(basename(error.file!));
  expect(answers.some(({ report }) => report?.text.includes("root:"))).toBe(false);
  expect(status).toBe(3);
});

test("of feeds that are down, endless, none, and good the last is read and the others are named", async () => {
  const server = createServer((request, reply) => {
    if (request.url === "/good.rss") reply.end(`<rss><channel>${ITEM}</channel></rss>`);
    else if (request.url === "/none.rss") reply.end("Peru met Chile.");
    else if (request.url === "/endless.rss") {
      const timer = setInterval(() => reply.write(ITEM.repeat(20_000)), 1);
      reply.on("close", () => clearInterval(timer));
    } else reply.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const urls = ["down", "endless", "none", "good"].map((name) => `${base}/${name}.rss`);
  const child = startCli(["read", "--jsonl", "--allow-private", ...urls]);
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const [status] = await once(child, "close");
  server.closeAllConnections();
  server.close();
  const told = linesOf<Told>(stdout).map(({ error }) => error?.code ?? "read");
  expect(told).toEqual(["fetch-failed", "input-too-large", "xml-unknown", "read"]);
  expect(stderr).toMatch(/chancery: 1 read, 3 failed \(1 fetch-failed, 1 input-too-large, 1 xml-unknown\)\n$/);
  expect(status).toBe(3);
}, 60_000);
