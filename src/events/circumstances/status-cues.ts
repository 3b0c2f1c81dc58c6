/** The words that tell whether an act happened, as data/events/status-cues.tsv lists them. */
import { type Assets, cellOf, listOf, type Row, type Table, tableFault, tableOf } from "../../assets/index.js";
import type { EventStatus } from "../../reading/index.js";

/** A word that gives a status to what hangs on it: "denied" to "firing", "plans" to "strikes". */
export interface Governor {
  readonly status: EventStatus;
  /** Prepositions that the noun must have after it ("hint at"); empty for any. */
  readonly cases: readonly string[];
}

export interface StatusCues {
  /** By the word, what it gives to a clause that hangs on it. */
  readonly overClauses: ReadonlyMap<string, readonly Governor[]>;
  /** By the word, what it gives to a noun that hangs on it. */
  readonly overNouns: ReadonlyMap<string, readonly Governor[]>;
  /** Status by word for each kind of word beside the act: "would", "if", "planned", "without". */
  readonly beside: ReadonlyMap<string, ReadonlyMap<string, EventStatus>>;
  /** Words by kind that carry no status themselves: verbs that share their own with their noun ("launch strikes"). */
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
}

const STATUSES: readonly string[] = ["actual", "historical", "future", "hypothetical", "negated"];

/** Reads the cues; throws AssetError for a status that the contract lacks. */
export function createStatusCues(assets: Pick<Assets, "tables">): StatusCues {
  const table = tableOf(assets, "events/status-cues");
  const overClauses = new Map<string, Governor[]>();
  const overNouns = new Map<string, Governor[]>();
  const beside = new Map<string, Map<string, EventStatus>>();
  const kinds = new Map<string, Set<string>>();
  for (const row of table.rows) {
    const [kind, word] = [cellOf(table, row, "kind"), cellOf(table, row, "word")];
    const status = readStatus(table, row);
    if (status === null) addTo(kinds, kind, () => new Set<string>()).add(word);
    else if (kind !== "governor") addTo(beside, kind, () => new Map<string, EventStatus>()).set(word, status);
    else {
      const governor = { status, cases: listOf(table, row, "case") };
      const takes = listOf(table, row, "takes");
      if (takes.includes("clause")) addTo(overClauses, word, () => []).push(governor);
      if (takes.includes("noun")) addTo(overNouns, word, () => []).push(governor);
    }
  }
  return { overClauses, overNouns, beside, kinds };
}

function readStatus(table: Table, row: Row): EventStatus | null {
  const status = cellOf(table, row, "status");
  if (status === "") return null;
  if (!STATUSES.includes(status)) throw tableFault(table, row, `no status "${status}"`);
  return status as EventStatus;
}

function addTo<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
