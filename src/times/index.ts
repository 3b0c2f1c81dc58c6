/** Door of the times layer. */
export { civilDay, dayNumber, formatDay } from "./calendar.js";
export { type DayRange, dayRange } from "./day-range.js";
export { findTimes } from "./find-times.js";
export type { TimeLayer, TimeMention } from "./time-layer.js";
