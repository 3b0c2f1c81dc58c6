/** Puts readings into an archive: each batch in one transaction, each text once, each source of it once. */
import { ArchiveError } from "../errors.js";
import { type Entity, hashText, type Reading } from "../reading/index.js";
import { addRows, appendRows, type Row, type Rows } from "./append-rows.js";
import { findOriginals, type NewText } from "./copies/find-originals.js";
import type { Database } from "./database.js";
import type { Added, Entry, NewSource } from "./entry.js";
import { explainFailure } from "./explain-failure.js";
import { Ledger } from "./ledger.js";
import { findRows } from "./query-rows.js";
import { addReadingRows, publishedDay } from "./rows-of-reading.js";
import { READING_TABLES } from "./schema.js";
import { indexReports } from "./search/index-reports.js";
import { noteUnsorted } from "./sorted-tables.js";
import { newSourceRows, type Sighting, sourceRow } from "./source-rows.js";
import { inTransaction } from "./transaction.js";

export class Writer {
  readonly #database: Database;
  readonly #path: string;
  readonly #ledger: Ledger;
  /** After a failure the ledger may name what was taken back. */
  #isBroken = false;

  private constructor(database: Database, path: string, ledger: Ledger) {
    this.#database = database;
    this.#path = path;
    this.#ledger = ledger;
  }

  /** Throws ArchiveError where the archive is open to read alone. */
  static async open(database: Database, path: string, readOnly: boolean): Promise<Writer> {
    if (readOnly) {
      const message = `${path}: the archive is open to read alone`;
      throw new ArchiveError("archive-not-writable", message, "Open it with { readOnly: false }.");
    }
    return new Writer(database, path, await Ledger.learn(database, path));
  }

  /** Whether the archive has the text of this key. */
  has(key: string): boolean {
    return this.#ledger.find(key) !== null;
  }

