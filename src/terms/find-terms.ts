/** The terms stage: labels that the text marks as somebody's own. */
import type { EntityLayer } from "../entities/index.js";
import type { Parsed } from "../language/index.js";
import type { Note, Term } from "../reading/index.js";
import type { StatementLayer } from "../statements/index.js";

export interface TermLayer {
  readonly terms: readonly Term[];
  readonly notes: readonly Note[];
}

export function findTerms(
  _parsed: Parsed,
  _entities: EntityLayer,
  _statements: StatementLayer,
  _textHash: string,
): TermLayer {
  return { terms: [], notes: [] };
}
