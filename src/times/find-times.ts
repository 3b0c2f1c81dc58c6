/** The times stage: expressions of time found and resolved against the day of publication. */
import type { Parsed } from "../language/index.js";
import type { TimeLayer } from "./time-layer.js";

/** `published` is the report's ISO date or date-time, or null where it is not known. */
export function findTimes(_parsed: Parsed, _published: string | null): TimeLayer {
  return { times: [], mentions: [], notes: [] };
}
