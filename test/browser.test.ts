import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleBrowser, measurePacked } from "../scripts/bundle-browser.js";
import { type BrowserReader, CHROMIUM, openBrowser } from "./browser-reader.js";
import { corpus } from "./corpus.js";
import { engine } from "./engine.js";

const isOptional = process.env.CI !== "true";
/** Texts that are read in the browser; more of them in CI, and all two thousand by `npm run same-bytes`. */
const INPUTS = corpus(isOptional ? 60 : 400).map((text) => ({ text, published: "2022-03-30" }));
/** What a browser may have to load, packed. */
const MOST_PACKED = 25 * 1024 * 1024;

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
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openBrowser(bundle);
  }, 300_000);
  afterAll(() => reader?.close());

  const expected = () => INPUTS.map((input) => JSON.stringify(engine.read(input)));

  test("in the page", { timeout: 600_000 }, async () => {
    expect(await reader.readInPage(INPUTS)).toEqual(expected());
  });

  test("in a worker", { timeout: 600_000 }, async () => {
    expect(await reader.readInWorker(INPUTS)).toEqual(expected());
  });

  test("in the example, whose page loads nothing from elsewhere", { timeout: 300_000 }, async () => {
    const { page, base } = reader;
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
