import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleBrowser, measurePacked } from "../scripts/bundle-browser.js";
import { corpus } from "./corpus.js";
import { engine } from "./engine.js";

const ROOT = join(import.meta.dirname, "..");
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));
const isOptional = process.env.CI !== "true";
/** Texts that are read in the browser; more of them in CI. */
const INPUTS = corpus(isOptional ? 60 : 400).map((text) => ({ text, published: "2022-03-30" }));
/** What a browser may have to load, packed. */
const MOST_PACKED = 25 * 1024 * 1024;

const TYPES: Readonly<Record<string, string>> = { html: "text/html", js: "text/javascript" };
let bundle: Uint8Array;
beforeAll(async () => {
  bundle = await bundleBrowser();
});

test("engine and weights are at most 25 MiB packed", () => {
  const packed = measurePacked(bundle).reduce((sum, size) => sum + size.packed, 0);
  expect(packed).toBeLessThan(MOST_PACKED);
});

const isSkipped = CHROMIUM === undefined && isOptional;
const reason = isSkipped ? ", skipped: no Chromium is installed" : "";
describe.skipIf(isSkipped)(`Chromium reads what Node reads${reason}`, () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  let base = "";

  beforeAll(async () => {
    server = createServer(async (request, answer) => {
      const path = new URL(request.url ?? "", "http://x").pathname;
      const name = path.endsWith("/") ? `${path}index.html` : path;
      const body = path === "/dist/browser/chancery.js" ? bundle : await readFile(join(ROOT, name)).catch(() => null);
      if (body === null) answer.writeHead(404).end();
      else
        answer
          .writeHead(200, { "content-type": TYPES[name.split(".").at(-1)!] ?? "application/octet-stream" })
          .end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // A root user, as in CI's containers, has no sandbox.
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "chromium", args: ["--no-sandbox"] });
    page = await browser.newPage({ locale: "tr-TR", timezoneId: "Asia/Kathmandu" });
    await page.goto(`${base}/examples/browser/`);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const expected = () => INPUTS.map((input) => JSON.stringify(engine.read(input)));
  const READ = `
    const { createEngine, loadAssets } = await import(base + "/dist/browser/chancery.js");
    const engine = createEngine(await loadAssets(base + "/dist/assets/"));
    return inputs.map((input) => JSON.stringify(engine.read(input)));`;

  test("in the page", { timeout: 600_000 }, async () => {
    const told = await page.evaluate(
      `(async (base, inputs) => {${READ}})(${JSON.stringify(base)}, ${JSON.stringify(INPUTS)})`,
    );
    expect(told).toEqual(expected());
  });

  test("in a worker", { timeout: 600_000 }, async () => {
    const program = `onmessage = async ({ data: { base, inputs } }) => postMessage(await (async () => {${READ}})());`;
    const told = await page.evaluate(
      `new Promise((resolve, reject) => {
        const blob = new Blob([${JSON.stringify(program)}], { type: "text/javascript" });
        const worker = new Worker(URL.createObjectURL(blob), { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (error) => reject(new Error(error.message));
        worker.postMessage(${JSON.stringify({ base, inputs: INPUTS })});
      })`,
    );
    expect(told).toEqual(expected());
  });

  test("in the example, whose page loads nothing from elsewhere", { timeout: 300_000 }, async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    await page.waitForSelector("body[data-read=yes] #events li", { timeout: 240_000 });
    const reading = await page.evaluate<string>("JSON.stringify(window.lastReading)");
    const text = await page.evaluate<string>("document.getElementById('text').value");
    expect(reading).toBe(JSON.stringify(engine.read({ text, published: "2021-05-12" })));
    expect(asked.filter((url) => !url.startsWith(base) && !url.startsWith("blob:"))).toEqual([]);
  });
});
