/** A reading with its records by id, and the words to tell it with. */
import type { Entity, Place, Reading, Statement } from "../reading/index.js";
import type { BriefingWords } from "./briefing-words.js";

export interface Scene {
  readonly reading: Reading;
  readonly words: BriefingWords;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly places: ReadonlyMap<string, Place>;
  readonly statements: ReadonlyMap<string, Statement>;
}

export function setScene(reading: Reading, words: BriefingWords): Scene {
  const { entities, places, statements } = reading;
  return {
    reading,
    words,
    entities: indexById(entities),
    places: indexById(places),
    statements: indexById(statements),
  };
}

function indexById<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
