/** Door of the times layer. */
export { dayNumber } from "./calendar.js";
export { findTimes } from "./find-times.js";
export type { TimeLayer, TimeMention } from "./time-layer.js";
