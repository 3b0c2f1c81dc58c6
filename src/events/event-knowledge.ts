/** The coding rules: predicates, embeddings, noun classes and mode cues, from data/events/. */
import { cellOf, listOf, type Table, tableFault } from "../assets/index.js";
import { AssetError } from "../errors.js";
import { type CircumstanceKnowledge, createCircumstanceKnowledge } from "./circumstances/index.js";
import { type Embeddings, readEmbeddings } from "./embedding.js";
import { type JudgeModel, readDecision, readJudge } from "./judge/index.js";
import type { Predicate, SlotPath } from "./predicate.js";
import { readPredicates, readSlots } from "./predicate-table.js";

export interface EventKnowledge {
  readonly tables: ReadonlyMap<string, Table>;
  /** Rules by lemma, the most particular first. */
  readonly byLemma: ReadonlyMap<string, readonly Predicate[]>;
  readonly byId: ReadonlyMap<string, Predicate>;
  readonly embeddings: Embeddings;
  /** Classes of a lemma: "troops", "aid". */
  readonly classesOf: (lemma: string) => ReadonlySet<string>;
  /** Mode that a word near an act of a type tells, by "TYPE lemma": "drone" for an ASSAULT. */
  readonly modeCues: ReadonlyMap<string, string>;
  readonly circumstances: CircumstanceKnowledge;
  readonly confidence: Readonly<Record<"body" | "heading" | "neighbour" | "proposal", Scale>>;
  /** Whether a lemma may name an act as a verb. */
  readonly isVerb: (lemma: string) => boolean;
  /** Where a type's recipients stand if a rule's own slots name nobody. */
  readonly fallbacks: ReadonlyMap<string, SlotPath>;
  /** Prepositions behind which a type's recipient stands deeper within a phrase. */
  readonly within: ReadonlyMap<string, readonly string[]>;
  /** The learnt judge of types; null where its weights are left out, and the rules decide alone. */
  readonly judge: JudgeModel | null;
}

/** How a rule's own confidence becomes an event's: `floor + share × confidence + lead × (the judge's lead)`. */
export interface Scale {
  readonly floor: number;
  readonly share: number;
  readonly lead: number;
}

const NO_CLASSES: ReadonlySet<string> = new Set();

/** Builds and checks the knowledge; throws AssetError that names file and line. */
export function createEventKnowledge(
  tables: ReadonlyMap<string, Table>,
  weights: Uint8Array = new Uint8Array(),
): EventKnowledge {
  const modesOf = readModes(need(tables, "events/types"), need(tables, "events/modes"));
  const nouns = readNounClasses(need(tables, "events/noun-classes"));
  const names = new Set([
    "party",
    "person",
    "politics",
    "state",
    ...[...nouns.values()].flatMap((classes) => [...classes]),
  ]);
  const predicates = readPredicates(need(tables, "events/predicates"), { modesOf }, names);
  const byLemma = groupByLemma(predicates);
  return {
    tables,
    byLemma,
    isVerb: (lemma) => byLemma.get(lemma)?.some((predicate) => predicate.kind === "verb") ?? false,
    byId: new Map(predicates.map((predicate) => [predicate.id, predicate])),
    embeddings: readEmbeddings(need(tables, "events/embeddings"), modesOf),
    classesOf: (lemma) => nouns.get(lemma) ?? nouns.get(lemma.replace(/s$/, "")) ?? NO_CLASSES,
    modeCues: readModeCues(need(tables, "events/mode-cues"), modesOf),
    circumstances: createCircumstanceKnowledge(tables),
    confidence: readConfidence(need(tables, "events/confidence")),
    fallbacks: readFallbacks(need(tables, "events/types")),
    within: readWithin(need(tables, "events/types")),
    judge: readJudge(weights),
  };
}

/** What a rule's id stands for, in a sentence; null for an unknown id. */
export function describeRule(knowledge: EventKnowledge, rule: string): string | null {
  const judged = readDecision(rule);
  if (judged) return `The judge, learnt from labelled pairs, holds the words between the parties for ${judged}.`;
  const predicate = knowledge.byId.get(rule);
  if (!predicate) return null;
  const words = [predicate.lemma, predicate.with].filter(Boolean).join(" ");
  const result = predicate.type ? [predicate.type, ...predicate.modes].join(" ") : `operator "${predicate.operator}"`;
  return `${predicate.kind} "${words}" → ${result}: ${predicate.reason}.`;
}

function need(tables: ReadonlyMap<string, Table>, name: string): Table {
  const table = tables.get(name);
  if (!table) throw new AssetError("asset-missing", `no table "${name}" among the assets`, 'Run "npm run data".');
  return table;
}

function readModes(types: Table, modes: Table): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>(types.rows.map((row) => [cellOf(types, row, "type"), new Set<string>()]));
  for (const row of modes.rows) {
    const own = found.get(cellOf(modes, row, "type"));
    if (!own) throw tableFault(modes, row, "mode of an unknown type");
    own.add(cellOf(modes, row, "mode"));
  }
  return found;
}

function readFallbacks(types: Table): ReadonlyMap<string, SlotPath> {
  return new Map(types.rows.map((row) => [cellOf(types, row, "type"), readSlots(cellOf(types, row, "recipients"))]));
}

function readWithin(types: Table): ReadonlyMap<string, readonly string[]> {
  return new Map(types.rows.map((row) => [cellOf(types, row, "type"), listOf(types, row, "within")]));
}

function readConfidence(table: Table): EventKnowledge["confidence"] {
  const scaleOf = (place: string): Scale => {
    const row = table.rows.find((candidate) => candidate.cells.place === place);
    if (!row) throw tableFault(table, null, `has no line for "${place}"`);
    const [floor, share, lead] = ["floor", "share", "lead"].map((column) => Number(cellOf(table, row, column)));
    if (!(floor! >= 0 && share! >= 0 && lead! >= 0 && floor! + share! <= 1)) throw tableFault(table, row, "leaves 0…1");
    return { floor: floor!, share: share!, lead: lead! };
  };
  const [body, heading] = [scaleOf("body"), scaleOf("heading")];
  return { body, heading, neighbour: scaleOf("neighbour"), proposal: scaleOf("proposal") };
}

function readNounClasses(table: Table): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const row of table.rows) {
    const noun = cellOf(table, row, "noun");
    if (found.has(noun)) throw tableFault(table, row, `the noun "${noun}" is given twice`);
    found.set(noun, new Set(listOf(table, row, "classes")));
  }
  return found;
}

function readModeCues(table: Table, modesOf: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const row of table.rows) {
    const type = cellOf(table, row, "type");
    const mode = cellOf(table, row, "mode");
    if (!modesOf.get(type)?.has(mode)) throw tableFault(table, row, `${type} has no mode "${mode}"`);
    found.set(`${type} ${cellOf(table, row, "word")}`, mode);
  }
  return found;
}

/** Stable order: the heavier rule first, ties by id, so that the same rule wins on every machine. */
function groupByLemma(predicates: readonly Predicate[]): ReadonlyMap<string, readonly Predicate[]> {
  const groups = new Map<string, Predicate[]>();
  for (const predicate of predicates) {
    const group = groups.get(predicate.lemma);
    if (group) group.push(predicate);
    else groups.set(predicate.lemma, [predicate]);
  }
  for (const group of groups.values()) group.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return groups;
}
