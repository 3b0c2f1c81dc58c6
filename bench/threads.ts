/** `npm run bench:threads`: how much faster two threads read than one; worth something on a machine that does nothing else. */
import { loadAssets } from "../src/cli/load-assets.js";
import { compareThreads, formatThreads } from "./compare-threads.js";
import { makeTexts } from "./make-texts.js";

/** Enough that both threads have compiled their code long before the end. */
const TEXTS = 800;

console.log(formatThreads(await compareThreads(makeTexts(await loadAssets(), TEXTS))));
