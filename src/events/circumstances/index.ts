/** Door of the circumstances of events. */
export { type CircumstanceKnowledge, createCircumstanceKnowledge } from "./circumstance-knowledge.js";
export { type Circumstances, type Reference, resolveCircumstances } from "./resolve-circumstances.js";
