/** The archive's tables, as SQL: a design of our own, read through the views of `views.ts` and never by their names. */

import { OCCURRENCE_TABLES } from "./occurrences/occurrence-tables.js";

/** Version of the tables and views; an archive of an older one is migrated, one of a newer one is refused. */
export const SCHEMA_VERSION = 4;

/** A span in UTF-16 code units and in code points. */
const SPAN = `STRUCT("start" UINTEGER, "end" UINTEGER, start_cp UINTEGER, end_cp UINTEGER)`;
const MENTION = `STRUCT("start" UINTEGER, "end" UINTEGER, start_cp UINTEGER, end_cp UINTEGER, "type" VARCHAR)[]`;
const ROLE = `STRUCT(role VARCHAR, ref VARCHAR, "start" UINTEGER, "end" UINTEGER, start_cp UINTEGER, end_cp UINTEGER)[]`;
const QUANTITY = `STRUCT(kind VARCHAR, low DOUBLE, high DOUBLE, unit VARCHAR,
  "start" UINTEGER, "end" UINTEGER, start_cp UINTEGER, end_cp UINTEGER)[]`;

/**
 * Reports are known by their number here, in order of arrival; `n` is the number in an id such as "v3". Numbers with
 * three decimals are kept as thousandths, keys as bytes or 64-bit numbers, lists of words joined by commas: columns
 * that pack well. No table has an index: DuckDB's cost more memory than its scans cost time. What is searched most
 * stands in the order in which it is searched (`sorted-tables.ts`), so that DuckDB skips all blocks but a few by their
 * bounds. `listed` is the day that an event is found and ordered by, `listed_end` the last that it may have lasted to:
 * the act's or, where that has none, the report's.
 */
