/** Door of the events layer. */
export { addStruckPlaces } from "./add-struck-places.js";
export { codeEvents } from "./code-events.js";
export { codePair, type PairCoding } from "./code-pair.js";
export { createEventKnowledge, describeRule, type EventKnowledge } from "./event-knowledge.js";
export type { EventLayer, EventTrace, Layers, Weighed } from "./event-layer.js";
