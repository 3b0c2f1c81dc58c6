/** Door of the judge. */
export { nameDecision, readDecision } from "./decision.js";
export { familyOf, findFeatures } from "./find-features.js";
export { findPath } from "./find-path.js";
export {
  findStrongest,
  type HeadingVerdict,
  type JudgeModel,
  judge,
  judgeHeading,
  scoreFamilies,
  type Verdict,
} from "./judge.js";
export type { PartyRange, ProposedAct, Question } from "./question.js";
export { readJudge } from "./read-judge.js";
