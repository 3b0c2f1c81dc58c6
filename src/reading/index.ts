/** Door of the contract layer. */
export type * from "./contract.js";
export { hashBytes, hashText, makeKey } from "./keys.js";
export { roundCoordinate, roundNumber } from "./round.js";
export { compareSpans, makeSpan, wordsOf } from "./spans.js";
