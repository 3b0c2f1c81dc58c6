/** Door of the times layer. */
export { findTimes } from "./find-times.js";
export type { TimeLayer, TimeMention } from "./time-layer.js";
