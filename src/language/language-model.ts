/** The weights of the language layer, decoded and checked once. */
import type { Table } from "../assets/index.js";
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

/** Decodes the bytes of `models/…/model.bin`; throws AssetError where they are damaged or a table is missing. */
export function createLanguageModel(bytes: Uint8Array, tables: ReadonlyMap<string, Table>): LanguageModel {
  const weights = readWeights(bytes);
  const { format, upos, xpos, deprels } = weights.header;
  return {
    format,
    rules: readSplittingRules(tables),
    network: createNetwork(weights),
    findLemma: createLemmas(weights, tables),
    labels: { upos, xpos, deprels },
  };
}
