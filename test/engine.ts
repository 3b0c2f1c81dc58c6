/** For tests: one engine on the package's own assets. */
import { loadAssets } from "../src/cli/load-assets.js";
import { createEngine } from "../src/engine.js";

export const assets = await loadAssets();
export const engine = createEngine(assets);
