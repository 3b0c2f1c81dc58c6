/** The entities stage: mentions found, then resolved to one entity for each real actor. */
import type { Parsed } from "../language/index.js";
import type { NameKnowledge } from "../names/index.js";
import type { Report } from "../reading/index.js";
import type { EntityLayer } from "./entity-layer.js";

export function findEntities(parsed: Parsed, _report: Report, _names: NameKnowledge): EntityLayer {
  return { entities: [], mentions: [], mentionAt: new Int32Array(parsed.length).fill(-1), notes: [] };
}
