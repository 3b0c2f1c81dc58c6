/** The nearest CAMEO code of an event and its Goldstein value, by the crosswalk of data/events/. */
import { type Assets, cellOf, listOf, type Row, type Table, tableFault, tableOf } from "../../assets/index.js";
import type { EventStatus, EventType } from "../../reading/index.js";
import { numberOf } from "./codebook.js";

/** One line of the crosswalk; an empty cell fits whatever the event has. */
interface Crossing {
  readonly mode: string;
  readonly status: string;
  readonly context: string;
  readonly words: ReadonlySet<string>;
  /** Words of which one must stand beside one of `words`: "demand" beside "release". */
  readonly beside: ReadonlySet<string>;
  readonly code: string;
  /** How much the line asks for: of the lines that fit, the most exacting decides. */
  readonly weight: number;
}

export interface CameoKnowledge {
  readonly crossings: ReadonlyMap<string, readonly Crossing[]>;
  /** Goldstein value by CAMEO code, −10…10. */
  readonly goldstein: ReadonlyMap<string, number>;
}

/** What the crosswalk looks at. */
export interface CameoQuestion {
  readonly type: EventType;
  readonly modes: readonly string[];
  readonly status: EventStatus;
  readonly contexts: readonly string[];
  /** Lower-case lemmas of trigger, promised act, topic and objects, "release" in "announced the release". */
  readonly words: ReadonlySet<string>;
}

/** Reads the crosswalk and the codes' values; throws AssetError where the crosswalk names an unknown code. */
export function createCameoKnowledge(assets: Pick<Assets, "tables">): CameoKnowledge {
  const codes = tableOf(assets, "events/cameo");
  const goldstein = new Map<string, number>();
  for (const row of codes.rows) goldstein.set(cellOf(codes, row, "code"), numberOf(codes, row, "goldstein"));
  const table = tableOf(assets, "events/cameo-crosswalk");
  const crossings = new Map<string, Crossing[]>();
  for (const row of table.rows) {
    const type = cellOf(table, row, "type");
    const crossing = readCrossing(table, row);
    if (!goldstein.has(crossing.code)) throw tableFault(table, row, `no CAMEO code "${crossing.code}" in events/cameo`);
    crossings.set(type, [...(crossings.get(type) ?? []), crossing]);
  }
  return { crossings, goldstein };
}

/** Nearest code and its Goldstein value, both null for a type that the crosswalk lacks. */
export function resolveCameo(
  question: CameoQuestion,
  knowledge: CameoKnowledge,
): { readonly cameo: string | null; readonly goldstein: number | null } {
  let best: Crossing | null = null;
  for (const crossing of knowledge.crossings.get(question.type) ?? []) {
    if (fits(crossing, question) && crossing.weight > (best?.weight ?? -1)) best = crossing;
  }
  if (best === null) return { cameo: null, goldstein: null };
  return { cameo: best.code, goldstein: knowledge.goldstein.get(best.code) ?? null };
}

function readCrossing(table: Table, row: Row): Crossing {
  const [mode, status, context] = [
    cellOf(table, row, "mode"),
    cellOf(table, row, "status"),
    cellOf(table, row, "context"),
  ];
  const words = new Set(listOf(table, row, "words"));
  const beside = new Set(listOf(table, row, "beside"));
  const wordLists = Math.min(words.size, 1) + Math.min(beside.size, 1);
  const weight = (status ? 16 : 0) + 4 * wordLists + (mode ? 2 : 0) + (context ? 1 : 0);
  return { mode, status, context, words, beside, code: cellOf(table, row, "cameo"), weight };
}

function fits(crossing: Crossing, question: CameoQuestion): boolean {
  const { mode, status, context, words, beside } = crossing;
  return (
    (mode === "" || mode === question.modes[0]) &&
    (status === "" || status === question.status) &&
    (context === "" || question.contexts.includes(context)) &&
    hasOneOf(question, words) &&
    hasOneOf(question, beside)
  );
}

function hasOneOf(question: CameoQuestion, words: ReadonlySet<string>): boolean {
  if (words.size === 0) return true;
  for (const word of words) if (question.words.has(word)) return true;
  return false;
}
