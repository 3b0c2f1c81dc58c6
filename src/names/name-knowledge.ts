/** What is known of names before a report is read: states, their adjectives, demonyms, capitals and seats of power. */
import type { Table } from "../assets/index.js";

export interface NameKnowledge {
  readonly tables: ReadonlyMap<string, Table>;
}

/** Builds and checks the knowledge; throws AssetError that names file and line. */
export function createNameKnowledge(tables: ReadonlyMap<string, Table>): NameKnowledge {
  return { tables };
}
