/** Makes an archive of many plausible events for the benchmark, the same for the same seed: no sentence of it is news. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { closeDatabase, type Database, openDatabase } from "../src/archive/database.js";
import { migrate } from "../src/archive/migrate.js";
import { summariseWorld } from "../src/archive/overview/summarise-world.js";
import { summarisePairs } from "../src/archive/relations/summarise-pairs.js";
import { indexReports } from "../src/archive/search/index-reports.js";
import { noteUnsorted, sortTables } from "../src/archive/sorted-tables.js";
import { inTransaction } from "../src/archive/transaction.js";
import { parseTable } from "../src/assets/index.js";

/** Each report tells so many events, one a sentence. */
const PER_REPORT = 3;
const PERSONS = 2000;
const COUNTRIES = 200;
const DAYS = 15 * 365.25;

/** What the parts of the file take. */
export interface Made {
  readonly reports: number;
  readonly events: number;
  /** Bytes of all but texts, sources and index. */
  readonly records: number;
}

/** Writes the archive; takes minutes for ten million events. `log` hears of each step. */
export async function makeArchive(
  path: string,
  events: number,
  seed: number,
  log: (step: string) => void,
): Promise<Made> {
  const database = await openDatabase(path, false, { memory: "4GB", threads: 2 });
  try {
    await migrate(database, null);
    const reports = Math.ceil(events / PER_REPORT);
    for (const [step, sql] of Object.entries(recordStatements(reports, seed))) {
      log(step);
      await database.connection.run(sql);
    }
    await noteUnsorted(database, "reports", reports);
    await database.connection.run("CHECKPOINT");
    const records = await sizeOf(database);
    for (const [step, sql] of Object.entries({ ...reportStatements(reports, seed), ...actStatements(seed) })) {
      log(step);
      await database.connection.run(sql);
    }
    log("index of words");
    await indexReports(database, path, 65_536);
    await sumUp(database, path, log);
    return { reports, events: reports * PER_REPORT, records };
  } finally {
    closeDatabase(database);
  }
}

/** What the end of an ingest does. */
async function sumUp(database: Database, path: string, log: (step: string) => void): Promise<void> {
  log("order");
  await noteUnsorted(database, "acts", 1e9);
  await sortTables(database, path);
  log("summaries");
  await inTransaction(database, () => summariseWorld(database));
  await inTransaction(database, () => summarisePairs(database, path));
  await database.connection.run("CHECKPOINT");
}

async function sizeOf({ connection }: Database): Promise<number> {
  const found = await connection.runAndReadAll("SELECT block_size * used_blocks FROM pragma_database_size()");
  return Number(found.getRows()[0]![0]);
}

/** A whole number below `limit`, by chance that the seed, the row and `salt` decide. */
const chance = (seed: number, row: string, salt: number, limit: number) =>
  `(hash(${row} * 64 + ${salt} + ${seed} * 1000003) % ${limit})::UINTEGER`;

/** Some states meet the news more often than others: a square of chance favours the first. */
const skewed = (seed: number, row: string, salt: number, limit: number) =>
  `floor(pow(${chance(seed, row, salt, 10_000)} / 10000.0, 2) * ${limit})::UINTEGER`;

/** Each fifth report tells an act of the one before once more. */
const FOUNDER =
  "CASE WHEN p.event = 1 AND p.report % 5 = 0 THEN (p.report - 1) * 4 + 1 ELSE p.report * 4 + p.event END";

/** Occurrences of the events, as a gathering would leave them; their order is that of the events. */
function actStatements(seed: number): Record<string, string> {
  const act = `hash(${FOUNDER} + ${seed} * 77)`;
  const isFounder = "NOT (p.event = 1 AND p.report % 5 = 0)";
  const tellings = "CASE WHEN p.event = 1 AND p.report % 5 = 4 THEN 2 ELSE 1 END";
  const n = `CASE WHEN ${isFounder} THEN 1 ELSE 2 END`;
  return {
    acts: `INSERT INTO store.acts SELECT ${act}, p."type", [], p.quad, p.score / 1000, p.goldstein / 1000, p.status, p.day, p.day,
      [], ${tellings}, lower(hex(r.key)), '', ${tellings}
      FROM store.pairs p JOIN store.reports r USING (report) WHERE ${isFounder}`,
    "sides of acts": `INSERT INTO store.act_sides SELECT ${act}, p.side, 1, a.key, p.country
      FROM store.sides p JOIN store.actors a USING (actor) WHERE ${isFounder}`,
    tellings: `INSERT INTO store.tellings SELECT ${act}, ${n}, p.report, p.event, 'report', [], 0 FROM store.pairs p`,
    dealings: `INSERT INTO store.dealings SELECT least(f.a, f.b), greatest(f.a, f.b), f.day, ${act}, ${n},
      CASE WHEN f.a < f.b THEN 'forth' ELSE 'back' END, f."type", '', f.quad, f.status, f.score / 1000, f.goldstein / 1000,
      1, CASE WHEN f.event = 1 AND f.report % 5 = 4 THEN 2 ELSE 1 END, p.report, p.event, p.key, 'report', 0, p.score, p.goldstein
      FROM store.pairs p JOIN store.pairs f ON f.report * 4 + f.event = ${FOUNDER}
      WHERE f.a <> f.b AND f.status <> 'negated'`,
    gathered: "INSERT INTO store.meta SELECT 'gathered', max(report)::VARCHAR FROM store.reports",
  };
}

