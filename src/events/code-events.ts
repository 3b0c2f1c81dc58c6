/** The events stage: acts found in the trees, their sides and circumstances resolved. */
import type { EventKnowledge } from "./event-knowledge.js";
import type { EventLayer, Layers } from "./event-layer.js";

export function codeEvents(_layers: Layers, _knowledge: EventKnowledge): EventLayer {
  return { events: [], traces: [], notes: [] };
}
