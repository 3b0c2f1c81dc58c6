/** The engine: one straight line of stages from a report to its reading. */
import type { Assets } from "./assets/index.js";
import { type EntityLayer, findEntities } from "./entities/index.js";
import type { EventKnowledge, Layers } from "./events/index.js";
import {
  addStruckPlaces,
  codeEvents,
  codePair,
  createEventKnowledge,
  type EventLayer,
  type PairCoding,
} from "./events/index.js";
import {
  cleanText,
  createLanguageModel,
  type LanguageModel,
  type Parsed,
  parseText,
  placeBack,
} from "./language/index.js";
import { type ActorList, createNameKnowledge, type NameKnowledge, restoreCase, withActors } from "./names/index.js";
import { createPlaceKnowledge, findPlaces, type PlaceKnowledge } from "./places/index.js";
import { hashText, type Note, type Reading, type Report, type ReportInput, type Span } from "./reading/index.js";
import { createReportKnowledge, prepareReport, type ReportKnowledge } from "./report/index.js";
import {
  createStatementKnowledge,
  findStatements,
  type StatementKnowledge,
  type TracedStatements,
} from "./statements/index.js";
import { findTerms } from "./terms/index.js";
import { findTimes } from "./times/index.js";
import { VERSION } from "./version.js";

/** A question about one pair: what does the first do to the second in this text? */
export interface PairInput {
  readonly text: string;
  readonly actor: Span;
  readonly recipient: Span;
}

/** A reading together with the trees and decisions behind it, for `chancery explain`. */
export interface ReadingTrace {
  readonly reading: Reading;
  readonly parsed: Parsed;
  readonly events: EventLayer;
  readonly statements: TracedStatements;
}

/** Reads reports. Frozen, synchronous and pure: the same input gives the same reading, and no call leaves a trace. */
export interface Engine {
  /** "chancery 0.1.0+3f9c2ab1": version, and a hash of the data and weights. */
  readonly name: string;
  /** The reading of one report. Throws InputError where the input is no report. */
  read(input: ReportInput): Reading;
  /** The reading, with what it rests on. */
  trace(input: ReportInput): ReadingTrace;
  /** Tokens, sentences and trees of a text. */
  parse(text: string): Parsed;
  /** What the actor's words do to the recipient's. */
  code(input: PairInput): PairCoding;
  readonly language: LanguageModel;
  readonly rules: EventKnowledge;
}

interface Knowledge {
  readonly report: ReportKnowledge;
  readonly language: LanguageModel;
  readonly names: NameKnowledge;
  readonly places: PlaceKnowledge;
  readonly statements: StatementKnowledge;
  readonly events: EventKnowledge;
}

/** What an engine may be given besides the assets. */
export interface EngineOptions {
  /** Actors of the caller's own, which go before those that the tables know: see `readActorList`. */
  readonly actors?: ActorList | null;
}

/** Makes an engine of the loaded assets; throws AssetError where one of them is faulty. */
export function createEngine(assets: Assets, { actors = null }: EngineOptions = {}): Engine {
  const knowledge = createKnowledge(assets, actors);
  const name = engineName(assets, actors);
  return Object.freeze({
    name,
    language: knowledge.language,
    rules: knowledge.events,
    read: (input: ReportInput) => traceReport(name, prepareReport(input, knowledge.report), knowledge).reading,
    trace: (input: ReportInput) => traceReport(name, prepareReport(input, knowledge.report), knowledge),
    parse: (text: string) => parseText(knowledge.language, text),
    code: (input: PairInput) => codePairIn(prepareReport(input, knowledge.report), input, knowledge),
  });
}

/** The name of the engine that these assets make: what its readings give as `engine`. */
export function engineName(assets: Pick<Assets, "hash">, actors: ActorList | null): string {
  return `chancery ${VERSION}+${hashOf(assets, actors)}`;
}

/** The assets' hash; with actors of the caller's own another, since they change the readings. */
function hashOf(assets: Pick<Assets, "hash">, actors: ActorList | null): string {
  return actors ? hashText(`${assets.hash} ${JSON.stringify(actors.actors)}`).slice(0, 8) : assets.hash;
}

function createKnowledge(assets: Assets, actors: ActorList | null): Knowledge {
  const names = createNameKnowledge(assets.tables);
  return {
    report: createReportKnowledge(assets),
    language: createLanguageModel(assets),
    names: actors ? withActors(names, actors) : names,
    places: createPlaceKnowledge(assets.gazetteer, assets.tables),
    statements: createStatementKnowledge(assets.tables, assets.attribution),
    events: createEventKnowledge(assets.tables, assets.judge),
  };
}

/** Trees of a report's text, read as it would be without hidden signs and with capitals where names have them. */
function parseReport(text: string, { language, names }: Knowledge): Parsed {
  const clean = cleanText(text);
  const parsed = parseText(language, restoreCase(clean.text, names.written));
  return placeBack(parsed, text, clean);
}

/** Every stage before the events, in the order of the contract's fields. */
function readLayers(report: Report, knowledge: Knowledge): Layers & { readonly statements: TracedStatements } {
  const textHash = hashText(report.text);
  const isRead = report.language === "en" || report.language.startsWith("en-");
  const parsed = parseReport(isRead ? report.text : "", knowledge);
  const named: EntityLayer = findEntities(parsed, report, knowledge.names, knowledge.places);
  const places = findPlaces(parsed, named, knowledge.names, knowledge.places);
  const entities = addStruckPlaces(parsed, named, places, knowledge.events);
  const times = findTimes(parsed, report.published);
  const statements = findStatements(parsed, entities, textHash, knowledge.statements);
  return { report, textHash, parsed, entities, places, times, statements };
}

function traceReport(engine: string, report: Report, knowledge: Knowledge): ReadingTrace {
  const layers = readLayers(report, knowledge);
  const { parsed, entities, places, times, statements, textHash } = layers;
  const events = codeEvents(layers, knowledge.events);
  const terms = findTerms(parsed, entities, statements, textHash);
  const reading: Reading = {
    schema: "chancery/reading@1",
    engine,
    report,
    entities: entities.entities,
    places: places.places,
    times: times.times,
    statements: statements.statements,
    events: events.events,
    terms: terms.terms,
    notes: collectNotes(report, [entities, places, times, statements, events, terms]),
  };
  return { reading, parsed, events, statements };
}

function codePairIn(report: Report, pair: PairInput, knowledge: Knowledge): PairCoding {
  return codePair(readLayers(report, knowledge), pair.actor, pair.recipient, knowledge.events);
}

/** Notes of the report as a whole first, then those of the stages in text order. */
function collectNotes(report: Report, layers: readonly { readonly notes: readonly Note[] }[]): Note[] {
  const notes = layers.flatMap((layer) => layer.notes);
  const position = (note: Note) => note.span?.start ?? -1;
  return [...reportNotes(report), ...notes.sort((a, b) => position(a) - position(b) || (a.code < b.code ? -1 : 1))];
}

function reportNotes(report: Report): Note[] {
  const notes: Note[] = [];
  const add = (code: Note["code"], message: string) => notes.push({ code, message, span: null });
  if (!/^en(-|$)/.test(report.language)) {
    add("language-unsupported", `The report's language is "${report.language}"; only English is coded.`);
  }
  if (report.published === null) {
    add("no-published", "The day of publication is not known: weekdays and other relative times stay unresolved.");
  }
  return notes;
}
