/** Tells who says something, and through whom the report has it: the outermost speaker first. */
import type { Statement } from "../reading/index.js";
import { formatNames } from "./format-parties.js";
import { quoteSpans } from "./quote.js";
import type { Scene } from "./scene.js";

const SOURCE_COLUMNS = 40;

/** Speakers from the outermost statement to the named one: "Tass ← Sergei Lavrov"; null for the report itself. */
export function formatChain(id: string | null, scene: Scene): string | null {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let next = id; next !== null && !seen.has(next); ) {
    seen.add(next);
    const statement = scene.statements.get(next);
    if (!statement) break;
    const name = nameSource(statement, scene);
    if (names[0] !== name) names.unshift(name);
    next = statement.within;
  }
  return names.length === 0 ? null : names.join(" ← ");
}

/** The speakers by name; where none is known the report's words for them: “local officials”. */
export function nameSource(statement: Statement, scene: Scene): string {
  const names = formatNames(statement.speakers, scene);
  if (names !== null) return names;
  if (statement.source === null) return "an unnamed source";
  return quoteSpans(scene.reading.report.text, [statement.source], SOURCE_COLUMNS);
}
