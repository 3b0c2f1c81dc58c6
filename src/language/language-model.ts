/** The weights of the language layer, decoded and checked once. */
import type { Assets } from "../assets/index.js";
import { createLemmas, type FindLemma } from "./find-lemma.js";
import { createNetwork, type Network } from "./network.js";
import { readWeights } from "./read-weights.js";
import { readSplittingRules, type SplittingRules } from "./splitting-rules.js";

export interface LanguageModel {
  readonly format: number;
  readonly rules: SplittingRules;
  readonly network: Network;
  readonly findLemma: FindLemma;
  /** Labels by number, as the network answers them. */
  readonly labels: {
    readonly upos: readonly string[];
    readonly xpos: readonly string[];
    readonly deprels: readonly string[];
  };
}

/** Decodes the weights of `models/`; throws AssetError where they are damaged or a table is missing. */
export function createLanguageModel(assets: Pick<Assets, "model" | "splitting" | "tables">): LanguageModel {
  const weights = readWeights(assets.model);
  const { format, upos, xpos, deprels } = weights.header;
  return {
    format,
    rules: readSplittingRules(assets),
    network: createNetwork(weights),
    findLemma: createLemmas(weights, assets.tables),
    labels: { upos, xpos, deprels },
  };
}