  /** Begins a run and gives its number; `options` is what it was called with, `started` an ISO date-time. */
  async startRun(engine: string, options: object, started: string): Promise<number> {
    const sql = "SELECT coalesce(max(run), 0) + 1 AS run FROM store.runs";
    const [row] = await findRows<{ run: number }>(this.#database, sql, this.#path);
    const { run } = row!;
    const values = [run, engine, JSON.stringify(options), started];
    await this.#run("INSERT INTO store.runs VALUES ($1, $2, $3, $4, NULL, 0, 0, 0)", values);
    return run;
  }

  /** Ends a run; one that was killed has no end. */
  async finishRun(run: number, finished: string): Promise<void> {
    await this.#run("UPDATE store.runs SET finished = $2 WHERE run = $1", [run, finished]);
  }

  /**
   * Keeps a batch, all of it or nothing; when the promise resolves it is on disk. A text that is there already gains a
   * source where that is new, and nothing else. After an error the archive must be opened anew to write on.
   */
  async add(run: number, entries: readonly Entry[]): Promise<Added> {
    return this.#guard(() => this.#addEntries(run, entries));
  }

  /**
   * Puts readings of texts that are there in the place of their old ones, all of them or none: the report keeps its
   * number and sources, records keep their keys where type and words are the same.
   */
  async replace(readings: readonly Reading[]): Promise<void> {
    await this.#guard(async () => {
      const rows: Rows = new Map();
      const reports: number[] = [];
      for (const reading of readings) {
        const { report } = this.#sight(hashText(reading.report.text), sourceOf(reading, null));
        reports.push(report);
        addReadingRows(rows, reading, { report, actorOf: (entity) => this.#actorOf(rows, entity) });
        const values = [report, reading.engine, reading.report.language];
        await this.#run("UPDATE store.reports SET engine = $2, language = $3 WHERE report = $1", values);
      }
      for (const table of reports.length > 0 ? READING_TABLES : []) {
        await this.#run(`DELETE FROM store.${table} WHERE report IN (${reports.join(", ")})`, []);
      }
      await appendRows(this.#database, rows);
      await noteUnsorted(this.#database, "reports", reports.length);
    });
  }

  /** A transaction after which, where it fails, nothing more is written. */
  async #guard<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#isBroken) {
      const message = `${this.#path}: an earlier batch failed`;
      throw new ArchiveError("archive-not-writable", message, "Open the archive anew.");
    }
    try {
      return await inTransaction(this.#database, work);
    } catch (error) {
      this.#isBroken = true;
      throw explainFailure(error, this.#path);
    }
  }

  async #addEntries(run: number, entries: readonly Entry[]): Promise<Added> {
    const rows: Rows = new Map();
    const sightings: Sighting[] = [];
    let failed = 0;
    for (const entry of entries) {
      if (entry.kind === "failure") failed++;
      else if (entry.kind === "source") sightings.push(this.#sight(entry.key, entry.source));
      else {
        const key = hashText(entry.reading.report.text);
        const source = sourceOf(entry.reading, entry.fetched ?? null);
        if (this.has(key)) sightings.push(this.#sight(key, source));
        else this.#addReport(rows, run, entry.reading, key, source);
      }
    }
    const fresh = rows.get("reports")?.length ?? 0;
    await this.#markCopies(rows);
    addRows(rows, "failures", await this.#failureRows(run, entries));
    await appendRows(this.#database, rows);
    const sources = await newSourceRows(this.#database, run, sightings, this.#path);
    await appendRows(this.#database, new Map([["sources", sources]]));
    if (fresh > 0) await noteUnsorted(this.#database, "reports", fresh);
    await this.#count(run, entries.length, fresh, failed);
    return { new: fresh, known: sightings.length, sources: sources.length, failed };
  }

  #sight(key: string, source: NewSource): Sighting {
    const report = this.#ledger.find(key);
    if (report !== null) return { report, key, source };
    throw new ArchiveError("record-missing", `no report has the key ${key}`, "Add the reading itself.");
  }

  #addReport(rows: Rows, run: number, reading: Reading, key: string, source: NewSource): void {
    const report = this.#ledger.addReport(key);
    const { language, text } = reading.report;
    const day = publishedDay(reading);
    addRows(rows, "heads", [[BigInt(`0x${key.slice(0, 16)}`), report]]);
    addRows(rows, "reports", [[report, Buffer.from(key, "hex"), language, text, reading.engine, run, day, null]]);
    addRows(rows, "sources", [sourceRow(report, 1, run, source)]);
    addReadingRows(rows, reading, { report, actorOf: (entity) => this.#actorOf(rows, entity) });
  }

  /** Near-copies name their original; every text leaves a sketch by which later copies of it are found. */
  async #markCopies(rows: Rows): Promise<void> {
    const reports = rows.get("reports") ?? [];
    const texts = reports.map(([report, , , text, , , day]) => ({ report, text, day }) as NewText);
    const sketched = await findOriginals(this.#database, texts, this.#path);
    const marked = reports.map((row, i) => [...row.slice(0, -1), sketched[i]!.original]);
    rows.set("reports", marked);
    const hashes = sketched.flatMap(({ report, sketch }) => (sketch?.hashes ?? []).map((hash) => [report, hash]));
    addRows(rows, "sketches", hashes);
  }

  /** Brings the index of words up to date; `add` leaves that to whoever adds much. */
  async index(): Promise<void> {
    try {
      await indexReports(this.#database, this.#path);
    } catch (error) {
      throw explainFailure(error, this.#path);
    }
  }

  #actorOf(rows: Rows, entity: Entity): number {
    const { actor, key, isNew } = this.#ledger.settleActor(entity);
    if (isNew) addRows(rows, "actors", [[actor, key, entity.name, entity.kind, entity.country]]);
    return actor;
  }

  async #failureRows(run: number, entries: readonly Entry[]): Promise<Row[]> {
    const failures = entries.flatMap((entry) => (entry.kind === "failure" ? [entry.failure] : []));
    if (failures.length === 0) return [];
    const sql = `SELECT coalesce(max(n), 0) AS n FROM store.failures WHERE run = ${run}`;
    const [row] = await findRows<{ n: number }>(this.#database, sql, this.#path);
    return failures.map(({ where, code, message }, i) => [run, row!.n + i + 1, where, code, message]);
  }

  async #count(run: number, read: number, fresh: number, failed: number): Promise<void> {
    const sql = `UPDATE store.runs SET "read" = "read" + $2, "new" = "new" + $3, failed = failed + $4 WHERE run = $1`;
    await this.#run(sql, [run, read, fresh, failed]);
  }

  async #run(sql: string, values: (string | number | null)[]): Promise<void> {
    try {
      await this.#database.connection.run(sql, values);
    } catch (error) {
      throw explainFailure(error, this.#path);
    }
  }
}

function sourceOf({ report }: Reading, fetched: string | null): NewSource {
  const { publisher, url, id, title, published } = report;
  // An id that is the text's hash was given by the engine.
  return { publisher, url, id: id.startsWith("sha256:") ? null : id, title, published, fetched };
}
