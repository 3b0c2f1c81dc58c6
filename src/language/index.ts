/** Door of the language layer. */
export { cleanText, placeBack } from "./clean-text.js";
export { annotateBlock, annotateConllu, formatConllu } from "./conllu.js";
export { createLanguageModel, type LanguageModel } from "./language-model.js";
export { parseSketch } from "./parse-sketch.js";
export { parseText } from "./parse-text.js";
export type { Parsed, Sentence } from "./parsed.js";
export {
  childBy,
  children,
  childrenBy,
  hasRelation,
  isUnder,
  pathToRoot,
  relation,
  spanOf,
  subtreeRange,
  tokenAt,
} from "./readers.js";