export const TABLES: Readonly<Record<string, string>> = {
  meta: "key VARCHAR, value VARCHAR",
  runs: `run UINTEGER, engine VARCHAR, options VARCHAR, started VARCHAR, finished VARCHAR,
    "read" UBIGINT, "new" UBIGINT, failed UBIGINT`,
  failures: `run UINTEGER, n UINTEGER, "where" VARCHAR, code VARCHAR, message VARCHAR`,
  reports: `report UINTEGER, key BLOB, language VARCHAR, text VARCHAR, engine VARCHAR, run UINTEGER, day DATE,
    original UINTEGER`,
  sources: `report UINTEGER, n UINTEGER, run UINTEGER, publisher VARCHAR, url VARCHAR, id VARCHAR, title VARCHAR,
    published VARCHAR, fetched VARCHAR`,
  actors: "actor UINTEGER, key UBIGINT, name VARCHAR, kind VARCHAR, country VARCHAR",
  entities: `report UINTEGER, n UINTEGER, actor UINTEGER, sectors VARCHAR, title VARCHAR, title_of VARCHAR,
    part_of UINTEGER, mentions ${MENTION}`,
  places: `report UINTEGER, n UINTEGER, name VARCHAR, country VARCHAR, admin1 VARCHAR, latitude DOUBLE,
    longitude DOUBLE, "precision" VARCHAR, geonames UINTEGER, mentions ${SPAN}[]`,
  times: `report UINTEGER, n UINTEGER, span ${SPAN}, value VARCHAR, grain VARCHAR`,
  statements: `report UINTEGER, n UINTEGER, key UBIGINT, speakers UINTEGER[], source ${SPAN}, cue ${SPAN},
    content ${SPAN}[], form VARCHAR, act VARCHAR, addressees UINTEGER[], within UINTEGER, confidence USMALLINT`,
  events: `report UINTEGER, n UINTEGER, key UBIGINT, "type" VARCHAR, modes VARCHAR, contexts VARCHAR, quad UTINYINT,
    score SMALLINT, cameo VARCHAR, goldstein SMALLINT, actors UINTEGER[], recipients UINTEGER[], status VARCHAR,
    date VARCHAR, day DATE, day_end DATE, due VARCHAR, places UINTEGER[], quantities ${QUANTITY},
    "trigger" ${SPAN}, evidence ${SPAN}, roles ${ROLE}, statement UINTEGER, confidence USMALLINT, rule VARCHAR,
    listed DATE, listed_end DATE`,
  terms: `report UINTEGER, n UINTEGER, key UBIGINT, label ${SPAN}, users UINTEGER[], referent ${SPAN},
    statement UINTEGER`,
  notes: `report UINTEGER, n UINTEGER, code VARCHAR, message VARCHAR, span ${SPAN}`,
  // What events are searched by, with the codes that are asked for most: who is on which side, who claims
  // it through how many others, and which two countries deal with one another.
  sides: `report UINTEGER, event UINTEGER, side VARCHAR, i UINTEGER, entity UINTEGER, actor UINTEGER, country VARCHAR,
    "type" VARCHAR, quad UTINYINT, status VARCHAR, confidence USMALLINT, listed DATE, listed_end DATE`,
  pairs: `report UINTEGER, event UINTEGER, pair VARCHAR, a VARCHAR, b VARCHAR, mutual BOOLEAN, key UBIGINT,
    "type" VARCHAR, quad UTINYINT, score SMALLINT, goldstein SMALLINT, status VARCHAR, confidence USMALLINT,
    date VARCHAR, day DATE, day_end DATE, statement UINTEGER, listed DATE, listed_end DATE`,
  claims:
    "report UINTEGER, event UINTEGER, link UINTEGER, statement UINTEGER, entity UINTEGER, actor UINTEGER, country VARCHAR",
  // The index of words: for each segment of reports and each word, where it stands; see `search/`.
  segments: `segment UINTEGER, "level" UINTEGER, first UINTEGER, last UINTEGER, reports UINTEGER, words UBIGINT`,
  postings: "segment UINTEGER, word VARCHAR, reports UINTEGER, data BLOB",
  lengths: "report UINTEGER, words UINTEGER",
  // What near-copies are told by: a few hashes of each text's runs of words; see `copies/`.
  sketches: "report UINTEGER, hash UINTEGER",
  // The first 64 bits of reports' keys, in their order, by which a report is found.
  heads: "head UBIGINT, report UINTEGER",
  // What each pair of countries did, a row for each telling; and what is known of the pair as a whole; see `relations/`.
  dealings: `a VARCHAR, b VARCHAR, day DATE, act UBIGINT, n UINTEGER, direction VARCHAR, "type" VARCHAR, modes VARCHAR,
    quad UTINYINT, status VARCHAR, score DOUBLE, goldstein DOUBLE, outlets UINTEGER, tellings UINTEGER,
    report UINTEGER, event UINTEGER, key UBIGINT, claim VARCHAR, chain UINTEGER, told_score SMALLINT,
    told_goldstein SMALLINT`,
  summaries: "a VARCHAR, b VARCHAR, acts UINTEGER, stamp VARCHAR, summary VARCHAR",
  turns: "a VARCHAR, b VARCHAR, date DATE, turn VARCHAR",
  // What the map shows; see `overview/`.
  country_days: "country VARCHAR, day DATE, quad UTINYINT, acts UINTEGER",
  spots: "spot UINTEGER, name VARCHAR, country VARCHAR, latitude DOUBLE, longitude DOUBLE",
  spot_acts: "spot UINTEGER, day DATE, quad UTINYINT, act UBIGINT",
};

/** Tables that hold a report's reading: what a recoding replaces. */
export const READING_TABLES = [
  ...["entities", "places", "times", "statements", "events"],
  ...["terms", "notes", "sides", "pairs", "claims"],
] as const;

/** All tables that are not there yet: what later versions have more than earlier ones. */
export function missingStatements(): string[] {
  const tables = Object.entries({ ...TABLES, ...OCCURRENCE_TABLES });
  return tables.map(([name, columns]) => `CREATE TABLE IF NOT EXISTS store.${name} (${columns})`);
}

/** Makes the tables of an empty file. */
export function tableStatements(): string[] {
  const tables = Object.entries({ ...TABLES, ...OCCURRENCE_TABLES }).map(
    ([name, columns]) => `CREATE TABLE store.${name} (${columns})`,
  );
  return ["CREATE SCHEMA store", ...tables];
}
