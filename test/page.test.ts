/** The page in a real browser: every page at three widths, light and dark, without a word on the console, and by keyboard. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, listPages, type PageServer, startPageServer } from "./page-server.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [390, 1024, 1680];
const SHARE = 12;
const isSkipped = CHROMIUM === undefined && process.env.CI !== "true";
const reason = isSkipped ? ", skipped: no Chromium is installed" : "";
const READY = ".fresh:not(.stale), .empty, .paste";

describe.skipIf(isSkipped)(`the page in Chromium${reason}`, () => {
  let server: PageServer;
  let browser: Browser;
  let pages: Readonly<Record<string, string>>;
  beforeAll(async () => {
    server = await startPageServer(SHARE);
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "chromium", args: ["--no-sandbox"] });
    pages = await listPages(server.address);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** A page whose every word on the console, fault and request elsewhere is kept. */
  async function openPage(width: number, colorScheme: "light" | "dark"): Promise<{ page: Page; faults: string[] }> {
    const faults: string[] = [];
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: false });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on("console", (message) => faults.push(`${message.type()}: ${message.text()} at ${page.url()}`));
    page.on("pageerror", (error) => faults.push(`${error.message} at ${page.url()}`));
    page.on("request", (request) => {
      if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(server.address))
        faults.push(`asks ${request.url()}`);
    });
    return { page, faults };
  }

  const visit = async (page: Page, path: string) => {
    await page.goto(server.address + path);
    await page.waitForSelector(READY);
    await page.waitForSelector("h1, .empty");
  };

  /** axe by the page's own realm: what it adds stands in no file of the page. */
  async function findFaults(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const found = await page.evaluate<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>(
      "axe.run(document, { resultTypes: ['violations'] })",
    );
    const grave = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    return grave.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.html.slice(0, 160))
          .slice(0, 3)
          .join(" | ")}`,
    );
  }

  test.each(WIDTHS.flatMap((width) => (["light", "dark"] as const).map((scheme) => [width, scheme] as const)))(
    "every page at %i px, %s: quiet console, nothing from elsewhere, no grave finding, nothing wider than the screen",
    { timeout: 600_000 },
    async (width, scheme) => {
      const { page, faults } = await openPage(width, scheme);
      const found: string[] = [];
      for (const [name, path] of Object.entries(pages)) {
        await visit(page, path);
        for (const fault of await findFaults(page)) found.push(`${name}: ${fault}`);
        const over = await page.evaluate<number>(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        if (over > 0) found.push(`${name}: ${over} px too wide`);
      }
      expect([...faults, ...found]).toEqual([]);
      await page.context().close();
    },
  );

  test("a report by keyboard: from event to event, explained, layers off and on", { timeout: 120_000 }, async () => {
    const { page, faults } = await openPage(1680, "light");
    await visit(page, (pages.report ?? "").replace(/\?.*/, ""));
    await page.keyboard.press("j");
    await page.waitForSelector(".card.on");
    expect(page.url()).toContain("event=v1");
    await page.keyboard.press("e");
    await page.waitForSelector(".explanation");
    await page.keyboard.press("2");
    expect(page.url()).toContain("off=statements");
    expect(await page.locator(".said").count()).toBe(0);
    await page.keyboard.press("2");
    expect(page.url()).not.toContain("off=");
    await page.keyboard.press("Escape");
    expect(await page.locator(".margin .card.on").count()).toBe(0);
    await page.keyboard.press("?");
    expect(await page.locator("dialog[open]").count()).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("search, theme and links by keyboard", { timeout: 120_000 }, async () => {
    const { page, faults } = await openPage(1024, "light");
    await visit(page, "/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    await page.keyboard.press("/");
    await page.keyboard.type("talks");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?q=talks/);
    await page.click(".theme");
    expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    await page.goBack();
    await page.waitForURL(`${server.address}/`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("a span of a relation is drawn, kept in the address, and answered", { timeout: 120_000 }, async () => {
    const { page, faults } = await openPage(1024, "light");
    await visit(page, pages.relation ?? "");
    const box = await page.locator(".relation-chart svg").boundingBox();
    if (!box) throw new Error("no chart");
    await page.mouse.move(box.x + 300, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 420, box.y + 110, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/span=\d{4}-\d\d-\d\d%2F\d{4}-\d\d-\d\d/);
    await page.click("text=without claims");
    expect(page.url()).toContain("claims=0");
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("a text is read in the page, and hostile text stays text", { timeout: 120_000 }, async () => {
    const { page, faults } = await openPage(1024, "light");
    await visit(page, "/read");
    await page.fill(
      "textarea",
      "Kenya accused Chad of <img src=x onerror=alert(1)> on Monday. \u202eKenya and Chad signed a treaty.",
    );
    await page.click("text=Read it");
    await page.waitForSelector(".text p");
    expect(await page.locator(".text img").count()).toBe(0);
    expect(await page.locator(".text").textContent()).toContain("<img src=x onerror=alert(1)>");
    expect(page.url()).toContain("#t=");
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("a fault is told with its remedy", { timeout: 60_000 }, async () => {
    const { page } = await openPage(390, "light");
    await visit(page, "/relation/XXX/CHN");
    const told = await page.locator("[role=alert]").textContent();
    expect(told?.length).toBeGreaterThan(30);
    await page.context().close();
  });
});
