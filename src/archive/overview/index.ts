/** What an overview of an archive gives to the outside. */
export type { Counts } from "./count-all.js";
export type { BusyActor, WeeklyCoverage } from "./desk.js";
export type { FoundReport, Parts } from "./find-report.js";
export type { CountryActs, Edge, PlaceActs } from "./world.js";
