/** `npm run bundle`: writes the engine for browsers to dist/browser/chancery.js and tells what a browser loads. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleBrowser, measurePacked } from "./bundle-browser.js";
import { formatSizes } from "./format-sizes.js";

const folder = join(import.meta.dirname, "..", "dist", "browser");
const bundle = await bundleBrowser();
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "chancery.js"), bundle);
console.log(formatSizes(measurePacked(bundle)));
