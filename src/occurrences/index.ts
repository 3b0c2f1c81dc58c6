/** Door of the occurrences layer: tellings of one act, gathered. */
export { type Decisions, NO_DECISIONS, type TellingPair } from "./decisions.js";
export { gatherActs } from "./gather.js";
export { type KnownKeys, makeOccurrences, type Occurrence, type Telling } from "./occurrence.js";
export { partyKey } from "./sides.js";
export { claimOf, type Filed, tellActs } from "./tell-acts.js";
export { type Claim, type Party, type ToldAct, type ToldPlace, tellingKey } from "./told-act.js";
