/** `npm run screens [-- WIDTH]`: pictures of every page at three widths, light and dark, into docs/screens; to be looked at. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { CHROMIUM, listPages, startPageServer } from "../test/page-server.js";

const FOLDER = join(import.meta.dirname, "../docs/screens");
const WIDTHS = { 390: 844, 1024: 900, 1680: 1050 } as const;
/** JPEG of this quality keeps all pictures together below 3 MB. */
const QUALITY: Readonly<Record<string, number>> = { 390: 40, 1024: 40, 1680: 24 };
const [only] = process.argv.slice(2);
const NOT_SHOWN = new Set(["unknown"]);

const server = await startPageServer(1);
const browser = await chromium.launch({ executablePath: CHROMIUM ?? "chromium", args: ["--no-sandbox"] });
if (only === undefined) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const [width, height] of Object.entries(WIDTHS).filter(([width]) => only === undefined || width === only))
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({
      viewport: { width: Number(width), height },
      colorScheme,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(await listPages(server.address)))
      if (!NOT_SHOWN.has(name)) await shoot(page, path, `${name}-${width}-${colorScheme}.jpg`, QUALITY[width] ?? 40);
    await context.close();
  }
await browser.close();
await server.close();

async function shoot(page: Page, path: string, name: string, quality: number): Promise<void> {
  await page.goto(server.address + path);
  await page.waitForSelector(".fresh:not(.stale), .empty, .paste");
  await page.evaluate("document.fonts.ready");
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(FOLDER, name), type: "jpeg", quality });
  console.log(name);
}
