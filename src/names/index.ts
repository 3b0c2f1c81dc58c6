/** Door of the names layer. */
export type { NameKnowledge } from "./name-knowledge.js";
export { createNameKnowledge } from "./name-knowledge.js";
