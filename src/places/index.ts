/** Door of the places layer. */
export { findPlaces } from "./find-places.js";
export { dropArticle, foldName } from "./fold-name.js";
export {
  DEGREE_UNITS,
  GAZETTEER_MAGIC,
  GAZETTEER_VERSION,
  HEADER_WORDS,
  KIND,
  NAMES_IN_BLOCK,
  PLACE_BYTES,
  SIZE_STEPS,
} from "./gazetteer-format.js";
export { createPlaceKnowledge, type PlaceKnowledge } from "./place-knowledge.js";
export type { PlaceLayer, PlaceMention } from "./place-layer.js";
