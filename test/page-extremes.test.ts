/** The page with reports of one word, of a hundred thousand, and of letters that run from right to left. */
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer } from "../src/serve/index.js";
import { CHROMIUM } from "./page-server.js";
import { makeArchive, removeFolder, serve } from "./serve-helpers.js";

const PARAGRAPH = `Kenya accused Chad of theft on Monday. ${"The rain fell on the roofs of the town as it does in that month. ".repeat(2)}\n`;
const WORDS = 100_000;
const REPORTS = [
  { id: "one", published: "2031-05-05", text: "Quiet." },
  { id: "long", published: "2031-05-06", text: PARAGRAPH.repeat(WORDS / PARAGRAPH.split(/\s+/).length) },
  { id: "right", published: "2031-05-07", text: "اجتمع الوزيران في نيروبي يوم الاثنين لبحث قضايا الحدود." },
];
const isSkipped = CHROMIUM === undefined && process.env.CI !== "true";
const reason = isSkipped ? ", skipped: no Chromium is installed" : "";

describe.skipIf(isSkipped)(`extremes in Chromium${reason}`, { timeout: 120_000 }, () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const webFolder = join(import.meta.dirname, "../dist/assets/web");
    server = await serve(makeArchive("extremes.duckdb", REPORTS), { webFolder });
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "chromium", args: ["--no-sandbox"] });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(60_000);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    removeFolder();
  });

  const open = async (published: string, query = "") => {
    const listed = await fetch(`${server.address}/api/reports?since=${published}&until=${published}`);
    const { rows } = (await listed.json()) as { rows: { key: string }[] };
    await page.goto(`${server.address}/report/${rows[0]?.key}${query}`);
    await page.waitForSelector(".fresh:not(.stale)");
  };

  test("one word is a report like others", async () => {
    await open("2031-05-05");
    expect(await page.locator(".text").textContent()).toBe("Quiet.");
    expect(await page.locator(".margin").textContent()).toContain("No act");
  });

  test("a hundred thousand words come in parts, and an event brings its part", async () => {
    await open("2031-05-06");
    expect(await page.locator("*").count()).toBeLessThan(20_000);
    await page.locator(".parts").first().getByText("part 2 →").click();
    await page.waitForURL(/part=2/);
    const first = await page.locator(".text").textContent();
    await page.keyboard.press("k");
    await page.waitForURL(/event=/);
    await page.waitForSelector(".card.on");
    expect(await page.locator(".text").textContent()).not.toBe(first);
    expect(await page.locator(".parts").first().textContent()).toMatch(/part (\d+) of \1/);
  });

  test("letters that run from right to left do so", async () => {
    await open("2031-05-07");
    const direction = await page.evaluate("getComputedStyle(document.querySelector('.text p')).direction");
    expect(direction).toBe("rtl");
    expect(await page.locator(".notes").textContent()).toContain("language");
  });
});
