/** Door of the circumstances of events. */

export { type CircumstanceKnowledge, createCircumstanceKnowledge } from "./circumstance-knowledge.js";
export { lowerBound } from "./clauses.js";
export { type Circumstances, type Reference, resolveCircumstances } from "./resolve-circumstances.js";
