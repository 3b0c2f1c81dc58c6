/** The words that say what is counted: "killed", "protesters", "dollars", from data/events/. */
import { type Assets, cellOf, tableFault, tableOf } from "../../assets/index.js";
import type { EventType, Quantity } from "../../reading/index.js";
import { createNumberWords, type NumberWords } from "./number-words.js";

export type QuantityKind = Quantity["kind"];

export interface QuantityWords {
  readonly verbs: ReadonlyMap<string, QuantityKind>;
  readonly nouns: ReadonlyMap<string, QuantityKind>;
  /** ISO 4217 code by symbol or noun. */
  readonly currencies: ReadonlyMap<string, string>;
  readonly numbers: NumberWords;
}

/** Types of which an amount of each kind may be told: nobody is "dead" by a meeting. */
export const KIND_FITS: Readonly<Record<QuantityKind, readonly EventType[]>> = {
  dead: ["ASSAULT", "PROTEST", "COERCE"],
  injured: ["ASSAULT", "PROTEST", "COERCE"],
  arrested: ["COERCE", "PROTEST", "SANCTION", "RETREAT", "ASSAULT"],
  displaced: ["ASSAULT", "SANCTION", "COERCE", "AID", "RETREAT"],
  participants: ["PROTEST", "CONSULT", "COOPERATE", "AGREE", "MOBILIZE"],
  troops: ["MOBILIZE", "RETREAT", "COOPERATE", "AID", "AGREE", "ASSAULT", "CONCEDE"],
  money: ["AID", "AGREE", "SANCTION", "COOPERATE", "REQUEST", "REJECT", "SUPPORT", "CONCEDE", "COERCE"],
  other: ["ASSAULT", "AID", "AGREE", "RETREAT", "CONCEDE", "SANCTION", "COERCE", "MOBILIZE", "COOPERATE"],
};

export function createQuantityWords(assets: Pick<Assets, "tables">): QuantityWords {
  const table = tableOf(assets, "events/quantity-nouns");
  const verbs = new Map<string, QuantityKind>();
  const nouns = new Map<string, QuantityKind>();
  for (const row of table.rows) {
    const kind = cellOf(table, row, "kind");
    if (!Object.hasOwn(KIND_FITS, kind)) throw tableFault(table, row, `no kind of quantity "${kind}"`);
    const words = cellOf(table, row, "role") === "verb" ? verbs : nouns;
    words.set(cellOf(table, row, "word"), kind as QuantityKind);
  }
  const money = tableOf(assets, "events/currencies");
  const currencies = new Map(money.rows.map((row) => [cellOf(money, row, "word"), cellOf(money, row, "currency")]));
  return { verbs, nouns, currencies, numbers: createNumberWords(assets) };
}
