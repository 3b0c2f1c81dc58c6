/** Writes docs/codebook.md from data/events: every type, mode and context, with examples that are our own tests. */
import type { Row, Table } from "../src/assets/index.js";
import { cellOf, listOf } from "../src/assets/index.js";

export interface CodebookTables {
  readonly types: Table;
  readonly modes: Table;
  readonly contexts: Table;
  readonly predicates: Table;
}

const EXAMPLES = 3;
const QUADS = ["", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

/** The whole page. */
export function formatCodebook(tables: CodebookTables): string {
  const { types, contexts } = tables;
  return [
    "# Codebook",
    "",
    "Made by `npm run codebook` from `data/events`. Types, modes and contexts are PLOVER 2.0's; every example is a test of",
    "the rule named beside it. How an event is found and what decides each of its fields: [events.md](events.md).",
    "",
    "| type | is | quad | score | rules |",
    "| --- | --- | --- | --- | --- |",
    ...types.rows.map((row) => typeLine(tables, row)),
    "",
    ...types.rows.flatMap((row) => typeSection(tables, row)),
    "## Contexts",
    "",
    "What an act is about; several may hold.",
    "",
    "| context | is |",
    "| --- | --- |",
    ...contexts.rows.map((row) => `| ${cellOf(contexts, row, "context")} | ${cellOf(contexts, row, "note")} |`),
    "",
    "## Status",
    "",
    "| status | is |",
    "| --- | --- |",
    "| actual | done in the report's present or recent past |",
    "| historical | background, over for about a year |",
    "| future | still to come, where no other type says so |",
    "| hypothetical | under if, may, could, or asked for |",
    "| negated | the text says that it was not done |",
    "",
  ].join("\n");
}

function typeLine(tables: CodebookTables, row: Row): string {
  const { types } = tables;
  const type = cellOf(types, row, "type");
  const quad = QUADS[Number(cellOf(types, row, "quad"))];
  const cells = [type, cellOf(types, row, "note"), quad, cellOf(types, row, "score"), rulesOf(tables, type).length];
  return `| ${cells.join(" | ")} |`;
}

function typeSection(tables: CodebookTables, row: Row): string[] {
  const { types, modes } = tables;
  const type = cellOf(types, row, "type");
  const own = modes.rows.filter((mode) => cellOf(modes, mode, "type") === type);
  const lines = own.flatMap((mode) => {
    const name = cellOf(modes, mode, "mode");
    return [
      `- **${name}** ${cellOf(modes, mode, "note")}`,
      ...examples(tables, type, name, 1).map((line) => `  ${line}`),
    ];
  });
  const modesOf = own.length > 0 ? ["Modes:", "", ...lines, ""] : ["No modes.", ""];
  const shown = examples(tables, type, "", EXAMPLES);
  const head = [`## ${type}`, "", `${cellOf(types, row, "note")}.`, ""];
  return [...head, ...(shown.length > 0 ? [...shown, ""] : []), ...modesOf];
}

function rulesOf({ predicates }: CodebookTables, type: string): Row[] {
  return predicates.rows.filter((row) => cellOf(predicates, row, "type") === type);
}

/** Examples of the type's surest rules with that first mode. */
function examples(tables: CodebookTables, type: string, mode: string, most: number): string[] {
  const { predicates } = tables;
  const fit = rulesOf(tables, type).filter((row) => {
    return (listOf(predicates, row, "modes")[0] ?? "") === mode && cellOf(predicates, row, "fires") !== "";
  });
  const sure = (row: Row) => Number(cellOf(predicates, row, "confidence"));
  const best = [...fit].sort((a, b) => sure(b) - sure(a)).slice(0, most);
  return best.map((row) => `- “${cellOf(predicates, row, "fires")}” \`${cellOf(predicates, row, "id")}\``);
}
