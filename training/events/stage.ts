/** The stages before the events, for scripts that look at what the coder is given. */
import type { Assets } from "../../src/assets/index.js";
import { findEntities } from "../../src/entities/index.js";
import { addStruckPlaces, createEventKnowledge, type EventKnowledge, type Layers } from "../../src/events/index.js";
import { createLanguageModel, parseText } from "../../src/language/index.js";
import { createNameKnowledge } from "../../src/names/index.js";
import { createPlaceKnowledge, findPlaces } from "../../src/places/index.js";
import type { ReportInput } from "../../src/reading/index.js";
import { hashText } from "../../src/reading/index.js";
import { createReportKnowledge, prepareReport } from "../../src/report/index.js";
import { createStatementKnowledge, findStatements } from "../../src/statements/index.js";
import { findTimes } from "../../src/times/index.js";

export interface Stage {
  readonly knowledge: EventKnowledge;
  readonly layersOf: (input: ReportInput) => Layers;
}

/** What the engine does up to the events, from the same assets. */
export function createStage(assets: Assets): Stage {
  const { tables } = assets;
  const reports = createReportKnowledge(assets);
  const language = createLanguageModel(assets);
  const names = createNameKnowledge(tables);
  const gazetteer = createPlaceKnowledge(assets.gazetteer, tables);
  const speech = createStatementKnowledge(tables);
  const knowledge = createEventKnowledge(tables);
  const layersOf = (input: ReportInput): Layers => {
    const report = prepareReport(input, reports);
    const textHash = hashText(report.text);
    const parsed = parseText(language, report.text);
    const named = findEntities(parsed, report, names, gazetteer);
    const places = findPlaces(parsed, named, names, gazetteer);
    const entities = addStruckPlaces(parsed, named, places, knowledge);
    const times = findTimes(parsed, report.published);
    const statements = findStatements(parsed, entities, textHash, speech);
    return { report, textHash, parsed, entities, places, times, statements };
  };
  return { knowledge, layersOf };
}
