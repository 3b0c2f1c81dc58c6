/** The places stage: place names found and resolved against the gazetteer. */
import type { EntityLayer } from "../entities/index.js";
import type { Parsed } from "../language/index.js";
import type { NameKnowledge } from "../names/index.js";
import type { PlaceKnowledge } from "./place-knowledge.js";
import type { PlaceLayer } from "./place-layer.js";

export function findPlaces(
  _parsed: Parsed,
  _entities: Pick<EntityLayer, "mentions" | "entities">,
  _names: NameKnowledge,
  _places: PlaceKnowledge,
): PlaceLayer {
  return { places: [], mentions: [], notes: [] };
}
