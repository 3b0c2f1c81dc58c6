/** Door of the briefing: a reading in words for people, and the layout that other output for people shares. */
export { type BriefingWords, createBriefingWords } from "./briefing-words.js";
export { measureWidth } from "./display-width.js";
export { type BriefingOptions, formatBriefing } from "./format-briefing.js";
export { type Indent, layOut, layOutWithEnd, makeRun, type Page, type Run, type Style } from "./layout.js";
export { makePrintable } from "./printable.js";
