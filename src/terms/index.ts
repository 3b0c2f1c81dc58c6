/** Door of the terms layer. */
export { findTerms, type TermLayer } from "./find-terms.js";
