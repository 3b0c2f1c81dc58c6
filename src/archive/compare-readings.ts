/** What a second reading of a text finds otherwise than the first. */
import type { Reading } from "../reading/index.js";

/** Records of one layer that differ. */
export interface Difference {
  readonly layer: keyof typeof LAYERS;
  /** Its key or, in a layer without keys, its id. */
  readonly record: string;
  readonly change: "gone" | "new" | "other";
}

const LAYERS = {
  entities: "id",
  places: "id",
  times: "id",
  statements: "key",
  events: "key",
  terms: "key",
  notes: "message",
} as const;

/** In the order of the layers, records that are gone or other before new ones. */
export function compareReadings(before: Reading, after: Reading): Difference[] {
  return (Object.keys(LAYERS) as (keyof typeof LAYERS)[]).flatMap((layer) => {
    const [old, fresh] = [nameRecords(before, layer), nameRecords(after, layer)];
    const changed = [...old].flatMap(([record, value]): Difference[] => {
      if (!fresh.has(record)) return [{ layer, record, change: "gone" }];
      return fresh.get(record) === value ? [] : [{ layer, record, change: "other" }];
    });
    const added = [...fresh.keys()].filter((record) => !old.has(record));
    return [...changed, ...added.map((record): Difference => ({ layer, record, change: "new" }))];
  });
}

function nameRecords(reading: Reading, layer: keyof typeof LAYERS): Map<string, string> {
  const records = reading[layer] as readonly object[];
  const name = (record: object) => String((record as Record<string, unknown>)[LAYERS[layer]]);
  return new Map(records.map((record) => [name(record), JSON.stringify(record)]));
}
