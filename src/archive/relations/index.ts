/** What relations between two countries give to the outside. */
export type { PairRow, PairSummary } from "./all-pairs.js";
export type { CountedAct, Relation, RelationOptions, Turn } from "./ask-relation.js";
export type { ExplainedMove } from "./explain-relation.js";
export type { Sentence } from "./find-sentences.js";
export { loadOutlets } from "./load-outlets.js";
export type { Outlet, Outlets, Switches } from "./switches.js";
