/** Door of the archive: `import { openArchive } from "chancery/archive"`. Loads no database until one is opened. */
export { ArchiveError, type ArchiveFault } from "../errors.js";
export type { Archive } from "./archive.js";
export type { Added, Entry, NewFailure, NewSource } from "./entry.js";
export type { Filter } from "./filter.js";
export { type Countries, loadCountries } from "./find-country.js";
export type { Paging } from "./find-records.js";
export { type OpenOptions, openArchive } from "./open-archive.js";
export type { Parameters, PlainRow } from "./query-rows.js";
export type * from "./records.js";
export type { PairRow } from "./relations/all-pairs.js";
export type { CountedAct, Relation, RelationOptions, Turn } from "./relations/ask-relation.js";
export type { ExplainedMove } from "./relations/explain-relation.js";
export type { Sentence } from "./relations/find-sentences.js";
export { loadOutlets } from "./relations/load-outlets.js";
export type { Outlet, Outlets, Switches } from "./relations/switches.js";
export { VIEW_NAMES } from "./views.js";
export type { Writer } from "./writer.js";
