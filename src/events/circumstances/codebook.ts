/** PLOVER's types and modes with their quads and scores, as data/events/types.tsv and modes.tsv have them. */
import { type Assets, cellOf, type Row, type Table, tableFault, tableOf } from "../../assets/index.js";
import type { EventType } from "../../reading/index.js";

type Tables = Pick<Assets, "tables">;

/** What the codebook says of a type. */
export interface TypeFacts {
  readonly quad: 1 | 2 | 3 | 4;
  /** Conflict–cooperation score, −10…10, of an event without a mode. */
  readonly score: number;
  /** Score by mode; its keys are the modes that the type may have. */
  readonly modes: ReadonlyMap<string, number>;
}

export type Codebook = ReadonlyMap<EventType, TypeFacts>;

/** Reads and checks both tables; throws AssetError where a number or a type's name is wrong. */
export function createCodebook(assets: Tables): Codebook {
  const types = tableOf(assets, "events/types");
  const modes = readModes(tableOf(assets, "events/modes"));
  const codebook = new Map<EventType, TypeFacts>();
  for (const row of types.rows) {
    const type = cellOf(types, row, "type") as EventType;
    codebook.set(type, {
      quad: readQuad(types, row),
      score: numberOf(types, row, "score"),
      modes: modes.get(type) ?? new Map(),
    });
  }
  return codebook;
}

/** Score of an event: that of its first mode where the type has that mode, else the type's. */
export function scoreOf(facts: TypeFacts, modes: readonly string[]): number {
  const [primary] = modes;
  return (primary === undefined ? undefined : facts.modes.get(primary)) ?? facts.score;
}

/** A cell that must hold a number; an AssetError names the line where it does not. */
export function numberOf(table: Table, row: Row, column: string): number {
  const value = Number(cellOf(table, row, column) || Number.NaN);
  if (!Number.isFinite(value)) throw tableFault(table, row, `${column} is no number`);
  return value;
}

function readQuad(table: Table, row: Row): TypeFacts["quad"] {
  const quad = numberOf(table, row, "quad");
  if (quad !== 1 && quad !== 2 && quad !== 3 && quad !== 4) throw tableFault(table, row, "quad is not 1 to 4");
  return quad;
}

function readModes(table: Table): Map<string, Map<string, number>> {
  const byType = new Map<string, Map<string, number>>();
  for (const row of table.rows) {
    const type = cellOf(table, row, "type");
    const modes = byType.get(type) ?? new Map<string, number>();
    modes.set(cellOf(table, row, "mode"), numberOf(table, row, "score"));
    byType.set(type, modes);
  }
  return byType;
}
