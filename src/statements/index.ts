/** Door of the statements layer. */
export { findQuotations, type Quotation } from "./find-quotations.js";
export { findStatements } from "./find-statements.js";
export { createStatementFinder, innermostStatement } from "./innermost-statement.js";
export { createStatementKnowledge, type StatementKnowledge } from "./statement-knowledge.js";
export type {
  JudgedTrace,
  StatementAnchor,
  StatementLayer,
  StatementTrace,
  TracedStatements,
} from "./statement-layer.js";
