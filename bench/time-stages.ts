/** Calls the stages one by one as the engine does, and adds up the time of each. */
import type { Assets } from "../src/assets/index.js";
import { findEntities } from "../src/entities/index.js";
import { codeEvents, createEventKnowledge } from "../src/events/index.js";
import { createLanguageModel, parseText } from "../src/language/index.js";
import { createNameKnowledge } from "../src/names/index.js";
import { createPlaceKnowledge, findPlaces } from "../src/places/index.js";
import { hashText } from "../src/reading/index.js";
import { createReportKnowledge, prepareReport } from "../src/report/index.js";
import { createStatementKnowledge, findStatements } from "../src/statements/index.js";
import { findTerms } from "../src/terms/index.js";
import { findTimes } from "../src/times/index.js";

/** Milliseconds of each stage over all texts, in the order of the line. */
export function timeStages(assets: Assets, texts: readonly string[], published: string): [string, number][] {
  const language = createLanguageModel(assets.model, assets.tables);
  const known = createReportKnowledge(assets.tables);
  const names = createNameKnowledge(assets.tables);
  const knownPlaces = createPlaceKnowledge(assets.gazetteer, assets.tables);
  const speech = createStatementKnowledge(assets.tables);
  const rules = createEventKnowledge(assets.tables);
  const times = new Map<string, number>();
  const time = <T>(stage: string, run: () => T): T => {
    const start = performance.now();
    const result = run();
    times.set(stage, (times.get(stage) ?? 0) + performance.now() - start);
    return result;
  };
  for (const text of texts) {
    const report = time("report", () => prepareReport({ text, published }, known));
    const textHash = time("report", () => hashText(report.text));
    const parsed = time("parse", () => parseText(language, report.text));
    const entities = time("entities", () => findEntities(parsed, report, names));
    const places = time("places", () => findPlaces(parsed, entities, names, knownPlaces));
    const dates = time("times", () => findTimes(parsed, report.published));
    const statements = time("statements", () => findStatements(parsed, entities, textHash, speech));
    const layers = { report, textHash, parsed, entities, places, times: dates, statements };
    time("events", () => codeEvents(layers, rules));
    time("terms", () => findTerms(parsed, entities, statements, textHash));
  }
  return [...times];
}