/** Countries' own codes, so that a server knows whom it is asked about. */
const CODES = readCodes();
const CODE = (n: string) => `(${CODES})[1 + (${n})::INTEGER]`;

function readCodes(): string {
  const path = join(import.meta.dirname, "..", "data", "countries.tsv");
  const codes = parseTable(path, readFileSync(path, "utf8")).rows.map(({ cells }) => cells.code ?? "");
  const known = [...new Set(codes)].filter((code) => /^[A-Z]{3}$/.test(code)).sort();
  return `[${known.slice(0, COUNTRIES).map((code) => `'${code}'`)}]`;
}
const TYPES = `['CONSULT', 'AGREE', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST'] ||
  ['ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']`;
const span = (start: string, size: string) =>
  `{'start': (${start})::UINTEGER, 'end': (${start} + ${size})::UINTEGER, 'start_cp': (${start})::UINTEGER, 'end_cp': (${start} + ${size})::UINTEGER}`;

/** Day of a report: fifteen years in the order of arrival. */
const dayOf = (report: string, reports: number) => `DATE '2010-01-01' + (${report} * ${DAYS} / ${reports})::INTEGER`;

function recordStatements(reports: number, seed: number): Record<string, string> {
  const each = `range(1, ${reports + 1}) t(r)`;
  const events = `(SELECT r, k, r * 4 + k AS e FROM ${each}, range(1, ${PER_REPORT + 1}) u(k))`;
  const side = (salt: number) => skewed(seed, "e", salt, 200);
  const type = `(${TYPES})[1 + ${chance(seed, "e", 3, 16)}]`;
  const day = `${dayOf("r", reports)} - ${chance(seed, "e", 4, 3)}::INTEGER`;
  const person = (s: string) => skewed(seed, `(e * 2 + ${s})`, 17, PERSONS);
  const quad = `1 + ${chance(seed, "e", 3, 16)} // 4`;
  const status = `['actual', 'actual', 'actual', 'historical', 'future', 'negated'][1 + ${chance(seed, "e", 14, 6)}]`;
  const confidence = `300 + ${chance(seed, "e", 15, 700)}`;
  const score = `(${chance(seed, "e", 3, 16)}::INTEGER * 1000 - 7000)::SMALLINT`;
  const goldstein = `(${chance(seed, "e", 13, 20)}::INTEGER * 900 - 9000)::SMALLINT`;
  const codes = `hash(e + ${seed} * 31) AS key, ${type} AS type, ${quad} AS quad, ${score} AS score, ${goldstein} AS goldstein,
    ${status} AS status, ${confidence} AS confidence, ${day} AS day, CASE WHEN k = 1 THEN 1 END AS statement`;
  return {
    actors: `INSERT INTO store.actors SELECT n + 1, hash(n), 'Person ' || n, 'person', ${CODE("(n % 200)")} FROM range(${PERSONS}) t(n)`,
    entities: `INSERT INTO store.entities SELECT r, k, 1 + ${skewed(seed, "(r * 8 + k)", 9, PERSONS)}, 'GOV',
      CASE WHEN k % 3 = 0 THEN 'Foreign Minister' END, NULL, NULL,
      [{'start': (k * 30)::UINTEGER, 'end': (k * 30 + 8)::UINTEGER, 'start_cp': (k * 30)::UINTEGER, 'end_cp': (k * 30 + 8)::UINTEGER, 'type': 'name'}]
      FROM ${each}, range(1, 7) u(k)`,
    places: `INSERT INTO store.places SELECT r, 1, 'Place ' || ${skewed(seed, "r", 5, 5000)}, ${CODE(chance(seed, "r", 6, 200))},
      'Division ' || ${chance(seed, "r", 7, 300)}, ${chance(seed, "r", 7, 18000)} / 100.0 - 90, ${chance(seed, "r", 8, 36000)} / 100.0 - 180,
      'city', ${chance(seed, "r", 8, 9_000_000)}, [${span("40", "9")}] FROM ${each}`,
    times: `INSERT INTO store.times SELECT r, 1, ${span("70", "6")}, (${dayOf("r", reports)})::VARCHAR, 'day' FROM ${each}`,
    statements: `INSERT INTO store.statements SELECT r, 1, hash(r + ${seed}), [1], ${span("80", "10")}, ${span("91", "4")},
      [${span("0", "78")}], 'indirect', 'says', [], NULL, 700 + ${chance(seed, "r", 10, 300)} FROM ${each}`,
    events: `INSERT INTO store.events SELECT r, k, hash(e + ${seed} * 31), ${type}, ['', 'visit', 'meet', 'yield'][1 + ${chance(seed, "e", 11, 4)}],
      ['', 'diplomatic', 'military'][1 + ${chance(seed, "e", 12, 3)}], ${quad}, ${score}, lpad(${chance(seed, "e", 13, 200)}::VARCHAR, 3, '0'),
      ${goldstein}, [k], [k + 3], ${status},
      (${day})::VARCHAR, ${day}, ${day}, NULL, [1], [], ${span("k * 100 + 10", "7")}, ${span("k * 100", "78")},
      [{'role': 'actor', 'ref': 'e' || k, 'start': (k * 100)::UINTEGER, 'end': (k * 100 + 8)::UINTEGER, 'start_cp': (k * 100)::UINTEGER, 'end_cp': (k * 100 + 8)::UINTEGER},
       {'role': 'recipient', 'ref': 'e' || (k + 3), 'start': (k * 100 + 20)::UINTEGER, 'end': (k * 100 + 28)::UINTEGER, 'start_cp': (k * 100 + 20)::UINTEGER, 'end_cp': (k * 100 + 28)::UINTEGER}],
      CASE WHEN k = 1 THEN 1 END, ${confidence}, 'rule-' || ${chance(seed, "e", 16, 600)}, ${day}, ${day} FROM ${events}`,
    sides: `INSERT INTO store.sides SELECT r, k, side, 1, k + s, 1 + ${person("s")},
      CASE WHEN s = 0 THEN ${CODE(side(1))} ELSE ${CODE(side(2))} END, ${type}, ${quad}, ${status}, ${confidence}, ${day}, ${day}
      FROM ${events}, (VALUES ('actor', 0), ('recipient', 1)) v(side, s)`,
    pairs: `INSERT INTO store.pairs SELECT r, k, least(a, b) || '-' || greatest(a, b), a, b, false, key, type, quad, score, goldstein,
      status, confidence, day::VARCHAR, day, day, statement, day, day
      FROM (SELECT r, k, ${CODE(side(1))} AS a, ${CODE(side(2))} AS b, ${codes} FROM ${events})`,
    claims: `INSERT INTO store.claims SELECT r, k, 1, 1, 1, 1 + ${skewed(seed, "e", 18, PERSONS)}, ${CODE(side(1))} FROM ${events} WHERE k = 1`,
  };
}

