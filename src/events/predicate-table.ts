/** Reads the rules of data/events/predicates.tsv, and says what is wrong with a line. */
import { cellOf, listOf, type Row, type Table, tableFault } from "../assets/index.js";
import type { EventType } from "../reading/index.js";
import { isTestKind } from "./match-frame.js";
import type { FrameTest, Predicate, PredicateKind, SlotPath } from "./predicate.js";

/** Types and the modes that go with each, as data/events/types.tsv and modes.tsv tell them. */
export interface Codebook {
  readonly modesOf: ReadonlyMap<string, ReadonlySet<string>>;
}

const KINDS: readonly string[] = ["verb", "noun", "adj", "aux"];

/** Every rule, checked: unique ids, known types, modes, tests and noun classes. */
export function readPredicates(table: Table, codebook: Codebook, classes: ReadonlySet<string>): Predicate[] {
  const seen = new Set<string>();
  const asked = new Map<string, string>();
  return table.rows.map((row) => {
    const predicate = readPredicate(table, row);
    if (seen.has(predicate.id)) throw tableFault(table, row, `the id "${predicate.id}" is given twice`);
    seen.add(predicate.id);
    const words = ["words", "kind", "frame"].map((column) => cellOf(table, row, column)).join("\t");
    const twin = asked.get(words);
    if (twin !== undefined) throw tableFault(table, row, `asks for the same as "${twin}", so one is never taken`);
    asked.set(words, predicate.id);
    checkPredicate(table, row, predicate, codebook);
    for (const test of predicate.frame) checkTest(table, row, test, classes);
    return predicate;
  });
}

function readPredicate(table: Table, row: Row): Predicate {
  const id = cellOf(table, row, "id");
  const [lemma = "", ...rest] = cellOf(table, row, "words").split(" ");
  if (!id || !lemma) throw tableFault(table, row, "lacks an id or words");
  const frame = cellOf(table, row, "frame").split(" ").filter(Boolean).map(readTest);
  const type = cellOf(table, row, "type");
  return {
    id,
    lemma,
    with: rest.join(" "),
    kind: cellOf(table, row, "kind") as PredicateKind,
    frame,
    type: type === "" ? null : (type as EventType),
    modes: listOf(table, row, "modes"),
    actors: readSlots(cellOf(table, row, "actors")),
    recipients: readSlots(cellOf(table, row, "recipients")),
    operator: cellOf(table, row, "operator"),
    confidence: Number(cellOf(table, row, "confidence")),
    reason: cellOf(table, row, "reason"),
    weight: frame.reduce(
      (sum, test) => sum + (test.classes.length > 0 || test.kind === "inf" ? 2 : 1),
      rest.length > 0 ? 2 : 0,
    ),
  };
}

/** "subj+with|poss": the subject and whom it is with, else the owner. */
export function readSlots(cell: string): SlotPath {
  return cell === "" ? [] : cell.split("|").map((alternative) => alternative.split("+"));
}

function readTest(text: string): FrameTest {
  const negated = text.startsWith("!");
  const [name = "", classes = ""] = (negated ? text.slice(1) : text).split("=");
  const [kind = "", word = ""] = name.split(":");
  return { kind, word, classes: classes === "" ? [] : classes.split("|"), negated };
}

function checkPredicate(table: Table, row: Row, predicate: Predicate, codebook: Codebook): void {
  const { type, modes, kind, confidence, operator } = predicate;
  if (!KINDS.includes(kind)) throw tableFault(table, row, `unknown kind "${kind}"`);
  if (!(confidence > 0 && confidence <= 1)) throw tableFault(table, row, "confidence must lie in 0…1");
  if (type === null && operator === "") throw tableFault(table, row, "has neither a type nor an operator");
  if (type === null) return;
  const known = codebook.modesOf.get(type);
  if (!known) throw tableFault(table, row, `unknown type "${type}"`);
  for (const mode of modes) if (!known.has(mode)) throw tableFault(table, row, `${type} has no mode "${mode}"`);
}

function checkTest(table: Table, row: Row, test: FrameTest, classes: ReadonlySet<string>): void {
  if (!isTestKind(test.kind)) throw tableFault(table, row, `unknown test "${test.kind}"`);
  for (const name of test.classes) {
    if (!classes.has(name)) throw tableFault(table, row, `unknown noun class "${name}"`);
  }
}
