/** Door of the mending of headlines' trees. */
export type { HeadingWords } from "./draft.js";
export { relinkMentions } from "./relink-mentions.js";
export { straightenHeadings } from "./straighten-headings.js";
