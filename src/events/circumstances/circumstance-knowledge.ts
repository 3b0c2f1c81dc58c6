/** All that the circumstances of events are resolved with, from the tables of data/events/. */
import { type Assets, cellOf, type Table } from "../../assets/index.js";
import type { ActNouns } from "./attached-times.js";
import { type CameoKnowledge, createCameoKnowledge } from "./cameo.js";
import { type Codebook, createCodebook } from "./codebook.js";
import { type ContextKnowledge, createContextKnowledge } from "./contexts.js";
import { createQuantityWords, type QuantityWords } from "./quantity-words.js";
import { createPlaceParts, createPlacePrepositions, type ScenePrepositions } from "./resolve-places.js";
import { createStatusCues, type StatusCues } from "./status-cues.js";

export interface CircumstanceKnowledge {
  readonly codebook: Codebook;
  readonly cameo: CameoKnowledge;
  readonly contexts: ContextKnowledge;
  readonly cues: StatusCues;
  readonly quantities: QuantityWords;
  readonly prepositions: ScenePrepositions;
  readonly placeParts: ReadonlySet<string>;
  readonly actNouns: ActNouns;
}

/** Builds and checks the knowledge; throws AssetError that names file and line. */
export function createCircumstanceKnowledge(tables: ReadonlyMap<string, Table>): CircumstanceKnowledge {
  const assets: Pick<Assets, "tables"> = { tables };
  return {
    codebook: createCodebook(assets),
    cameo: createCameoKnowledge(assets),
    contexts: createContextKnowledge(assets),
    cues: createStatusCues(assets),
    quantities: createQuantityWords(assets),
    prepositions: createPlacePrepositions(assets),
    placeParts: createPlaceParts(assets),
    actNouns: readActNouns(tables.get("events/predicates")),
  };
}

/** The nouns that the coder's rules know as acts: "attack", "visit". */
function readActNouns(table: Table | undefined): ActNouns {
  if (table === undefined) return new Set();
  const nouns = table.rows.filter((row) => cellOf(table, row, "kind") === "noun");
  return new Set(nouns.map((row) => cellOf(table, row, "words")));
}
