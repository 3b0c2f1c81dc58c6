/** What becomes of an act that is promised, refused, demanded, threatened …: data/events/embeddings.tsv as a look-up. */
import { cellOf, listOf, type Row, type Table, tableFault } from "../assets/index.js";
import type { EventStatus, EventType } from "../reading/index.js";

export interface Outcome {
  /** Null where no event remains; "=" where the inner act keeps its type. */
  readonly type: EventType | "=" | null;
  /** Null where the inner act keeps its modes. */
  readonly modes: readonly string[] | null;
  readonly status: EventStatus | null;
  /** Whether the event is told by the operator ("refuses") or by the act ("visit"). */
  readonly trigger: "operator" | "act";
  /** Whether the inner act stays an event of its own. */
  readonly keeps: boolean;
}

export type Embeddings = ReadonlyMap<string, Outcome>;

export function readEmbeddings(table: Table, codebook: ReadonlyMap<string, ReadonlySet<string>>): Embeddings {
  const found = new Map<string, Outcome>();
  for (const row of table.rows) {
    const outcome = readOutcome(table, row);
    if (outcome.type && outcome.type !== "=" && !codebook.has(outcome.type)) {
      throw tableFault(table, row, `unknown type "${outcome.type}"`);
    }
    for (const inner of listOf(table, row, "inner")) {
      const key = `${cellOf(table, row, "operator")} ${inner}`;
      if (found.has(key)) throw tableFault(table, row, `"${key}" is decided twice`);
      found.set(key, outcome);
    }
  }
  return found;
}

function readOutcome(table: Table, row: Row): Outcome {
  const type = cellOf(table, row, "type");
  const modes = cellOf(table, row, "modes");
  return {
    type: type === "" ? null : (type as EventType | "="),
    modes: modes === "=" ? null : listOf(table, row, "modes"),
    status: (cellOf(table, row, "status") || null) as EventStatus | null,
    trigger: cellOf(table, row, "trigger") === "act" ? "act" : "operator",
    keeps: cellOf(table, row, "keeps") === "yes",
  };
}

/** The outcome for an act of that type and mode under the operator: the mode's own line, the type's, else the "*" line. */
export function findOutcome(table: Embeddings, operator: string, type: EventType, mode: string): Outcome | null {
  return (
    table.get(`${operator} ${type}/${mode}`) ?? table.get(`${operator} ${type}`) ?? table.get(`${operator} *`) ?? null
  );
}
