/** The packaged tables and a bare report, for the tests of names and entities. */
import { readFileSync } from "node:fs";
import { parseTable } from "../src/assets/index.js";
import { createNameKnowledge, type NameKnowledge } from "../src/names/index.js";
import type { Report } from "../src/reading/index.js";

const TABLES = [
  "countries",
  "names-ambiguous",
  "names-longer",
  "names-words",
  "report-english",
  "places",
  "places-divisions",
  "names-seats",
  "names-prepositions",
  "names-governors",
  "entities/organizations",
  "entities/persons",
  "entities/given-names",
  "entities/nouns",
  "entities/cameo-roles",
];

/** Knowledge of the tables in `data/`. */
export function loadNames(): NameKnowledge {
  const read = (name: string) => readFileSync(new URL(`../data/${name}.tsv`, import.meta.url), "utf8");
  return createNameKnowledge(new Map(TABLES.map((name) => [name, parseTable(name, read(name))])));
}

/** A report of these words, of a day in 2014 unless told otherwise. */
export function reportOf(text: string, more: Partial<Report> = {}): Report {
  const plain = { id: "r", title: null, publisher: null, url: null, published: "2014-05-05", language: "en" };
  return { ...plain, text, ...more };
}
