/** For tests: Chromium with the engine bundled for browsers, in another country than this machine. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import type { ReportInput } from "../src/reading/index.js";

const ROOT = join(import.meta.dirname, "..");
const TYPES: Readonly<Record<string, string>> = { html: "text/html", js: "text/javascript" };

/** Where the system has it, undefined where it has none. */
export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

export interface BrowserReader {
  readonly page: Page;
  /** Address of the project's root as it is served to the page. */
  readonly base: string;
  /** Each input's reading as JSON. */
  readInPage(inputs: readonly ReportInput[]): Promise<string[]>;
  readInWorker(inputs: readonly ReportInput[]): Promise<string[]>;
  close(): Promise<void>;
}

const READ = `
  const { createEngine, loadAssets } = await import(base + "/dist/browser/chancery.js");
  const engine = createEngine(await loadAssets(base + "/dist/assets/"));
  return inputs.map((input) => JSON.stringify(engine.read(input)));`;

/** Serves the project with the bundle in it and opens the example's page. */
export async function openBrowser(bundle: Uint8Array): Promise<BrowserReader> {
  const server = createServer(async (request, answer) => {
    const path = new URL(request.url ?? "", "http://x").pathname;
    const name = path.endsWith("/") ? `${path}index.html` : path;
    const body = path === "/dist/browser/chancery.js" ? bundle : await readFile(join(ROOT, name)).catch(() => null);
    const type = TYPES[name.split(".").at(-1)!] ?? "application/octet-stream";
    if (body === null) answer.writeHead(404).end();
    else answer.writeHead(200, { "content-type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A root user, as in CI's containers, has no sandbox.
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? "chromium", args: ["--no-sandbox"] });
  const page = await browser.newPage({ locale: "tr-TR", timezoneId: "Asia/Kathmandu" });
  await page.goto(`${base}/examples/browser/`);
  return {
    page,
    base,
    readInPage: (inputs) =>
      page.evaluate(`(async (base, inputs) => {${READ}})(${JSON.stringify(base)}, ${JSON.stringify(inputs)})`),
    readInWorker: (inputs) => page.evaluate(programOf({ base, inputs })),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Starts a worker from the page and waits for its answer. */
function programOf(asked: { readonly base: string; readonly inputs: readonly ReportInput[] }): string {
  const program = `onmessage = async ({ data: { base, inputs } }) => postMessage(await (async () => {${READ}})());`;
  return `new Promise((resolve, reject) => {
    const blob = new Blob([${JSON.stringify(program)}], { type: "text/javascript" });
    const worker = new Worker(URL.createObjectURL(blob), { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (error) => reject(new Error(error.message));
    worker.postMessage(${JSON.stringify(asked)});
  })`;
}
