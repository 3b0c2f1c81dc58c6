/** Chancery as a library, in Node. */
export { loadAssets } from "./cli/load-assets.js";
export { createEngine, type Engine, type PairInput, type ReadingTrace } from "./engine.js";
export { AssetError, InputError } from "./errors.js";
export type { PairCoding } from "./events/index.js";
export type * from "./reading/contract.js";
