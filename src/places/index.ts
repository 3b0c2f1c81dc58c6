/** Door of the places layer. */
export { findPlaces } from "./find-places.js";
export { createPlaceKnowledge, type PlaceKnowledge } from "./place-knowledge.js";
export type { PlaceLayer, PlaceMention } from "./place-layer.js";
