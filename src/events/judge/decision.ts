/** Names for the judge's own decisions, which stand where a rule's id would. */
import type { EventType } from "../../reading/index.js";

const PREFIX = "judge-";

/** Id of the decision for a type. */
export function nameDecision(type: EventType): string {
  return PREFIX + type.toLowerCase();
}

/** The type that such an id names, null for a rule's id. */
export function readDecision(rule: string): string | null {
  return rule.startsWith(PREFIX) ? rule.slice(PREFIX.length).toUpperCase() : null;
}