/** Words that sentences are made of; the rarer ones carry a number. */
const WORD = (seed: number, salt: number) =>
  `['talks', 'pipeline', 'border', 'envoys', 'troops', 'grain', 'treaty', 'election', 'convoy', 'harbour'][1 + ${chance(seed, "r", salt, 10)}] ||
   CASE WHEN ${chance(seed, "r", salt + 1, 3)} = 0 THEN '' ELSE ' word' || ${skewed(seed, "r", salt + 1, 40_000)} END`;

function reportStatements(reports: number, seed: number): Record<string, string> {
  const sentence = (salt: number) =>
    `'Person ' || ${skewed(seed, "r", salt, PERSONS)} || ' met Person ' || ${chance(seed, "r", salt + 1, PERSONS)} || ' over the ' || ${WORD(seed, salt + 2)} || ' and the ' || ${WORD(seed, salt + 4)} || ' in the city, officials said. '`;
  const text = `${sentence(20)} || ${sentence(30)} || ${sentence(40)} || 'Report ' || r || '.'`;
  return {
    reports: `INSERT INTO store.reports SELECT r, unhex(sha256(text)), 'en', text, 'bench', 1, day, NULL
      FROM (SELECT r, ${text} AS text, ${dayOf("r", reports)} AS day FROM range(1, ${reports + 1}) t(r))`,
    heads: "INSERT INTO store.heads SELECT ('0x' || hex(key)[1:16])::UBIGINT, report FROM store.reports",
    sources: `INSERT INTO store.sources SELECT r, 1, 1, 'Outlet ' || ${skewed(seed, "r", 50, 40)}, NULL, 'r' || r,
      'Title ' || ${chance(seed, "r", 51, 100_000)}, (${dayOf("r", reports)})::VARCHAR, NULL FROM range(1, ${reports + 1}) t(r)`,
  };
}
