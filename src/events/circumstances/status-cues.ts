/** The words that tell whether an act happened, as data/events/status-cues.tsv lists them. */
import { type Assets, cellOf, listOf, type Row, type Table, tableFault, tableOf } from "../../assets/index.js";
import type { EventStatus } from "../../reading/index.js";

/** A word that gives a status to what hangs on it: "denied" to "firing", "plans" to "strikes". */
export interface Governor {
  readonly status: EventStatus;
  /** Prepositions that the noun must have after it ("hint at"); empty for any. */
  readonly cases: readonly string[];
}

/** What a word gives to a clause that hangs on it, and to a noun. */
export interface Governors {
  readonly clause: ReadonlyMap<string, readonly Governor[]>;
  readonly noun: ReadonlyMap<string, readonly Governor[]>;
}

export interface StatusCues {
  /** Verbs and adjectives: "denied arming", "ready to talk", "threatened war". */
  readonly verbs: Governors;
  /** Nouns: "the threat of war", "a plan to withdraw". */
  readonly nouns: Governors;
  /** Status by word for each kind of word beside the act: "would", "if", "planned", "without". */
  readonly beside: ReadonlyMap<string, ReadonlyMap<string, EventStatus>>;
  /** Words by kind that carry no status themselves: verbs that share their own with their noun ("launch strikes"). */
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
}

const STATUSES: readonly string[] = ["actual", "historical", "future", "hypothetical", "negated"];

/** Reads the cues; throws AssetError for a status that the contract lacks. */
export function createStatusCues(assets: Pick<Assets, "tables">): StatusCues {
  const table = tableOf(assets, "events/status-cues");
  const beside = new Map<string, Map<string, EventStatus>>();
  const kinds = new Map<string, Set<string>>();
  for (const row of table.rows) {
    const [kind, word] = [cellOf(table, row, "kind"), cellOf(table, row, "word")];
    const status = readStatus(table, row);
    if (status === null) addTo(kinds, kind, () => new Set<string>()).add(word);
    else if (!kind.endsWith("governor")) addTo(beside, kind, () => new Map<string, EventStatus>()).set(word, status);
  }
  return { verbs: readGovernors(table, "governor"), nouns: readGovernors(table, "noun-governor"), beside, kinds };
}

function readGovernors(table: Table, kind: string): Governors {
  const clause = new Map<string, Governor[]>();
  const noun = new Map<string, Governor[]>();
  for (const row of table.rows) {
    const status = readStatus(table, row);
    if (cellOf(table, row, "kind") !== kind || status === null) continue;
    const governor = { status, cases: listOf(table, row, "case") };
    const takes = listOf(table, row, "takes");
    const word = cellOf(table, row, "word");
    if (takes.includes("clause")) addTo(clause, word, () => []).push(governor);
    if (takes.includes("noun")) addTo(noun, word, () => []).push(governor);
  }
  return { clause, noun };
}

/** Whether the word is of a kind that carries no status itself. */
export function isOfKind(cues: StatusCues, kind: string, word: string): boolean {
  return cues.kinds.get(kind)?.has(word) ?? false;
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
