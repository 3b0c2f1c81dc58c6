/** Calls the stages one by one as the engine does, with a fresh model, and adds up the time of each. */
import type { Assets } from "../src/assets/index.js";
import { findEntities } from "../src/entities/index.js";
import { codeEvents, createEventKnowledge } from "../src/events/index.js";
import { createLanguageModel, type LanguageModel, parseText } from "../src/language/index.js";
import { createNameKnowledge } from "../src/names/index.js";
import { createPlaceKnowledge, findPlaces } from "../src/places/index.js";
import { hashText } from "../src/reading/index.js";
import { createReportKnowledge, prepareReport } from "../src/report/index.js";
import { createStatementKnowledge, findStatements } from "../src/statements/index.js";
import { findTerms } from "../src/terms/index.js";
import { findTimes } from "../src/times/index.js";

export interface StageTime {
  /** A part of the stage before it is set in. */
  readonly name: string;
  readonly ms: number;
}

/** Adds the time of a call to its stage's. */
type Timer = <Result>(stage: string, run: () => Result) => Result;

/** Milliseconds of each stage over all texts, in the order of the line. */
export function timeStages(assets: Assets, texts: readonly string[], published: string): StageTime[] {
  const times = new Map<string, number>(["report", "parse", NETWORK, LEMMAS].map((stage) => [stage, 0]));
  const time: Timer = (stage, run) => {
    const start = performance.now();
    const result = run();
    times.set(stage, (times.get(stage) ?? 0) + performance.now() - start);
    return result;
  };
  const language = timeParts(createLanguageModel(assets), time);
  const known = createReportKnowledge(assets);
  const names = createNameKnowledge(assets.tables);
  const knownPlaces = createPlaceKnowledge(assets.gazetteer, assets.tables);
  const speech = createStatementKnowledge(assets.tables, assets.attribution);
  const rules = createEventKnowledge(assets.tables);
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
  return withRest(times);
}

const NETWORK = "  network";
const LEMMAS = "  lemmas";

/** The model with its network and its lemmas timed by themselves. */
function timeParts(model: LanguageModel, time: Timer): LanguageModel {
  return {
    ...model,
    network: { ...model.network, analyse: (forms) => time(NETWORK, () => model.network.analyse(forms)) },
    findLemma: (...asked) => time(LEMMAS, () => model.findLemma(...asked)),
  };
}

/** The stages in order; what the parse takes besides its network and lemmas is the splitting into words and sentences. */
function withRest(times: ReadonlyMap<string, number>): StageTime[] {
  const rest = times.get("parse")! - times.get(NETWORK)! - times.get(LEMMAS)!;
  return [...times].flatMap(([name, ms]) => {
    const own = { name, ms };
    return name === "parse" ? [own, { name: "  splitting, building", ms: rest }] : [own];
  });
}
