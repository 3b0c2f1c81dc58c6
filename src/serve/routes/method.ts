/** The method: codebook, formula, scores, and whose data the engine learnt from. */
import { cellOf, tableOf } from "../../assets/index.js";
import { DEFAULT_LINE, DEFAULT_TURNS } from "../../relations/index.js";
import type { MethodAnswer } from "../answers.js";
import type { Question, Route } from "../route.js";

export const METHOD_ROUTES: readonly Route[] = [
  {
    path: "/api/method",
    about: "codebook, formula, scores, and whose data the engine learnt from",
    parameters: [],
    answer: "MethodAnswer",
    handle: showMethod,
  },
];

async function showMethod({ engine, world }: Question): Promise<MethodAnswer> {
  return {
    engine,
    formula: { ...DEFAULT_LINE, turnBin: DEFAULT_TURNS.bin, turnPenalty: DEFAULT_TURNS.penalty },
    codebook: listTypes(world),
    scores: world.scores,
    sources: rowsOf(world, "sources") as unknown as MethodAnswer["sources"],
  };
}

function listTypes(world: Question["world"]): MethodAnswer["codebook"] {
  const types = tableOf(world, "events/types");
  const modes = tableOf(world, "events/modes");
  return types.rows.map((row) => {
    const type = cellOf(types, row, "type");
    return {
      type,
      gloss: cellOf(types, row, "note"),
      quad: Number(cellOf(types, row, "quad")),
      score: Number(cellOf(types, row, "score")),
      modes: modes.rows
        .filter((mode) => cellOf(modes, mode, "type") === type)
        .map((mode) => cellOf(modes, mode, "mode")),
    };
  });
}

/** The rows of a table that this build may or may not have. */
function rowsOf({ tables }: Question["world"], name: string): readonly Readonly<Record<string, string>>[] {
  return (tables.get(name)?.rows ?? []).map(({ cells }) => cells);
}
