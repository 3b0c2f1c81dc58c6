/** Door of the judge. */
export { nameDecision, readDecision } from "./decision.js";
export { familyOf, findFeatures } from "./find-features.js";
export { findStrongest, type JudgeModel, judge, scoreFamilies, type Verdict } from "./judge.js";
export type { PartyRange, ProposedAct, Question } from "./question.js";
export { readJudge } from "./read-judge.js";
