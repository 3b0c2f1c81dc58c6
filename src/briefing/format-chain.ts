/** Tells through whom the report has something: the outermost speaker first. */
import type { Statement } from "../reading/index.js";
import { type Cast, formatNames } from "./format-parties.js";

/** Speakers from the outermost statement to the named one: "Tass ← Sergei Lavrov"; null for the report itself. */
export function formatChain(id: string | null, statements: ReadonlyMap<string, Statement>, cast: Cast): string | null {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let next = id; next !== null && !seen.has(next); ) {
    seen.add(next);
    const statement = statements.get(next);
    if (!statement) break;
    const name = formatNames(statement.speakers, cast) ?? "an unnamed source";
    if (names[0] !== name) names.unshift(name);
    next = statement.within;
  }
  return names.length === 0 ? null : names.join(" ← ");
}
