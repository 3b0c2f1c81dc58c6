/** The layers of the reading view, kept in the address by those that are off. */
import type { Reading } from "../../../src/reading/index.js";
import { setQuery } from "../url/location.js";

export const LAYERS = ["events", "statements", "who", "where", "words"] as const;
export type LayerName = (typeof LAYERS)[number];

export const LAYER_NAMES: Readonly<Record<LayerName, string>> = {
  events: "Events",
  statements: "Statements",
  who: "Who",
  where: "Where, when",
  words: "Words",
};

export function countLayer(reading: Reading, layer: LayerName): number {
  if (layer === "who") return reading.entities.length;
  if (layer === "where") return reading.places.length + reading.times.length;
  if (layer === "words") return reading.terms.length;
  return reading[layer].length;
}

export function turnLayer(shown: ReadonlySet<LayerName>, layer: LayerName): void {
  setQuery({ off: LAYERS.filter((one) => shown.has(one) === (one === layer)).join(",") });
}
