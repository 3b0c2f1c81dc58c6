/** What is known before a report is looked at: how English reads. */
import type { Assets } from "../assets/index.js";
import { type EnglishModel, readEnglishModel } from "./english-model.js";

export interface ReportKnowledge {
  readonly english: EnglishModel;
}

/** Builds the knowledge; throws AssetError where the weights are damaged. */
export function createReportKnowledge({ english }: Pick<Assets, "english">): ReportKnowledge {
  return { english: readEnglishModel(english) };
}
