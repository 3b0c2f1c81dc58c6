/**
 * `npm run bench:page`: how soon a page can be read and used in Chromium, and how much JavaScript it takes. The server of
 * the whole chronicle (or the one at CHANCERY_PAGE) has answered before, the browser has not.
 */
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { CHROMIUM, listPages, startPageServer } from "../test/page-server.js";

const TIMES = 7;
const PAGES = ["desk", "relation", "report", "map", "network"];

interface Visit {
  /** Milliseconds from asking until the content stands and the page is idle. */
  readonly ms: number;
  /** Bytes of JavaScript that was fetched, as gzip. */
  readonly script: number;
}

if (CHROMIUM === undefined) {
  console.log("No figures: Chromium is not installed.");
  process.exit(1);
}
const server = await startPageServer(1);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
const paths = await listPages(server.address);
console.log(`median of ${TIMES} visits${" ".repeat(5)}interactive ms   JavaScript KiB, gzipped`);
for (const name of PAGES) {
  const visits: Visit[] = [];
  for (let i = 0; i <= TIMES; i += 1) visits.push(await visit(browser, `${server.address}${paths[name]}`));
  // The first visit is the server's: from then on it has the answer at hand.
  const times = visits.slice(1).map(({ ms }) => ms);
  const ms = times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN;
  const script = (visits.at(-1)?.script ?? 0) / 1024;
  console.log(`${name.padEnd(22)}${ms.toFixed(0).padStart(18)}${script.toFixed(1).padStart(26)}`);
}
await browser.close();
await server.close();

/** Opens the address as a browser that was never there. */
async function visit(from: Browser, address: string): Promise<Visit> {
  const context = await from.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(address);
  await page.waitForSelector(".fresh:not(.stale), .empty");
  const ms = await page.evaluate<number>(
    "new Promise((done) => requestIdleCallback(() => done(performance.now()), { timeout: 5000 }))",
  );
  const script = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return { ms, script };
}
