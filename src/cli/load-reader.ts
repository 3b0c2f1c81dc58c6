/** Loads all that one thread needs to read reports and to tell of them. */
import { type BriefingWords, createBriefingWords } from "../briefing/index.js";
import { createEngine, type Engine } from "../engine.js";
import type { ActorList } from "../names/index.js";
import { loadAssets } from "./load-assets.js";

export interface Reader {
  readonly engine: Engine;
  /** Words of a briefing. */
  readonly words: BriefingWords;
}

/** Throws AssetError where the package's own data are missing or faulty. */
export async function loadReader(actors: ActorList | null): Promise<Reader> {
  const assets = await loadAssets();
  return { engine: createEngine(assets, { actors }), words: createBriefingWords(assets.tables) };
}
