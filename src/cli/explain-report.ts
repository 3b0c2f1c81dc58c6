/** The explanation of one event or statement of a report as lines, for those who have no terminal. */
import type { Engine } from "../engine.js";
import type { ReportInput } from "../reading/index.js";
import { formatExplanation } from "./format-explanation.js";
import { formatStatement } from "./format-statement.js";

/** As wide as a terminal; nothing is coloured. */
const PAGE = { width: 80, colour: false } as const;

/** What `chancery explain` prints of that id or key; null where the reading has none. */
export function linesOfExplanation(engine: Engine, input: ReportInput, wanted: string): readonly string[] | null {
  const trace = engine.trace(input);
  const isWanted = ({ id, key }: { readonly id: string; readonly key: string }) => id === wanted || key === wanted;
  const event = trace.reading.events.find(isWanted);
  if (event) return formatExplanation(engine, trace, event, PAGE).split("\n");
  const statement = trace.reading.statements.find(isWanted);
  return statement ? formatStatement(trace, statement, PAGE).split("\n") : null;
}
