/** The statements stage: sources, cues and contents found, nested and ascribed to speakers. */
import type { EntityLayer } from "../entities/index.js";
import type { Parsed } from "../language/index.js";
import type { StatementKnowledge } from "./statement-knowledge.js";
import type { StatementLayer } from "./statement-layer.js";

export function findStatements(
  _parsed: Parsed,
  _entities: EntityLayer,
  _textHash: string,
  _knowledge: StatementKnowledge,
): StatementLayer {
  return { statements: [], anchors: [], notes: [] };
}
