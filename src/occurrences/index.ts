/** Door of the occurrences layer: tellings of one act, gathered. */
export { type Decisions, NO_DECISIONS, type TellingPair } from "./decisions.js";
export { gatherActs } from "./gather.js";
export { reachable, type Sign, signOf } from "./neighbours.js";
export { type KnownKeys, makeOccurrences, type Occurrence, type Telling } from "./occurrence.js";
export { type Claim, type Party, type ToldAct, type ToldPlace, tellingKey } from "./told-act.js";
export { type Stretch, topicsOf } from "./topics.js";
